#!/usr/bin/env python3
"""make-workspace.py N [M]: writes a workspace of N contracts of one enterprise, each with M invoices, to standard output."""
import json
import sys
from datetime import date, timedelta

ENTERPRISE = "91110108MA01ABC25F"
PROVIDER = "91110105MA7KDEF373"


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02d}"


def contract(i):
    signed = date(2024, 1, 2) + timedelta(days=i % 600)
    starts = signed + timedelta(days=i % 20)
    kinds = ["compute", "compute", "storage"] if i % 2 else ["compute"]
    record = {
        "number": f"HT-{i:06d}", "enterprise": ENTERPRISE, "provider": PROVIDER, "affiliated": i % 97 == 0,
        "title": f"智能算力服务合同第{i}号", "signed": signed.isoformat(), "starts": starts.isoformat(),
        "ends": (starts + timedelta(days=364 - i % 30)).isoformat(), "purpose": "training", "field": "industry",
        "lines": [{"kind": kind, "item": f"GPU-{n}", "amount": yuan(1000000 + i * 7919 + n)} for n, kind in enumerate(kinds)],
        "other_subsidies": [{"level": "district", "scope": "same-contract"}] if i % 5 == 0 else [],
    }
    return record


def claim(i):
    return {"contract": f"HT-{i:06d}", "submitted": "2025-02-03", "requested": yuan(10000 + i), "state": "submitted"}


def invoice(i, k, m):
    day = date.fromisoformat(contract(i)["starts"]) + timedelta(days=30 * (k + 1) % 360)
    lines = [{"kind": line["kind"], "item": line["item"], "amount": yuan(int(line["amount"].replace(".", "")) // m)}
             for line in contract(i)["lines"]]
    return {"number": f"{25112000000000000000 + i * m + k}", "contract": f"HT-{i:06d}", "date": day.isoformat(),
            "buyer": ENTERPRISE, "seller": PROVIDER, "lines": lines}


def main():
    n = int(sys.argv[1])
    m = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    json.dump({
        "format": "quan-workspace", "version": 1,
        "enterprises": [{"uscc": ENTERPRISE, "name": "北京示例智能科技有限公司", "entity_type": "company", "region": "110108",
                         "industry_code": "I6513", "ai_direction": "confirmed", "finance_system": True, "dishonesty_records": []}],
        "providers": [{"uscc": PROVIDER, "name": "示例智算中心有限公司"}],
        "contracts": [contract(i) for i in range(n)],
        "claims": [claim(i) for i in range(0, n, 3)],
        "invoices": [invoice(i, k, m) for i in range(n) for k in range(m)],
    }, sys.stdout, ensure_ascii=False)


main()
