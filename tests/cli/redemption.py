#!/usr/bin/env python3
"""A redemption's life through quanctl, what is refused on the way, and its packets: redemption.py QUANCTL SAMPLE"""
import json
import subprocess
import sys

from quanctl import Home, Tap, ended, equal

OWNER = "91110108MA01ABC25F"
NAME = "北京示例智能科技有限公司"
ROUND = "2025Q2"
INVOICE = "25112000000000016204"  # of the sample, in no redemption
ITEM = {"voucher": "SLQ-2024-0009", "invoices": [INVOICE], "amount": "119671.24"}
ASKED = ITEM["amount"]


def state(name):
    return f"The round {ROUND} has a redemption in the state “{name}”, which does not allow this."


NONE = f"The round {ROUND} has no redemption. Begin one first."

# Words behind "redemption", and members of the answer or the message of a refusal; in parts, between which packets are made.
DRAFT = [
    (["return", ROUND], NONE),
    (["withdraw", ROUND], NONE),
    (["new", "2031Q1"], "The policy “cn-beijing-ai-compute-2023” has no round 2031Q1."),
    (["new", ROUND, "--as-of", "2025-06-10"],
     {"round": ROUND, "enterprise": OWNER, "state": "draft", "submitted": None, "paid_on": None, "items": [ITEM],
      "asked": ASKED, "received": None, "difference": None, "reason": None, "policy": None}),
    (["new", ROUND, "--as-of", "2025-03-31"], {"state": "draft", "items": [], "asked": "0.00"}),
    (["submit", ROUND, "--date", "2025-04-01"],
     "There is nothing to redeem in this round on this day, so nothing can be submitted. Look at the invoices and their "
     "deliveries."),
    (["pay", ROUND], state("Draft")),
    (["submit", ROUND, "--date", "2025-07-01"],
     f"The round {ROUND} is filed from 2025-04-01 to 2025-06-30. What is submitted on 2025-07-01 belongs to the round "
     "2025Q3."),
]
SUBMITTED = [
    (["submit", ROUND, "--date", "2025-06-20"],
     {"state": "submitted", "submitted": "2025-06-20", "items": [ITEM], "asked": ASKED,
      "policy": "cn-beijing-ai-compute-2023"}),
    (["new", ROUND], state("Submitted")),
    (["submit", ROUND, "--date", "2025-06-20"], state("Submitted")),
]
PAID = [
    (["return", ROUND, "--reason", "缺银行回单"], {"state": "returned", "reason": "缺银行回单", "asked": ASKED}),
    (["pay", ROUND], state("Returned for correction")),
    (["submit", ROUND, "--date", "2025-06-25"], {"state": "submitted", "submitted": "2025-06-25", "reason": None}),
    (["pay", ROUND, "--date", "2025-06-24"],
     "The money cannot have come before the redemption was submitted. Look at the date."),
    (["pay", ROUND, "--date", "2025-07-20", "--amount", "119,000"],
     {"state": "paid", "paid_on": "2025-07-20", "asked": ASKED, "received": "119000.00", "difference": "-671.24"}),
    (["withdraw", ROUND], state("Paid")),
]


def act(tap, home, table):
    for words, expected in table:
        words = ["redemption", *words]
        if isinstance(expected, str):
            before = home.run("export", "workspace", "-o", "-").stdout
            problems = ended(home.run(*words), 3, f"quanctl: {expected}")
            problems += equal(before, home.run("export", "workspace", "-o", "-").stdout, "the records")
        else:
            answer = home.run(*words, "--json")
            problems = ended(answer, 0) + equal(expected, json.loads(answer.stdout or "null"), "redemption")
        tap.case(" ".join(words), problems)


def packet(home, name, *options):
    answer = home.run("packet", "redemption", ROUND, "-o", home.path(name), *options)
    return home.read(name) if answer.returncode == 0 else answer.stderr


def check_packets(tap, home):
    act(tap, home, DRAFT)
    packet(home, "draft.pdf", "--as-of", "2025-06-10")
    text = subprocess.run(["pdftotext", "-raw", home.path("draft.pdf"), "-"], stdout=subprocess.PIPE, encoding="utf-8",
                          check=True).stdout
    tap.case("a packet is made before it is submitted", [] if INVOICE in text and NAME in text else [text[:500]])
    act(tap, home, SUBMITTED)
    submitted = packet(home, "submitted.pdf")
    tap.case("the frozen packet is given out", [] if submitted.startswith(b"%PDF") else [submitted])
    tap.case("on whatever day", equal(submitted, packet(home, "later.pdf", "--as-of", "2026-02-01"), "the packet"))
    act(tap, home, PAID)
    tap.case("that of the last submission",
             ["it is the first one"] if packet(home, "paid.pdf") == submitted else [])


def check_twice(tap, home):
    """A file cannot bring the invoice into another redemption; nothing is changed."""
    records = json.loads(home.run("export", "workspace", "-o", "-").stdout)
    records["redemptions"] = [{"round": "2025Q3", "enterprise": OWNER, "submitted": "2025-09-20", "state": "submitted",
                               "items": [ITEM]}]
    path = home.write("twice.json", records)
    before = home.run("export", "workspace", "-o", "-").stdout
    problems = ended(home.run("import", path), 3,
                     f"quanctl: {path}: An invoice is redeemed once only. Nothing was changed, because of these "
                     f"invoices:\n  {INVOICE}: in the redemption {ROUND} of {NAME} (Paid) already, and again in 2025Q3 of "
                     f"{NAME}")
    tap.case("an invoice redeemed twice", problems + equal(
        before, home.run("export", "workspace", "-o", "-").stdout, "the records"))


def check_records(tap, home):
    tap.case("in words", equal(
        "Redemption in 2025Q3: Draft, 0.00 yuan asked for\n",
        home.run("redemption", "new", "2025Q3", "--as-of", "2025-08-01").stdout, "stdout"))
    year = next(year for year in home.answer("quota", "--as-of", "2025-09-01") if year["year"] == 2025)
    tap.case("the quota counts what was asked for", equal({"redemptions": {"paid": ASKED}}, year, "2025"))
    acts = [(row["what"], row["kind"]) for row in home.answer("journal", ROUND) if row["what"] != "import"]
    tap.case("the journal lists every act", equal([
        ("redemption-new", "create"), ("redemption-new", "change"), ("redemption-submit", "change"),
        ("redemption-submit", "freeze"), ("redemption-return", "change"), ("redemption-submit", "change"),
        ("redemption-submit", "freeze"), ("redemption-pay", "change")], acts, "journal"))
    tap.case("all is well", equal({"ok": True, "problems": []}, home.answer("verify"), "verify"))
    exported = home.path("whole.json")
    home.run("export", "workspace", "-o", exported)
    with Home(home.program) as other:
        problems = ended(other.run("import", exported), 0)
        problems += equal(home.read("whole.json").decode(), other.run("export", "workspace", "-o", "-").stdout, "export")
    tap.case("another store takes the records over", problems)


def check_usage(tap, home):
    for words in (["redemption", "new", "2025Q5"], ["redemption", "submit"], ["redemption", "pay", ROUND, "--amount", "x"],
                  ["packet", "redemption", "2025", "-o", home.path("x.pdf")], ["packet", "redemption", ROUND]):
        tap.case(" ".join(words[:3]), ended(home.run(*words), 2))
    for words in (["redemption", "new", "2031Q1"], ["packet", "redemption", "2031Q1", "-o", home.path("x.pdf")]):
        tap.case(" ".join(words[:3]), ended(home.run(*words), 3, "has no round 2031Q1."))


def main(program, sample):
    tap = Tap()
    with Home(program) as home:
        tap.case("import of the sample", ended(home.run("import", sample), 0))
        check_packets(tap, home)
        check_twice(tap, home)
        check_records(tap, home)
        check_usage(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
