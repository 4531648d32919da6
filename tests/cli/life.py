#!/usr/bin/env python3
"""A claim's life on the command line, what it freezes, and what verify says of it: life.py QUANCTL SAMPLE PACK

SAMPLE is a workspace with the contract HT-2025-001, not yet claimed; PACK is a policy file not built in.
"""
import glob
import hashlib
import json
import sys

from quanctl import Home, Tap, ended

CONTRACT = "HT-2025-001"

# Act with its options, status, and what its answer holds.
ACTS = [
    (["new", "--amount", "10万"], 0, {"state": "draft", "requested": "100000.00", "submitted": None}),
    (["new"], 3, None),
    (["approve", "--voucher", "SLQ-1"], 3, None),
    (["submit", "--date", "2025-07-08"], 0, {"state": "submitted", "requested": "100000.00", "base": "604931.50",
                                             "policy": "cn-beijing-ai-compute-2023"}),
    (["submit", "--date", "2025-07-09"], 3, None),
    (["return", "--reason", "缺价格清单"], 0, {"state": "returned", "reason": "缺价格清单"}),
    (["submit", "--date", "2025-07-10", "--amount", "90,000.00"], 0, {"requested": "90000.00", "reason": None}),
    (["approve", "--voucher", "SLQ-2024-0009"], 3, None),
    (["approve", "--voucher", "SLQ-1", "--issued", "2025-07-09"], 3, None),
    (["approve", "--voucher", "SLQ-1", "--date", "2025-08-01"], 0,
     {"state": "approved", "approved": "90000.00", "voucher": "SLQ-1", "issued": "2025-08-01"}),
    (["withdraw"], 3, None),
]


def live(tap, home):
    for words, status, expected in ACTS:
        act, *options = words
        answer = home.run("claim", act, CONTRACT, *options, "--json")
        found = json.loads(answer.stdout or "{}")
        wrong = {key: found.get(key) for key, value in (expected or {}).items() if found.get(key) != value}
        tap.case(f"claim {' '.join(words)}", ended(answer, status) + ([wrong] if wrong else []))


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check_packets(tap, home):
    pdf, again = home.path("packet.pdf"), home.path("again.pdf")
    problems = ended(home.run("packet", "claim", CONTRACT, "-o", pdf), 0)
    problems += ended(home.run("packet", "claim", CONTRACT, "-o", again, "--as-of", "2026-01-01"), 0)
    frozen = [read(path) for path in glob.glob(home.store + ".evidence/*")]
    if read(pdf) != read(again) or read(pdf) not in frozen:
        problems.append("the packet is not the one that was frozen")
    if len(frozen) != 2:
        problems.append(f"{len(frozen)} frozen packets, expected 2")
    tap.case("the packet of an approved claim is the frozen one", problems)

    answer = home.run("packet", "claim", "HT-2025-003", "-o", home.path("draft.pdf"), "--as-of", "2025-07-08")
    problems = ended(answer, 0) + ([] if answer.stderr else ["nothing says that it is a draft"])
    if home.run("packet", "claim", "HT-2025-003", "-o", home.path("draft.pdf"), "--quiet").stderr:
        problems.append("--quiet is not quiet")
    tap.case("a draft packet is done, and says so", problems)


def check_journal(tap, home):
    rows = json.loads(home.run("journal", CONTRACT, "--json").stdout)
    words = [row["what"] for row in rows if row["kind"] != "freeze"]
    expected = ["import", "claim-new", "claim-submit", "claim-return", "claim-submit", "claim-approve"]
    tap.case("the journal tells the claim's life", [] if words == expected else [words])
    kept = [json.loads(home.run("journal", "--json").stdout)[-1]["new"][key] for key in ("state", "voucher")]
    tap.case("the journal keeps the record as it became", [] if kept == ["approved", "SLQ-1"] else [kept])


def check_lapsed(tap, home):
    for words in (["check"], ["quota"], ["redemption", "preview", "2025Q4"]):
        lapsed = home.run(*words, "--as-of", "2026-01-01").stdout
        in_force = home.run(*words, "--as-of", "2025-12-31").stdout
        tap.case(f"{words[0]} says that the programme has lapsed",
                 [] if "lapsed on 2025-12-31" in lapsed and "lapsed" not in in_force.splitlines()[2] else [lapsed[:400]])


def check_policies(tap, home, pack):
    text = read(pack).decode()
    broken = home.write("broken.policy", text.replace("[quota claims]", "[quota claim]"))
    linted = home.run("policy", "lint", broken, "--json")
    tap.case("lint names problems", ended(linted, 1) + ([] if json.loads(linted.stdout)["problems"] else ["none"]))
    tap.case("a pack with problems is not installed", ended(home.run("policy", "install", broken), 3))
    tap.case("lint of a sound pack", ended(home.run("policy", "lint", pack), 0))
    problems = ended(home.run("policy", "install", pack), 0) + ended(home.run("policy", "install", pack), 0)
    packs = {entry["id"]: entry for entry in json.loads(home.run("policy", "list", "--json").stdout)}
    if len(packs) != 2 or packs["cn-sample-city-compute-2024"]["verified"]:
        problems.append(list(packs))
    tap.case("a pack is installed once", problems)
    answer = home.run("check", CONTRACT, "--policy", "cn-sample-city-compute-2024", "--as-of", "2025-09-01")
    tap.case("an approved claim stays with its pack", [] if "Beijing" in answer.stdout else [answer.stdout])
    answer = home.run("check", "HT-2025-002", "--policy", "cn-sample-city-compute-2024", "--as-of", "2025-07-08")
    tap.case("an unverified pack says so", [] if "unverified example" in answer.stdout else [answer.stdout])


def check_verify(tap, home):
    tap.case("a whole store verifies", ended(home.run("verify"), 0))
    for path in glob.glob(home.store + ".evidence/*"):
        if hashlib.sha256(read(path)).hexdigest() != path.rsplit("/", 1)[1]:
            tap.case("evidence is named by its hash", [path])
    evidence = sorted(glob.glob(home.store + ".evidence/*"))[0]
    content = read(evidence)
    with open(evidence, "wb") as file:
        file.write(content[:-1])
    answer = home.run("verify", "--json")
    found = json.loads(answer.stdout)
    problems = ended(answer, 1) + ([] if not found["ok"] and found["problems"] else [found])
    tap.case("verify names a damaged packet", problems)
    with open(evidence, "wb") as file:
        file.write(content)
    tap.case("verify is content again", ended(home.run("verify"), 0))
    with open(home.store, "r+b") as file:
        file.write(b"SQLite format 4\0")
    tap.case("a damaged store is not used", ended(home.run("check"), 4))


def main(program, sample, pack):
    tap = Tap()
    with Home(program) as home:
        tap.case("the sample is imported", ended(home.run("import", sample), 0))
        live(tap, home)
        check_packets(tap, home)
        check_journal(tap, home)
        check_lapsed(tap, home)
        check_policies(tap, home, pack)
        check_verify(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
