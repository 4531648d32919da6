#!/usr/bin/env python3
"""What quanctl says of a round's money that is held back or has no round: preview.py QUANCTL"""
import sys

from quanctl import Home, Tap, ended, equal

ENTERPRISE = "91110108MA01ABC25F"
WAITS = "What is held back waits for 2025Q1."
LEFT = "No round is left for what is held back: ask the authority."
NO_ROUND = "Invoices that no round takes any more would bring 10,000.00 yuan: ask the authority."


def records(year, invoices):
    """A voucher of 73,000.00 on a base of 365,000.00, in a year whose cap has 15,000.00 left."""
    return {
        "format": "quan-workspace", "version": 1,
        "enterprises": [{"uscc": ENTERPRISE, "region": "110108", "opening_balances": [
            {"year": year, "ledger": "redemptions", "amount": "1985000.00"}]}],
        "contracts": [{"number": "HT-1", "enterprise": ENTERPRISE, "signed": f"{year - 1}-12-20",
                       "starts": f"{year}-01-01", "ends": f"{year}-12-30" if year == 2024 else f"{year}-12-31",
                       "lines": [{"kind": "compute", "amount": "365000.00"}]}],
        "claims": [{"contract": "HT-1", "submitted": f"{year}-01-10", "requested": "73000.00", "state": "approved",
                    "approved": "73000.00", "voucher": "SLQ-1", "issued": f"{year}-02-01"}],
        "deliveries": [{"number": f"D{i}", "contract": "HT-1", "from": f"{year}-07-01", "to": to}
                       for i, (to, _) in enumerate(invoices)],
        "invoices": [{"number": f"{i}", "contract": "HT-1", "date": to, "delivery": f"D{i}",
                      "lines": [{"kind": "compute", "amount": amount}]} for i, (to, amount) in enumerate(invoices)],
    }


# Year and invoices (end of delivery and day, amount), the round, members of the answer, what the text says and does not.
CASES = [
    (2024, [("2024-09-30", "50000.00")], "2024Q4",
     {"total": "10000.00", "blocked": "0.00", "moves_to": "2025Q1", "no_round": "0.00", "room": "15000.00",
      "items": [{"voucher": "SLQ-1", "amount": "10000.00", "blocked": "0.00", "no_round": "0.00"}]},
     [], [WAITS, LEFT, NO_ROUND]),
    (2024, [("2024-09-30", "100000.00")], "2024Q4",
     {"total": "15000.00", "blocked": "5000.00", "moves_to": "2025Q1", "no_round": "0.00", "room": "15000.00",
      "items": [{"voucher": "SLQ-1", "amount": "15000.00", "blocked": "5000.00"}]}, [WAITS], [LEFT, NO_ROUND]),
    (2025, [("2025-09-30", "100000.00"), ("2025-11-16", "50000.00")], "2025Q4",
     {"total": "15000.00", "blocked": "5000.00", "moves_to": None, "no_round": "10000.00",
      "items": [{"voucher": "SLQ-1", "amount": "15000.00", "blocked": "5000.00", "no_round": "10000.00"}]},
     [LEFT, NO_ROUND], [WAITS]),
    (2025, [], "2031Q1",
     {"total": "0.00", "blocked": "0.00", "moves_to": None, "no_round": "0.00", "room": None, "items": []},
     [], [WAITS, LEFT, NO_ROUND]),
]


def look(expected, found):
    """Problems with an answer; of its items only the members that are expected are looked at."""
    items = expected.pop("items")
    problems = equal(expected, found) + equal(len(items), len(found["items"]), "items")
    return problems + [problem for one, other in zip(items, found["items"]) for problem in equal(one, other, "item")]


def main(program):
    tap = Tap()
    for year, invoices, label, expected, said, unsaid in CASES:
        with Home(program) as home:
            words = ["redemption", "preview", label, "--as-of", f"{year}-12-01"]
            problems = ended(home.run("import", home.write("records.json", records(year, invoices))), 0)
            problems += look(expected, home.answer(*words))
            text = home.run(*words).stdout
            problems += [f"does not say: {line}" for line in said if line + "\n" not in text]
            problems += [f"says: {line}" for line in unsaid if line in text]
            tap.case(f"{label} of {len(invoices)} invoices", problems)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
