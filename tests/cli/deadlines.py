#!/usr/bin/env python3
"""What is due, and the calendar file of it, read by a parser that is not Quan's: deadlines.py QUANCTL SAMPLE"""
import datetime
import os
import sys

import icalendar

from quanctl import Home, Tap, ended, equal

OWNER, OTHER = "91110108MA01ABC25F", "91110302600123450J"
LINE_MAX = 75

# As-of dates of the sample, and what is due: date, advised, kind, contract, amount.
DUE = {
    "2024-06-03": [
        ("2024-06-30", "2024-06-28", "redemption-filing", None, "0.00"),
        ("2025-03-31", None, "contract-end", "HT-2024-009", "240000.00"),
        ("2025-07-15", None, "claim-submission", "HT-2025-002", "131561.64"),
        ("2025-11-16", None, "no-round", None, "24701.37"),
        ("2025-12-31", None, "policy-end", None, None),
    ],
    "2025-10-28": [
        ("2025-07-15", None, "claim-submission", "HT-2025-002", "131561.64"),
        ("2025-07-25", None, "evidence-stale", "HT-2025-002", "131561.64"),
        ("2025-11-15", "2025-11-14", "redemption-filing", None, "119671.24"),
        ("2025-11-16", None, "no-round", None, "24701.37"),
        ("2025-12-31", None, "policy-end", None, None),
    ],
    "2026-07-01": [
        ("2025-07-15", None, "claim-submission", "HT-2025-002", "131561.64"),
        ("2025-11-16", None, "no-round", None, "119671.24"),
    ],
}

# What could be taken for more than text. The parser misreads a backslash before "n", "," and ";": these are left to
# tests/core/test-calendar.c.
INTRUDER = "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nEND:VEVENT\r\n"
HOSTILE_NAME = "甲；乙; 丙, 丁\\ \"" + INTRUDER + "戊\t\u2028" + "己𠮷" * 60
HOSTILE_NUMBER = "HT;1,\\2\"%@/" + "庚" * 40
HOSTILE_REASON = "缺:材料" + INTRUDER + "请,补;正\\"
HOSTILE = {
    "format": "quan-workspace", "version": 1,
    "enterprises": [{"uscc": OWNER, "name": HOSTILE_NAME, "region": "110108"}],
    "contracts": [{"number": number, "enterprise": OWNER} for number in (HOSTILE_NUMBER, "HT-2", "HT-3")],
    "claims": [
        {"contract": HOSTILE_NUMBER, "state": "returned", "submitted": "2025-03-01", "requested": "1.00",
         "reason": HOSTILE_REASON},
        {"contract": "HT-2", "state": "returned", "submitted": "2025-03-01", "requested": "1.00"},
        {"contract": "HT-2", "state": "returned", "submitted": "2025-03-02", "requested": "2.00"},
        {"contract": "HT-3", "state": "draft"},
    ],
}


def plain(text):
    """What a calendar keeps of a text."""
    return text.replace("\r\n", "\n").replace("\t", " ")


def read_calendar(data):
    """The events of a calendar file, in their order, and what is wrong with its lines."""
    lines, problems = data.split(b"\r\n"), []
    if lines.pop() or any(b"\n" in line or b"\r" in line for line in lines):
        problems.append("a line does not end as it has to")
    problems += [f"longer than {LINE_MAX} octets: {line}" for line in lines if len(line) > LINE_MAX]
    for line in lines:
        try:
            line.decode()
        except UnicodeDecodeError:
            problems.append(f"a character is cut in two: {line}")
    calendar = icalendar.Calendar.from_ical(data)
    problems += equal(["2.0", "GREGORIAN"], [calendar["version"], calendar["calscale"]], "calendar")
    return calendar.walk("vevent"), problems


def compare_event(event, due, as_of):
    """Problems with an event, which should say what an object of the answer says."""
    day = datetime.date.fromisoformat(due["date"])
    stamp = datetime.datetime.fromisoformat(as_of).replace(tzinfo=datetime.timezone.utc)
    alarms = [(alarm["action"], alarm["trigger"].dt.days) for alarm in event.walk("valarm")]
    description = str(event["description"])
    problems = equal([day, day + datetime.timedelta(1), stamp.date(), str(due["what"])],
                     [event["dtstart"].dt, event["dtend"].dt, event["dtstamp"].dt.date(), str(event["summary"])],
                     "event")
    problems += equal([("DISPLAY", -14), ("DISPLAY", -3)], alarms, "alarms")
    if not description.startswith(plain(due["detail"])) or OWNER not in description:
        problems.append(f"description {description!r}")
    if (due["amount"] is not None) != (" yuan " in description):
        problems.append(f"amount {due['amount']} and {description!r}")
    return problems


def check_calendar(tap, home, as_of):
    due = home.answer("deadlines", "--as-of", as_of, "--ics", home.path("due.ics"))
    data = home.read("due.ics")
    events, problems = read_calendar(data)
    problems += equal(len(due), len(events), "events")
    for event, one in zip(events, due):
        problems += compare_event(event, one, as_of)
    tap.case(f"{as_of}: the calendar says what the answer says", problems)
    piped = home.run("deadlines", "--as-of", as_of, "--ics", "-")
    tap.case(f"{as_of}: the same bytes on standard output", ended(piped, 0) + equal(
        data.decode().replace("\r\n", "\n"), piped.stdout))


def uids(home, *words, **options):
    home.run("deadlines", "--ics", home.path("uids.ics"), *words, **options)
    return {str(event["uid"]) for event in read_calendar(home.read("uids.ics"))[0]}


def check_sample(tap, home, sample):
    home.run("import", sample)
    for as_of, expected in DUE.items():
        answer = home.answer("deadlines", "--as-of", as_of)
        keys = ("date", "advised", "kind", "contract", "amount")
        tap.case(f"{as_of}: what is due", equal(expected, [tuple(one[key] for key in keys) for one in answer]))
        check_calendar(tap, home, as_of)
    text = home.run("deadlines", "--as-of", "2025-10-28").stdout
    tap.case("for people", [f"{words} is missing" for words in (
        OWNER, "2025-11-15", "119,671.24", "payable in this round", "so file by 2025-11-14") if words not in text])
    english = uids(home, "--as-of", "2025-10-28")
    chinese = uids(home, "--as-of", "2025-11-12", environment={"LANGUAGE": "zh_CN"})
    tap.case("an event keeps its name", equal(5, len(english), "names") + equal(english, chinese, "names"))


def check_hostile(tap, home):
    home.store = home.path("hostile.db")
    problems = ended(home.run("import", home.write("hostile.json", HOSTILE)), 0)
    check_calendar(tap, home, "2025-04-01")
    events, _ = read_calendar(home.read("due.ics"))
    problems += equal(5, len(events), "events") + equal(5, len({str(event["uid"]) for event in events}), "names")
    said = "\n".join(str(event["summary"]) + str(event["description"]) for event in events)
    for text in (HOSTILE_NUMBER, HOSTILE_REASON, HOSTILE_NAME):
        kept = plain(text)
        problems += [] if kept in said else [f"{kept!r} is lost"]
    tap.case("hostile texts stay texts", problems)


def check_refusals(tap, home, sample):
    home.store = home.path("refusals.db")
    tap.case("without a store", ended(home.run("deadlines"), 4))
    home.run("import", sample)
    home.write("kept.ics", "kept")
    both = home.run("deadlines", "--json", "--ics", "-")
    tap.case("two answers on one output", ended(both, 2) + equal("", both.stdout))
    for path in (home.path("missing/due.ics"), home.folder, "/dev/full"):
        answer = home.run("deadlines", "--ics", path)
        tap.case(f"no file {os.path.basename(path)}", ended(answer, 4) + equal("", answer.stdout))
    two = {"format": "quan-workspace", "version": 1, "enterprises": [{"uscc": OTHER}]}
    home.run("import", home.write("two.json", two))
    tap.case("of several enterprises none is chosen",
             ended(home.run("deadlines", "--ics", home.path("kept.ics")), 2) + equal(b"kept", home.read("kept.ics")))
    named = home.answer("deadlines", "--enterprise", OTHER, "--as-of", "2026-07-01")
    text = home.run("deadlines", "--enterprise", OTHER, "--as-of", "2026-07-01").stdout
    tap.case("nothing is due", equal([], named) + ([] if text.endswith("\nNothing is due.\n") else [text]))


def main():
    quanctl, sample = sys.argv[1:]
    tap = Tap()
    with Home(quanctl) as home:
        check_sample(tap, home, sample)
        check_hostile(tap, home)
        check_refusals(tap, home, sample)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
