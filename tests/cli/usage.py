#!/usr/bin/env python3
"""How quanctl takes its command line and how it ends: usage.py QUANCTL SAMPLE"""
import json
import os
import subprocess
import sys

from quanctl import Home, Tap, ended

COMMANDS = [
    "import", "export", "check", "quota", "claim new", "claim submit", "claim return", "claim approve", "claim reject",
    "claim withdraw", "redemption preview", "packet claim", "policy list", "policy show", "policy lint",
    "policy install", "journal", "verify",
]

# Words of the command line, status, and how stderr ends. {} is the home. The store holds the sample.
ENDINGS = [
    (["--version"], 0, None),
    (["--help"], 0, None),
    (["help", "claim"], 0, None),
    (["claim", "--help"], 0, None),
    ([], 2, "What shall be done? “quanctl --help” lists the commands."),
    (["frobnicate"], 2, "There is no command “frobnicate”. “quanctl --help” lists them."),
    (["help", "frobnicate"], 2, "There is no command “frobnicate”. “quanctl --help” lists them."),
    (["claim"], 2, "There is no command “claim”. “quanctl --help” lists them."),
    (["check", "--frobnicate"], 2, "There is no option --frobnicate. “quanctl --help” lists the commands and options."),
    (["check", "-x"], 2, "There is no option -x. “quanctl --help” lists the commands and options."),
    (["check", "--year", "2024"], 2, "“check” takes no option --year. “quanctl help check” shows what it takes."),
    (["check", "--json=yes"], 2, "The option --json takes no value."),
    (["check", "--as-of"], 2, "The option --as-of needs a value: DATE."),
    (["check", "--as-of", "2024-02-30"], 2, None),
    (["check", "--as-of=2025年7月8日", "HT-2025-001"], 0, None),
    (["--as-of", "20250708", "check", "HT-2025-001"], 0, None),
    (["quota", "--year", "24"], 2, "--year: “24” is not a number from 1900 to 2999."),
    (["quota", "--wait", "-1"], 2, "--wait: “-1” is not a number from 0 to 86400."),
    (["quota", "2024"], 2, "Usage: quanctl quota"),
    (["import"], 2, "Usage: quanctl import FILE…"),
    (["export", "workspace"], 2, "“export” needs the option --output."),
    (["export", "everything", "-o", "-"], 2, "“everything” cannot be exported. What can be: workspace."),
    (["check", "HT-0"], 2, "There is no contract “HT-0”. Look at its number, or import it first."),
    (["check", "--", "--json"], 2, "There is no contract “--json”. Look at its number, or import it first."),
    (["check", "--enterprise", "91110108MA01ABC250"], 2, None),
    (["check", "--policy", "none"], 2, None),
    (["check", "--reading", "tax"], 2, "“tax” is not a reading. Write it as KEY=VALUE."),
    (["check", "--reading", "tax=none"], 2, None),
    (["check", "--reading", "sales=net"], 2, None),
    (["redemption", "preview", "2024Q5"], 2,
     "“2024Q5” is not a round. Write the year and the quarter or half year, such as 2024Q2 or 2024H1."),
    (["redemption", "preview", "2030Q1"], 0, None),
    (["claim", "approve", "HT-2025-001"], 2, "“claim approve” needs the option --voucher."),
    (["claim", "new", "HT-2025-001", "--amount", "a lot"], 2, None),
    (["claim", "new", "HT-2025-001", "--amount", "-1"], 2, "--amount: “-1” is not an amount above zero."),
    (["policy", "show", "none"], 2, None),
    (["policy", "lint", "{}/none.policy"], 3, None),
    (["policy", "install", "{}/none.policy"], 3, None),
    (["import", "{}/none.json"], 3, None),
    (["import", "{}"], 3, None),
    (["import", "{}/table.csv"], 3, None),
    (["--store", "{}/none.db", "check"], 4, None),
    (["--store", "{}/none.db", "verify"], 4, None),
    (["verify", "{}/none.db"], 4, None),
    (["--store", "{}/none.db", "claim", "new", "HT-2025-001"], 4, None),
    (["--store", "{}/table.csv", "check"], 4, None),
    (["--store", "{}", "check"], 4, None),
    (["export", "workspace", "-o", "{}/none/x.json"], 4, None),
    (["verify"], 0, None),
]


def check_endings(tap, home):
    for words, status, stderr in ENDINGS:
        words = [word.replace("{}", home.folder) for word in words]
        answer = home.run(*words)
        problems = ended(answer, status, stderr and "quanctl: " + stderr)
        if status >= 2 and answer.stdout:
            problems.append(f"stdout of a refusal: {answer.stdout}")
        if status >= 2 and not answer.stderr.startswith("quanctl: "):
            problems.append(f"stderr: {answer.stderr}")
        tap.case(" ".join(words).replace(home.folder, "") or "no words at all", problems)
    tap.case("a refused command makes no store", ["none.db"] if os.path.exists(home.path("none.db")) else [])


def check_help(tap, home):
    overview = home.run("--help").stdout
    for command in COMMANDS:
        answer = home.run(*command.split(), "--help")
        problems = ended(answer, 0)
        if f"quanctl {command}" not in answer.stdout or f"\n  quanctl {command}" not in answer.stdout:
            problems.append("usage or example is missing")
        if home.run("help", *command.split()).stdout != answer.stdout:
            problems.append("“help” says something else")
        if f"\n  {command} " not in overview:
            problems.append("the overview does not name it")
        tap.case(f"help of {command}", problems)


def is_chinese(text):
    return any("一" <= c <= "鿿" for c in text)


def check_language(tap, home):
    chinese = {"LANGUAGE": "zh_CN"}
    for words in (["--help"], ["help", "claim"], ["check", "--as-of", "2025-07-08"], ["quota"], ["journal"],
                  ["redemption", "preview", "2024Q3"], ["policy", "show"], ["verify"]):
        text = home.run(*words, environment=chinese).stdout
        plain = home.run(*words, environment={**chinese, "LC_ALL": "C"}).stdout
        tap.case(f"{' '.join(words)} in Chinese", [
            *([] if is_chinese(text) else ["no Chinese"]),
            *([] if text != plain and home.run(*words).stdout == plain else ["not English in the locale C"]),
        ])
    answer = home.run("frobnicate", environment=chinese)
    tap.case("messages in Chinese", [] if is_chinese(answer.stderr) else [answer.stderr])
    keys = [list(json.loads(home.run("check", "--json", environment=e).stdout)[0]) for e in ({}, chinese)]
    tap.case("keys of JSON follow no locale", [] if keys[0] == keys[1] else [keys])


def check_output(tap, home):
    with open("/dev/full", "w", encoding="utf-8") as full:
        for words in (["check"], ["check", "--json"], ["quota"], ["--help"], ["export", "workspace", "-o", "-"]):
            tap.case(f"{' '.join(words)} on a full device", ended(home.run(*words, stdout=full), 4))
    tap.case("export to a full device", ended(home.run("export", "workspace", "-o", "/dev/full"), 4))
    tap.case("the device is still one", [] if not os.path.isfile("/dev/full") else ["/dev/full has become a file"])


def check_lapsed(tap, home):
    for words in (["check"], ["quota"], ["redemption", "preview", "2025Q4"]):
        lapsed = home.run(*words, "--as-of", "2026-01-01").stdout
        in_force = home.run(*words, "--as-of", "2025-12-31").stdout
        sentence = "This programme lapsed on 2025-12-31: nothing can be claimed under it any more."
        tap.case(f"{words[0]} says that the programme has lapsed, once it has",
                 [] if sentence in lapsed and sentence not in in_force else [lapsed[:400]])


def check_round_trip(tap, home, sample):
    exported = home.path("exported.json")
    problems = ended(home.run("export", "workspace", "-o", exported), 0)
    with open(exported, encoding="utf-8") as first, open(sample, encoding="utf-8") as second:
        if json.load(first) != json.load(second):
            problems.append("the export is another object than the file imported")
    if home.run("export", "workspace", "-o", "-").stdout != open(exported, encoding="utf-8").read():
        problems.append("standard output differs from the file")
    tap.case("export gives the same object back", problems)
    before = home.run("journal", "--json").stdout
    problems = ended(home.run("import", sample), 0) + ended(home.run("import", exported), 0)
    if home.run("journal", "--json").stdout != before:
        problems.append("the journal has grown")
    tap.case("a second import changes nothing", problems)
    answer = home.run("import", "--dry-run", "--json", sample, "--store", home.path("new.db"), store=False)
    added = sum(counts["added"] for counts in json.loads(answer.stdout)[0]["records"].values())
    tap.case("a dry run tells and makes nothing", [
        *ended(answer, 0), *([] if added > 0 else ["nothing would be added"]),
        *(["a store was made"] if os.path.exists(home.path("new.db")) else [])])


def check_held(tap, home):
    """Another process holds the store by SQLite's own lock, as the window would."""
    script = ("import sqlite3, sys; s = sqlite3.connect(sys.argv[1], isolation_level=None); "
              "s.execute('PRAGMA locking_mode=EXCLUSIVE'); s.execute('BEGIN EXCLUSIVE'); "
              "print('held', flush=True); sys.stdin.read()")
    holder = subprocess.Popen([sys.executable, "-c", script, home.store], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdout.readline()
    answer = home.run("check")
    problems = ended(answer, 4)
    if str(holder.pid) not in answer.stderr:
        problems.append(f"the holder is not named: {answer.stderr}")
    tap.case("a held store", problems)
    waiting = home.run("quota", "--wait", "1")
    tap.case("a store held for longer than the wait", ended(waiting, 4))
    holder.communicate()
    tap.case("a store let go", ended(home.run("quota", "--wait", "1"), 0))


def check_permissions(tap, home):
    mode = os.stat(home.store).st_mode & 0o777
    tap.case("a new store is its owner's alone", [] if mode == 0o600 else [oct(mode)])


def main(program, sample):
    tap = Tap()
    with Home(program) as home:
        home.write("table.csv", "a,b\n1,2\n")
        tap.case("import into a new store", ended(home.run("import", sample), 0))
        for check in (check_permissions, check_endings, check_help, check_language, check_output, check_lapsed, check_held):
            check(tap, home)
        check_round_trip(tap, home, sample)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
