#!/usr/bin/env python3
"""What quanctl keeps: imports, names of contracts, stores it refuses, damage and answers: records.py QUANCTL SAMPLE"""
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing

from quanctl import Home, Tap, ended, equal

FIRST, SECOND = "91110108MA01ABC25F", "91110302600123450J"
TWO = {
    "format": "quan-workspace", "version": 1,
    "enterprises": [{"uscc": FIRST, "name": "甲公司"}, {"uscc": SECOND, "name": "乙公司"}],
    "contracts": [{"number": "HT-1", "enterprise": FIRST}, {"number": "HT-1", "enterprise": SECOND},
                  {"number": "HT-2", "enterprise": SECOND}],
}
SEVERAL = f"There are several enterprises. Name one of them:\n  {FIRST}  甲公司\n  {SECOND}  乙公司"
AMBIGUOUS = f"Several enterprises have a contract “HT-1”. Name one of them: {FIRST}/HT-1, {SECOND}/HT-1."
UNKNOWN = "There is no contract “{}”. Look at its number, or import it first."

# Words, and the enterprises and contracts that are answered, or the message of the refusal.
NAMES = [
    (["check", "HT-1"], AMBIGUOUS),
    (["check", "HT-2", "HT-1"], AMBIGUOUS),
    (["check", f"{FIRST}/HT-1"], [(FIRST, "HT-1")]),
    (["check", f"{SECOND.lower()}/HT-1"], [(SECOND, "HT-1")]),
    (["check", "HT-1", "--enterprise", SECOND], [(SECOND, "HT-1")]),
    (["check", "HT-2"], [(SECOND, "HT-2")]),
    (["check", f"{FIRST}/HT-2"], UNKNOWN.format(f"{FIRST}/HT-2")),
    (["check", "HT-2", "--enterprise", FIRST], UNKNOWN.format("HT-2")),
    (["check", f"{SECOND}/HT-1", "--enterprise", FIRST], UNKNOWN.format(f"{SECOND}/HT-1")),
    (["check", "--enterprise", SECOND], [(SECOND, "HT-1"), (SECOND, "HT-2")]),
    (["check"], [(FIRST, "HT-1"), (SECOND, "HT-1"), (SECOND, "HT-2")]),
    (["claim", "new", "HT-1"], AMBIGUOUS),
    (["packet", "claim", "HT-1", "-o", "-"], AMBIGUOUS),
    (["redemption", "preview", "2024Q2"], SEVERAL),
]

# What is done to the file of a store, and how the refusal goes on behind its name.
REFUSED_STORES = [
    ("newer", lambda path: script(path, f"PRAGMA user_version = {version(path) + 1}"), "has version "),
    ("of another program", lambda path: script(path, "PRAGMA application_id = 7"), "is a database of another program"),
    ("without a version", lambda path: script(path, "PRAGMA user_version = 0"), "is damaged: it has no version"),
    ("overwritten at its start", lambda path: overwrite(path, 0, b"x" * 100), "is not a store of this program"),
    ("emptied", lambda path: os.truncate(path, 0), "is empty, and a store never is"),
]

# Damage to a whole store: what is done to its file or evidence, and where it is found.
DAMAGES = [
    ("a changed amount",
     lambda path: script(path, "UPDATE claims SET requested = requested + 1 WHERE state = 'approved'"), "journal"),
    ("a changed row of the journal", lambda path: script(path, "UPDATE journal SET who = 'another' WHERE number = 2"),
     "journal"),
    ("a lost row of the journal", lambda path: script(path, "DELETE FROM journal WHERE number = 1"), "journal"),
    ("a changed answer",
     lambda path: script(path, "UPDATE packets SET answer = replace (answer, '120986.30', '120986.31')"), "packets"),
    ("a changed packet", lambda path: overwrite(evidence(path), 0, b"x"), "evidence"),
    ("a lost packet", lambda path: os.remove(evidence(path)), "evidence"),
]


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def version(path):
    with closing(sqlite3.connect(path)) as store:
        return store.execute("PRAGMA user_version").fetchone()[0]


def script(path, sql):
    """Runs SQL with the triggers away, and puts them back."""
    with closing(sqlite3.connect(path)) as store:
        triggers = store.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        drops, texts = [f"DROP TRIGGER {name}" for name, _ in triggers], [text for _, text in triggers]
        store.executescript(";".join([*drops, sql, *texts]))


def evidence(path):
    """The one file of evidence of a store."""
    name, = os.listdir(path + ".evidence")
    return os.path.join(path + ".evidence", name)


def overwrite(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


def contents(home):
    return [home.run("export", "workspace", "-o", "-").stdout, home.run("journal", "--json").stdout]


def check_imports(tap, home, sample):
    tap.case("import", ended(home.run("import", sample), 0))
    with open(sample, encoding="utf-8") as file:
        tap.case("the export is the sample byte for byte", equal(file.read(), contents(home)[0], "export"))
    before = contents(home)
    again = home.answer("import", sample)[0]["records"]
    tap.case("the second import finds everything there", equal(
        {section: {"added": 0, "changed": 0} for section in again}, again, "records"))
    tap.case("the second import changes nothing", equal(before, contents(home)))
    other = json.loads(before[0])
    other["contracts"][0]["title"] = "另一名称"
    other["providers"].append({"uscc": "91310115MA1H7TAB26"})
    path, hash_before = home.write("other.json", other), digest(home.store)
    dry = home.answer("import", "--dry-run", path)[0]
    tap.case("a dry run counts", equal({"dry_run": True, "records": {
        "contracts": {"added": 0, "changed": 1, "same": 3}, "providers": {"added": 1, "changed": 0, "same": 2}}}, dry))
    problems = equal(before, contents(home)) + equal(hash_before, digest(home.store), "the file")
    tap.case("a dry run changes nothing", problems)
    real = home.answer("import", path)[0]
    tap.case("the import does what the dry run said", equal({**dry, "dry_run": False}, real)
             + equal(other["contracts"][0]["title"], json.loads(contents(home)[0])["contracts"][0]["title"]))
    before = contents(home)
    answer = home.run("import", home.write("good.json", {"format": "quan-workspace", "version": 1, "providers": [
        {"uscc": "91110112MACX9QR43N"}]}), home.write("bad.json", "{"))
    problems = ended(answer, 3) + equal(True, "91110112MACX9QR43N" in contents(home)[0], "imported")
    tap.case("of two files the sound one stays", problems + ([] if answer.stdout else ["nothing tells of it"]))


def check_names(tap, home):
    home.run("import", home.write("two.json", TWO))
    for words, expected in NAMES:
        if isinstance(expected, str):
            problems = ended(home.run(*words), 2, f"quanctl: {expected}")
        else:
            found = [(contract["enterprise"], contract["contract"]) for contract in home.answer(*words)]
            problems = equal(expected, found, "contracts")
        tap.case(" ".join(words), problems)


def copy_of(home):
    """The store, closed, in a folder of its own where it may be spoilt."""
    folder = tempfile.mkdtemp(dir=home.folder)
    for name in os.listdir(home.folder):
        if name.startswith("s.db"):
            copy = shutil.copytree if os.path.isdir(home.path(name)) else shutil.copy
            copy(home.path(name), os.path.join(folder, name))
    return os.path.join(folder, "s.db")


def check_stores(tap, home):
    for name, spoil, words in REFUSED_STORES:
        path = copy_of(home)
        spoil(path)
        before, problems = digest(path), []
        for command in (["check"], ["quota"], ["verify"], ["import", home.path("good.json")],
                        ["claim", "new", "HT-2025-001"]):
            answer = home.run("--store", path, *command, store=False)
            problems += ended(answer, 4)
            if f'quanctl: "{path}" {words}' not in answer.stderr:
                problems.append(answer.stderr)
        tap.case(f"a store {name}", problems + equal(before, digest(path), "the file"))


def check_damage(tap, home):
    home.run("claim", "submit", "HT-2025-001", "--date", "2025-07-08")
    answer = home.run("verify")
    tap.case("all is well", ended(answer, 0) + equal(f"{home.store}: all is well.\n", answer.stdout, "stdout"))
    tap.case("a copy is well, too", ended(home.run("verify", copy_of(home)), 0))
    for name, spoil, where in DAMAGES:
        path = copy_of(home)
        spoil(path)
        answer = home.run("verify", path, "--json")
        found = json.loads(answer.stdout or "{}")
        problems = ended(answer, 1) + equal(False, found.get("ok"), "ok")
        if where not in {problem["where"].split(" ")[0] for problem in found.get("problems", [])}:
            problems.append(f"nothing is found in {where}: {found}")
        tap.case(name, problems + ended(home.run("verify", path), 1))


def check_answers(tap, home, sample):
    """In JSON every answer is one value and ends its line; --quiet leaves nothing but what was asked for."""
    for words in (["import", sample], ["import", "--dry-run", sample], ["check"], ["check", "HT-2025-002"], ["quota"],
                  ["quota", "--year", "2031"], ["redemption", "preview", "2025Q3"], ["redemption", "preview", "2031Q1"],
                  ["journal"], ["journal", "HT-2025-001"], ["journal", "HT-0"], ["policy", "list"], ["policy", "show"],
                  ["policy", "lint", sample], ["verify"], ["claim", "new", "HT-2025-003"]):
        answer = home.run(*words, "--json")
        problems = equal(True, answer.stdout.endswith("\n"), "the line ends")
        try:
            json.loads(answer.stdout)
        except ValueError as error:
            problems.append(f"{error}: {answer.stdout}")
        tap.case(f"{' '.join(words).replace(sample, 'FILE')} --json", problems)
    odd = home.write("odd.json", {"format": "quan-workspace", "version": 1,
                                  "providers": [{"uscc": "91310115MA1H7TAB27"}]})
    for words, said in ((["import", odd], True), (["--quiet", "import", odd], False),
                        (["--quiet", "claim", "withdraw", "HT-2025-003"], False)):
        answer = home.run(*words)
        tap.case(" ".join(words[:3]).replace(odd, "FILE"), ended(answer, 0) + equal(
            (said, said), (bool(answer.stdout), bool(answer.stderr)), "stdout, stderr"))


def main(program, sample):
    tap = Tap()
    with Home(program) as home:
        check_imports(tap, home, sample)
        check_stores(tap, home)
        check_damage(tap, home)
        check_answers(tap, home, sample)
    with Home(program) as home:
        check_names(tap, home)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
