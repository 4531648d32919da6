#!/usr/bin/env python3
"""Runs worked cases through quanctl: golden.py QUANCTL PACK FILE…

Each case is imported into an empty store, its command is run with --json, and what the case expects is compared. PACK is
a policy file installed beforehand, for cases of another programme.
"""
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from quanctl import Home, Tap, ended


def compare(expected, found, path=""):
    """What differs; of an object only the members that are expected are looked at."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f"{path}: {found!r}, expected an object"]
        return [problem for key, value in expected.items()
                for problem in MEMBERS.get(key, compare_member)(value, found, key, f"{path}.{key}")]
    if isinstance(expected, list):
        if not isinstance(found, list) or len(expected) != len(found):
            return [f"{path}: {found!r}, expected {expected!r}"]
        return [problem for i, pair in enumerate(zip(expected, found)) for problem in compare(*pair, f"{path}[{i}]")]
    return [] if expected == found else [f"{path}: {found!r}, expected {expected!r}"]


def compare_member(expected, found, key, path):
    if key not in found:
        return [f"{path} is missing"]
    return compare(expected, found[key], path)


def compare_rules(expected, found, key, path):
    verdicts = {rule["id"]: rule["verdict"] for rule in found[key]}
    return compare(expected, verdicts, path)


def compare_items(expected, found, key, path):
    items = {item["voucher"]: item for item in found[key]}
    return [problem for item in expected
            for problem in compare(item, items.get(item["voucher"], {}), f"{path}[{item['voucher']}]")]


def compare_absent(expected, found, _key, path):
    return [f"{path}: {item['voucher']} is listed" for item in found["items"] if item["voucher"] in expected]


def compare_set(expected, found, key, path):
    return [] if sorted(expected) == sorted(found[key]) else [f"{path}: {found[key]!r}, expected {expected!r}"]


MEMBERS = {
    "rules": compare_rules,
    "items": compare_items,
    "absent_items": compare_absent,
    "warnings": compare_set,
}


def run_case(program, pack, case):
    with Home(program) as home:
        problems = ended(home.run("policy", "install", pack, store=False), 0)
        problems += ended(home.run("import", home.write("workspace.json", case["workspace"])), 0)
        answer = home.run(*case["command"], *case["options"], "--as-of", case["as_of"], "--json")
        found = json.loads(answer.stdout or "null")
        status = 0
        if case["command"][0] == "check" and found:
            found = found[0]
            status = 1 if found["verdict"] == "fail" else 0
        return problems + ended(answer, status) + compare(case["expect"], found)


def main(program, pack, *files):
    tap = Tap()
    cases = []
    for path in files:
        with open(path, encoding="utf-8") as file:
            cases += json.load(file)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, problems in zip(cases, pool.map(lambda case: run_case(program, pack, case), cases)):
            tap.case(f"{case['id']} {case['title']}", problems)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
