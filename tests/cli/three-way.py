#!/usr/bin/env python3
"""What quanctl says where invoice, delivery, payment and contract of a round disagree: three-way.py QUANCTL CASES"""
import json
import sys

from quanctl import Home, Tap, ended, equal

HEADING = "Invoice, delivery, payment and contract do not agree:"


def answered(home, table, records):
    """The answer and the text for records."""
    words = ["redemption", "preview", table["round"], "--as-of", table["as_of"]]
    problems = ended(home.run("import", home.write("records.json", records)), 0)
    return problems, home.answer(*words)["three_way"], home.run(*words).stdout


def agreeing(home, table):
    problems, found, text = answered(home, table, table["workspace"])
    problems += equal("pass", found["verdict"], "verdict") + equal([], found["mismatches"], "mismatches")
    problems += equal({"held": 5, "of": 5}, found["checks"]["buyer"], "buyer")
    problems += equal({"held": 4, "of": 4}, found["checks"]["paid"], "paid")
    problems += equal({
        "voucher": "SLQ-1", "delivery": "JF-10", "invoices": ["F-10"], "payments": [
            {"number": "P-10a", "invoice": "F-10", "date": "2025-11-04", "amount": "60000.00"},
            {"number": "P-10b", "invoice": "F-10", "date": "2025-11-06", "amount": "44600.00"}],
        "delivered": "104600.00", "counted": "104600.00", "invoiced": "104600.00", "paid": "104600.00", "verdict": "pass",
    }, found["rows"][3], "row")
    return problems + (["says that something disagrees"] if HEADING in text else [])


def disagreeing(home, table):
    records = json.loads(json.dumps(table["workspace"]))
    records["invoices"][0]["buyer"] = records["providers"][0]["uscc"]
    del records["deliveries"][0]["amount"]
    records["payments"][4]["date"] = "2025-11-03"
    problems, found, text = answered(home, table, records)
    first = {
        "check": "buyer", "verdict": "fail", "voucher": "SLQ-1", "invoice": "F-07", "delivery": None, "payment": None,
        "facts": {"invoice.number": "F-07", "invoice.buyer": "91110105MA7KDEF373", "enterprise.uscc": "91110108MA01ABC25F"},
        "reason": "Invoice F-07 is made out to 91110105MA7KDEF373, not to the enterprise, 91110108MA01ABC25F.",
        "fix": "Correct the record if the invoice says otherwise; else have it reversed and issued to the enterprise.",
    }
    problems += equal("fail", found["verdict"], "verdict") + equal(first, found["mismatches"][0], "mismatch")
    problems += equal(["buyer", "delivered"], [mismatch["check"] for mismatch in found["mismatches"]], "checks")
    problems += equal("fail", found["rows"][0]["verdict"], "verdict of the row")
    problems += equal(["P-10b", "P-10a"], [part["number"] for part in found["rows"][3]["payments"]], "payments by date")
    lines = [HEADING, f"  fail: {first['reason']}", f"      → {first['fix']}",
             "  unknown: Delivery JF-07 has no amount to compare its invoices with."]
    return problems + [f"does not say: {line}" for line in lines if line + "\n" not in text]


def main(program, cases):
    tap = Tap()
    with open(cases, encoding="utf-8") as file:
        table = json.load(file)
    for name, case in (("all agrees", agreeing), ("two facts disagree", disagreeing)):
        with Home(program) as home:
            tap.case(name, case(home, table))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
