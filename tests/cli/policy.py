#!/usr/bin/env python3
"""Policy packs through quanctl, and a second programme beside the first: policy.py QUANCTL PACK SAMPLE"""
import json
import os
import subprocess
import sys

from quanctl import Home, Tap, ended, equal

BEIJING, CITY = "cn-beijing-ai-compute-2023", "cn-sample-city-compute-2024"
ENTERPRISE, PROVIDER = "91330106MA2ABC0106", "91330105MA7GPU010F"

# What the broken pack has in place of lines of the sound one, and what is said of each, behind the number of the line.
BREAKS = [
    ("version=1", "version=0", "[policy] version: “0” is not a count; expected a whole number from 1."),
    ("issued=2023-12-20", "issued=soon",
     "[policy] issued: “soon” is not a date; expected an existing day such as 2024-03-01."),
    ("verified=false", "verified=perhaps",
     "[policy] verified: “perhaps” is not known here; expected one of false, true."),
]

# An approved claim of the sample city, with an invoice to redeem.
CITY_RECORDS = {
    "format": "quan-workspace", "version": 1,
    "enterprises": [{"uscc": ENTERPRISE, "name": "样例智能科技有限公司", "entity_type": "company", "region": "330106",
                     "dishonesty_records": []}],
    "providers": [{"uscc": PROVIDER, "name": "样例算力中心有限公司"}],
    "contracts": [{"number": f"HT-{i}", "enterprise": ENTERPRISE, "provider": PROVIDER, "signed": "2024-02-20",
                   "starts": "2024-03-01", "ends": "2025-02-28", "lines": [{"kind": "compute", "amount": "100000.00"}]}
                  for i in (1, 2)],
    "claims": [{"contract": "HT-1", "submitted": "2024-03-05", "requested": "25000.00", "state": "approved",
                "approved": "25000.00", "voucher": "SLQ-1", "issued": "2024-04-02"}],
    "deliveries": [{"number": "JF-1", "contract": "HT-1", "from": "2024-03-01", "to": "2024-05-31",
                    "amount": "40000.00"}],
    "invoices": [{"number": "1", "contract": "HT-1", "date": "2024-06-05", "buyer": ENTERPRISE, "seller": PROVIDER,
                  "lines": [{"kind": "compute", "amount": "40000.00"}], "delivery": "JF-1", "paid": "40000.00",
                  "paid_on": "2024-06-06"}],
}

# Words, and members of the (first) answer. The pack is chosen by region and date; a claim stays with its own, which for
# one that names none is the pack in force when it was submitted.
CITY_ANSWERS = [
    (["check", "HT-2", "--as-of", "2024-03-05"],
     {"policy": {"id": CITY, "version": 1, "state": "in-force", "verified": False}, "verdict": "pass",
      "award": {"ceiling": "25000.00", "remaining": "475000.00", "claimable": "25000.00"}}),
    (["check", "HT-2", "--as-of", "2026-07-01"], {"policy": {"id": CITY, "state": "lapsed"}, "verdict": "fail"}),
    (["check", "HT-2", "--as-of", "2023-12-31"], {"policy": {"id": CITY, "state": "not-yet"}, "verdict": "fail"}),
    (["check", "HT-2", "--as-of", "2024-03-05", "--policy", BEIJING], {"policy": {"id": BEIJING}, "verdict": "fail"}),
    (["check", "HT-1", "--as-of", "2024-05-01"], {"policy": {"id": CITY}, "award": {"ceiling": "25000.00"}}),
    (["check", "HT-1", "--as-of", "2024-05-01", "--policy", BEIJING], {"policy": {"id": CITY}}),
    (["quota", "--as-of", "2024-05-01"],
     {"year": 2024, "cap": "500000.00", "claims": {"approved": "25000.00", "remaining": "475000.00"},
      "redemptions": {"remaining": "300000.00"}}),
    (["redemption", "preview", "2024H1", "--as-of", "2024-06-10"],
     {"state": "open", "files_from": "2024-01-01", "files_to": "2024-06-20", "total": "10000.00", "blocked": "0.00"}),
    (["redemption", "preview", "2024Q2", "--as-of", "2024-06-10"], {"state": "none", "total": "0.00", "items": []}),
    (["claim", "submit", "HT-2", "--date", "2024-03-10"],
     {"state": "submitted", "requested": "25000.00", "policy": CITY}),
]


# Parts of each pack's packet that are no sheets of the program: kind, who signs.
LEGAL, SEAL = "legal-representative", "enterprise"
WRITTEN = {
    BEIJING: {
        "non-affiliation-statement": ("letter", [LEGAL, SEAL]), "no-other-subsidy-statement": ("letter", [LEGAL, SEAL]),
        "model-description": ("form", ["handler", SEAL]), "commitment-letter": ("letter", [LEGAL, SEAL]),
        "power-of-attorney": ("letter", [LEGAL, "attorney", SEAL]),
    },
    CITY: {"undertaking": ("letter", ["handler", SEAL])},
}
WRITTEN_FOR_REDEMPTION = {
    BEIJING: {"redemption-commitment-letter": ("letter", [LEGAL, SEAL])},
    CITY: {"payment-request": ("letter", ["handler", SEAL])},
}


def ids(home):
    return [pack["id"] for pack in home.answer("policy", "list")]


def check_lint(tap, home, pack):
    with open(pack, encoding="utf-8") as file:
        lines = file.read().splitlines()
    expected = []
    for sound, broken, message in BREAKS:
        number = lines.index(sound)
        lines[number] = broken
        expected.append(f"broken.policy:{number + 1}: {message}")
    path = home.write("broken.policy", "\n".join(lines) + "\n")
    answer = home.run("policy", "lint", path)
    said = answer.stdout.splitlines()
    tap.case("lint tells every problem of a pack with its line",
             ended(answer, 1) + equal(expected, said, "stdout") + equal("", answer.stderr, "stderr"))
    found = json.loads(home.run("policy", "lint", "--json", path).stdout)
    tap.case("lint tells the same in JSON", equal({"ok": False, "problems": said}, found))
    answer = home.run("policy", "install", path)
    tap.case("a broken pack is not installed", ended(
        answer, 3, f"quanctl: The policy pack has {len(said)} problems. The first: {said[0]}")
        + equal([BEIJING], ids(home), "packs"))
    answer = home.run("policy", "lint", pack)
    tap.case("lint of a sound pack", ended(answer, 0) + equal(f"{pack}: no problems.\n", answer.stdout, "stdout"))


def check_install(tap, home, pack):
    for i in range(2):
        problems = ended(home.run("policy", "install", pack), 0)
        tap.case(f"install, time {i + 1}", problems + equal([BEIJING, CITY], ids(home), "packs"))
    with open(pack, encoding="utf-8") as file:
        text = file.read()
    same = home.write("same.policy", text + "# another text\n")
    tap.case("another text needs another version", ended(
        home.run("policy", "install", same), 3,
        f"quanctl: Version 1 of “{CITY}” is not newer than version 1, which is there. "
        "Give the new text a higher version."))
    for name, about in ((BEIJING, "Beijing"), (CITY, "Sample City")):
        shown = home.answer("policy", "show", name)
        answer = home.run("policy", "show", name)
        problems = equal({"id": name, "version": 1}, shown) + ended(answer, 0)
        tap.case(f"show {name}", problems + ([] if about in answer.stdout else [answer.stdout]))
    tap.case("show without a name", equal(BEIJING, home.answer("policy", "show", "--as-of", "2024-03-05")["id"]))
    tap.case("an unknown pack", ended(home.run("policy", "show", "none"), 2,
                                      f"quanctl: There is no policy pack “none”. There are: {BEIJING}, {CITY}."))
    folder = home.path("data/quan/policies")
    tap.case("the user's folder is his alone", equal("0o700", oct(os.stat(folder).st_mode & 0o777)))


def wordings(packet):
    """Every text of the packet's written parts."""
    for part in packet["parts"]:
        yield from part.get("paragraphs", [])
        yield from (row[key] for row in part.get("rows", []) for key in ("label", "text") if row[key])
        yield from (part[key] for key in ("addressee", "note") if part.get(key))
    yield from [packet["declaration"], *packet["before_filing"]]


def check_packet_shown(tap, home, member, expected):
    for name, written in expected.items():
        packet = home.answer("policy", "show", name)[member]
        found = {part["id"]: (part["kind"], part["signers"]) for part in packet["parts"] if part["kind"] != "sheet"}
        tap.case(f"written parts of the {member} of {name}", equal(written, found))
        text = home.run("policy", "show", name).stdout
        tap.case(f"show {name} leaves out no wording of its {member}",
                 [wording for wording in (*wordings(packet), *written) if wording not in text])


def check_dated_documents(tap, home):
    dated = {document["id"]: document["dated"] for document in home.answer("policy", "show", BEIJING)["documents"]
             if document["dated"]}
    tap.case("what a material's age counts from", equal({"credit-report": "enterprise.credit_checked_on"}, dated))


def says_lapsed(answer, date):
    line = f"This programme lapsed on {date}: nothing can be claimed under it any more."
    return [] if line in answer.stdout.splitlines() else [answer.stdout]


def check_city(tap, home):
    tap.case("import of the city's records", ended(home.run("import", home.write("city.json", CITY_RECORDS)), 0))
    for words, expected in CITY_ANSWERS:
        found = home.answer(*words)
        tap.case(" ".join(words), equal(expected, found[0] if isinstance(found, list) else found))
    lapsed = home.run("check", "HT-2", "--as-of", "2026-07-01")
    tap.case("the city's pack has lapsed", ended(lapsed, 1) + says_lapsed(lapsed, "2026-06-30"))
    problems = ended(home.run("packet", "claim", "HT-2", "-o", home.path("city.pdf")), 0)
    text = subprocess.run(["pdftotext", "-raw", home.path("city.pdf"), "-"], stdout=subprocess.PIPE, encoding="utf-8",
                          check=True).stdout
    text = "".join(text.split())
    problems += [f"no {word}" for word in ("样例市算力券", "未经核实的示例政策包", "25,000.00",
                                           "保证书", "合同HT-2的价款总额100,000.00元真实") if word not in text]
    tap.case("a packet of the city", problems)
    tap.case("all is well", ended(home.run("verify"), 0))
    os.remove(home.path(f"data/quan/policies/{CITY}-1.policy"))
    tap.case("what rests on a lost pack is found", ended(home.run("verify"), 1))


def check_beijing(tap, home, sample):
    """The programme of Beijing is over from 2026 on, whatever other packs there are."""
    home.run("import", sample, "--store", home.path("sample.db"), store=False)
    answer = home.run("check", "HT-2025-001", "--as-of", "2026-01-01", "--store", home.path("sample.db"), store=False)
    tap.case("Beijing's pack has lapsed", ended(answer, 1) + says_lapsed(answer, "2025-12-31"))


def main(program, pack, sample):
    tap = Tap()
    with Home(program) as home:
        tap.case("one pack is built in", equal([BEIJING], ids(home)))
        check_lint(tap, home, pack)
        check_install(tap, home, pack)
        check_packet_shown(tap, home, "packet", WRITTEN)
        check_packet_shown(tap, home, "redemption_packet", WRITTEN_FOR_REDEMPTION)
        check_dated_documents(tap, home)
        check_beijing(tap, home, sample)
        check_city(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
