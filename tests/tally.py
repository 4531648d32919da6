#!/usr/bin/env python3
"""Counts the tests of meson's logs and shows the output of those that failed.

Every LOG is a meson-logs/testlog.json. A TAP subtest is one test, and a program that does not speak TAP is one. A program
that ends badly without naming a failed test counts as one failed, and so does a log that is missing; a test that is
skipped did not pass. The last line is "N passed, N failed"; the status is 1 if any failed or none ran.
"""
import json
import re
import sys

TAP_LINE = re.compile(r"^\s*(?P<failed>not )?ok\b(?P<rest>.*)$", re.MULTILINE)
SKIPPED = re.compile(r"#\s*skip", re.IGNORECASE)
GOOD = ("OK", "EXPECTEDFAIL")


def tally_program(program):
    """The numbers of passed and failed tests of one program."""
    good = program["result"] in GOOD
    lines = list(TAP_LINE.finditer(program.get("stdout") or ""))
    failed = sum(1 for line in lines if line["failed"] or SKIPPED.search(line["rest"]))
    passed = len(lines) - failed
    if not lines and good:
        passed = 1
    if failed == 0 and not good:
        failed = 1
    return passed, failed


def report(path, program):
    print(f"\n{program['name']}: {program['result']}, status {program['returncode']} ({path})")
    for stream in ("stdout", "stderr"):
        if program.get(stream):
            print(program[stream].rstrip())


def tally_log(path):
    try:
        with open(path, encoding="utf-8") as log:
            programs = [json.loads(line) for line in log]
    except (OSError, ValueError) as error:
        print(f"\nThe tests did not run to their end: {error}.")
        return 0, 1
    passed = failed = 0
    for program in programs:
        good, bad = tally_program(program)
        passed += good
        failed += bad
        if bad:
            report(path, program)
    return passed, failed


def main(paths):
    counts = [tally_log(path) for path in paths]
    passed = sum(good for good, _ in counts)
    failed = sum(bad for _, bad in counts)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1:]))
