#!/usr/bin/env python3
"""A claim's life through quanctl, what is refused on the way, and its packets: claim.py QUANCTL SAMPLE"""
import json
import os
import subprocess
import sys

from quanctl import Home, Tap, ended, equal

OTHER = "HT-2025-003"  # of the sample, without a claim
CONTRACT = "HT-2025-001"  # likewise
TAKEN = "SLQ-2024-0009"  # voucher of the sample
OWNER = "91110108MA01ABC25F"
BEIJING = "cn-beijing-ai-compute-2023"


def state(name, contract=CONTRACT):
    return f"The contract “{contract}” has a claim in the state “{name}”, which does not allow this."


NONE = "The contract “{}” has no claim. Begin one first."

# Words behind "claim", and members of the answer or the message of a refusal; in parts, between which packets are made.
DRAFT = [
    (["return", CONTRACT], NONE.format(CONTRACT)),
    (["withdraw", CONTRACT], NONE.format(CONTRACT)),
    (["new", CONTRACT, "--date", "2025-07-08", "--amount", "10万"],
     {"contract": CONTRACT, "enterprise": OWNER, "state": "draft", "submitted": "2025-07-08", "requested": "100000.00",
      "base": None, "policy": None}),
    (["new", CONTRACT], state("Draft")),
    (["return", CONTRACT], state("Draft")),
    (["reject", CONTRACT], state("Draft")),
    (["approve", CONTRACT, "--voucher", "V-9"], state("Draft")),
]
SUBMITTED = [
    (["submit", CONTRACT, "--date", "2025-07-08"],
     {"state": "submitted", "submitted": "2025-07-08", "requested": "100000.00", "base": "604931.50", "policy": BEIJING,
      "approved": None}),
    (["submit", CONTRACT], state("Submitted")),
    (["new", CONTRACT], state("Submitted")),
]
RETURNED = [
    (["return", CONTRACT, "--date", "2025-07-10", "--reason", "缺少价格清单"],
     {"state": "returned", "reason": "缺少价格清单", "requested": "100000.00"}),
    (["approve", CONTRACT, "--voucher", "V-9"], state("Returned for correction")),
    (["reject", CONTRACT], state("Returned for correction")),
]
AGAIN = [
    (["submit", CONTRACT, "--date", "2025-07-11", "--amount", "95,000.00"],
     {"state": "submitted", "submitted": "2025-07-11", "requested": "95000.00", "reason": None}),
    (["approve", CONTRACT, "--voucher", TAKEN, "--date", "2025-08-01"],
     f"The voucher “{TAKEN}” belongs to the claim on “HT-2024-009” of {OWNER} already. Look at its number."),
    (["approve", CONTRACT, "--voucher", "V-9", "--issued", "2025-07-10"],
     "The voucher cannot be issued before its claim was submitted. Look at both dates."),
]
APPROVED = [
    (["approve", CONTRACT, "--voucher", "V-9", "--date", "2025-08-01", "--amount", "90000"],
     {"state": "approved", "approved": "90000.00", "requested": "95000.00", "voucher": "V-9", "issued": "2025-08-01"}),
    (["withdraw", CONTRACT], state("Approved")),
    (["return", CONTRACT], state("Approved")),
    (["new", CONTRACT], state("Approved")),
]
ENDS = [
    (["new", OTHER], {"state": "draft", "submitted": None, "requested": None}),
    (["withdraw", OTHER, "--reason", "另行安排"], {"state": "withdrawn", "reason": "另行安排"}),
    (["withdraw", OTHER], NONE.format(OTHER)),
    (["submit", OTHER, "--date", "2025-07-08", "--amount", "1"], {"state": "submitted", "requested": "1.00"}),
    (["reject", OTHER, "--reason", "不符合条件"], {"state": "rejected", "reason": "不符合条件"}),
    (["approve", OTHER, "--voucher", "V-10"], NONE.format(OTHER)),
    (["new", OTHER], {"state": "draft"}),
]


def act(tap, home, table):
    for words, expected in table:
        words = ["claim", *words]
        if isinstance(expected, str):
            before = home.run("export", "workspace", "-o", "-").stdout
            problems = ended(home.run(*words), 3, f"quanctl: {expected}")
            problems += equal(before, home.run("export", "workspace", "-o", "-").stdout, "the records")
        else:
            answer = home.run(*words, "--json")
            problems = ended(answer, 0) + equal(expected, json.loads(answer.stdout or "null"), "claim")
        tap.case(" ".join(words), problems)


def packet(home, name, *options, **environment):
    answer = home.run("packet", "claim", CONTRACT, "-o", home.path(name), *options, environment=environment)
    return home.read(name) if answer.returncode == 0 else answer.stderr


def text_of(home, name):
    return subprocess.run(["pdftotext", "-raw", home.path(name), "-"], stdout=subprocess.PIPE, encoding="utf-8",
                          check=True).stdout


def check_bytes(tap, home):
    """The same facts give the same bytes, in Chinese, wherever and whenever the packet is made."""
    plain = packet(home, "plain.pdf", "--as-of", "2025-07-08")
    for name, environment in {
            "in English": {"LANGUAGE": "en"}, "in Chinese": {"LANGUAGE": "zh_CN"}, "in the locale C": {"LC_ALL": "C"},
            "east": {"TZ": "Pacific/Kiritimati"}, "west": {"TZ": "Pacific/Pago_Pago"}}.items():
        other = packet(home, "other.pdf", "--as-of", "2025-07-08", **environment)
        tap.case(f"a packet made {name}", equal(plain, other, "the packet"))
    facts = subprocess.run(["pdfinfo", "-rawdates", home.path("plain.pdf")], stdout=subprocess.PIPE, encoding="utf-8",
                           check=True).stdout
    dates = [line.split()[1] for line in facts.splitlines() if "Date:" in line]
    text = text_of(home, "plain.pdf")
    tap.case("a packet is dated by its facts", equal(["D:20250708000000+08'00'"] * 2, dates, "creation and change"))
    tap.case("a packet is in Chinese", [] if "申领" in text and "北京示例智能科技有限公司" in text else [text[:500]])
    tap.case("another day is another packet",
             [] if packet(home, "other.pdf", "--as-of", "2025-07-09") != plain else ["the same bytes"])


def change_title(home, title):
    """Imports the store's own records with another title of the contract."""
    records = json.loads(home.run("export", "workspace", "-o", "-").stdout)
    next(contract for contract in records["contracts"] if contract["number"] == CONTRACT)["title"] = title
    return home.run("import", home.write("changed.json", records))


def check_frozen(tap, home):
    """Packets and records through the life of one claim."""
    act(tap, home, DRAFT)
    packet(home, "draft.pdf", "--as-of", "2025-07-08")
    act(tap, home, SUBMITTED)
    submitted = packet(home, "submitted.pdf")
    problems = ended(change_title(home, "改过的合同名称"), 0) + equal(submitted, packet(home, "later.pdf"), "the packet")
    tap.case("a frozen packet stays when the contract changes", problems)
    records = json.loads(home.run("export", "workspace", "-o", "-").stdout)
    claims = records["claims"]
    index = next(i for i, claim in enumerate(claims) if claim["contract"] == CONTRACT)
    claims[index]["requested"] = "1.00"
    path = home.write("frozen.json", records)
    tap.case("an import does not change a frozen claim", ended(
        home.run("import", path), 3,
        f"quanctl: {path}: $.claims[{index}]: It was submitted and its packet is frozen, so it is not changed by an "
        "import. Leave it out of the file, or record what the authority answered."))
    act(tap, home, RETURNED)
    packet(home, "returned.pdf")
    text = text_of(home, "returned.pdf").replace("\n", "")
    tap.case("a returned claim's packet is made anew", [] if "改过的合同名称" in text else [text[:500]])
    act(tap, home, AGAIN)
    again = packet(home, "again.pdf")
    act(tap, home, APPROVED)
    problems = equal(again, packet(home, "approved.pdf"), "the packet")
    problems += ["it is the first one"] if again == submitted else []
    tap.case("an approved claim has the packet it was submitted with", problems)


def check_records(tap, home):
    year = next(year for year in home.answer("quota", "--as-of", "2025-09-01") if year["year"] == 2025)
    tap.case("the quota counts the approved claim", equal(
        {"claims": {"opening": "506000.00", "approved": "90000.00", "submitted": "0.00", "remaining": "1404000.00"}},
        year, "2025"))
    year = next(year for year in home.answer("quota", "--as-of", "2025-07-31") if year["year"] == 2025)
    tap.case("before the approval it counts as submitted",
             equal({"claims": {"approved": "0.00", "submitted": "95000.00"}}, year, "2025"))
    checked = home.answer("check", CONTRACT, "--as-of", "2025-09-01")[0]
    tap.case("a contract has one claim", equal("fail", checked["verdict"], "verdict"))
    acts = [(row["what"], row["kind"]) for row in home.answer("journal", CONTRACT) if row["what"] != "import"]
    tap.case("the journal lists every act", equal([
        ("claim-new", "create"), ("claim-submit", "change"), ("claim-submit", "freeze"), ("claim-return", "change"),
        ("claim-submit", "change"), ("claim-submit", "freeze"), ("claim-approve", "change")], acts, "journal"))
    tap.case("all is well", equal({"ok": True, "problems": []}, home.answer("verify"), "verify"))
    exported = home.path("whole.json")
    home.run("export", "workspace", "-o", exported)
    with Home(home.program) as other:
        problems = ended(other.run("import", exported), 0)
        found = other.run("export", "workspace", "-o", "-").stdout
        problems += equal(home.read("whole.json").decode(), found, "export")
    tap.case("another store takes the records over", problems)


def check_targets(tap, home):
    """A packet that cannot be written leaves nothing behind."""
    os.mkdir(home.path("folder"))
    for target in ("none/x.pdf", "folder", "folder/"):
        before = sorted(os.listdir(home.folder))
        problems = ended(home.run("packet", "claim", CONTRACT, "-o", home.path(target)), 4)
        problems += equal(before, sorted(os.listdir(home.folder)), "files") + equal([], os.listdir(home.path("folder")))
        tap.case(f"a packet into {target}", problems)
    tap.case("a packet to a full device", ended(home.run("packet", "claim", CONTRACT, "-o", "/dev/full"), 4))
    before = home.read("plain.pdf")
    problems = ended(home.run("packet", "claim", "HT-0", "-o", home.path("plain.pdf")), 2)
    tap.case("a refused packet leaves the old file", problems + equal(before, home.read("plain.pdf"), "the file"))
    remark = "quanctl: This packet is a draft and says so on every page, because something is missing or open."
    for words, said in (["--quiet"], ""), ([], remark + "\n"):
        answer = home.run("packet", "claim", OTHER, "--as-of", "2025-07-20", *words, "-o", home.path("x.pdf"))
        tap.case(" ".join(["a draft packet", *words]), ended(answer, 0) + equal(said, answer.stderr, "stderr"))


def main(program, sample):
    tap = Tap()
    with Home(program) as home:
        tap.case("import of the sample", ended(home.run("import", sample), 0))
        check_bytes(tap, home)
        check_frozen(tap, home)
        act(tap, home, ENDS)
        check_records(tap, home)
        check_targets(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
