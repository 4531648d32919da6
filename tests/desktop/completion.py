#!/usr/bin/env python3
"""Completes command lines as bash does: completion.py QUANCTL FILE, the completion's."""
import re
import subprocess
import sys

from quanctl import Home, Tap, equal

# Reads the file given first, inside a function as bash-completion does, and says what the words behind it complete to.
ASK = """
set -eu
load () { source "$1"; }
load "$1"; shift
[ "$(complete -p quanctl)" = 'complete -F _quanctl quanctl' ]
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_quanctl quanctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""

CASES = [
    ("cl", ["claim"]),
    ("claim ap", ["approve"]),
    ("claim re", ["reject", "return"]),
    ("claim approve HT-001 --v", ["--version", "--voucher"]),
    ("claim approve HT-001 --voucher ", []),
    ("--store q.db --json cl", ["claim"]),
    ("--as-of 2025-07-08 policy l", ["lint", "list"]),
    ("import --d", ["--dry-run"]),
    ("check --d", []),
    ("help red", ["redemption"]),
    ("export ", ["workspace"]),
    ("--as", ["--as-of"]),
    ("frobnicate ", []),
]


def complete(file, line):
    answer = subprocess.run(["bash", "-c", ASK, "bash", file, "quanctl", *line.split(" ")], stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, encoding="utf-8", check=False)
    return sorted(answer.stdout.split())


def offered(file, words):
    """The words and options that may follow."""
    return set(complete(file, " ".join([*words, ""]))) | set(complete(file, " ".join([*words, "-"])))


def check_help(tap, home, file):
    """Everything that the help names is offered."""
    overview = home.run("--help", store=False).stdout
    for command in re.findall(r"^  ([a-z]+(?: [a-z]+)*)", overview.split("Options of every")[0], re.MULTILINE):
        words = command.split()
        problems = [] if words[-1] in offered(file, words[:-1]) else ["it is not offered"]
        if words != ["help"]:
            text = home.run("help", *words, store=False).stdout
            named = set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.MULTILINE))
            problems += sorted(named ^ {word for word in offered(file, words) if word.startswith("--")})
        tap.case(command, problems)


def main(quanctl, file):
    tap = Tap()
    for line, expected in CASES:
        tap.case(f"“quanctl {line}”", equal(expected, complete(file, line), "completions"))
    with Home(quanctl) as home:
        check_help(tap, home, file)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
