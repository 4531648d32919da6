#!/usr/bin/env python3
"""Imports malformed workspaces through quanctl: malformed.py QUANCTL FILE

Each is refused with status 3 and its message, and leaves the store as it was, byte for byte.
"""
import hashlib
import json
import os
import sys

from quanctl import Home, Tap, ended


# What the store holds beforehand: nothing a malformed workspace could refer to.
PRESENT = {"format": "quan-workspace", "version": 1, "providers": [{"uscc": "91310115MA1H7TAB26"}]}


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def run_case(home, before, case):
    path = home.write("malformed.json", case["text"])
    problems = ended(home.run("import", path), 3, f"quanctl: {path}: {case['message']}")
    problems += ended(home.run("import", "--dry-run", path), 3, f"quanctl: {path}: {case['message']}")
    if digest(home.store) != before:
        problems.append("the store has changed")
    return problems


def refused_before_creation(home, case):
    path = home.write("malformed.json", case["text"])
    new = home.path("new.db")
    problems = ended(home.run("import", path, "--store", new, store=False), 3)
    return problems + (["a store was made"] if os.path.exists(new) else [])


def main(program, cases):
    tap = Tap()
    with open(cases, encoding="utf-8") as file:
        table = json.load(file)
    with Home(program) as home:
        tap.case("a sound workspace is imported", ended(home.run("import", home.write("sound.json", PRESENT)), 0))
        before = digest(home.store)
        for case in table:
            tap.case(case["id"], run_case(home, before, case))
        tap.case("no store is made for a refused file",
                 [problem for case in table for problem in refused_before_creation(home, case)])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
