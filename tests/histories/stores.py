#!/usr/bin/env python3
"""Plays histories through quanctl and a store, and compares its answers with the model's, to the fen:
stores.py QUANCTL [ENTERPRISES [LIVES [SEED]]]

Many ENTERPRISES in one store are asked about one by one; in LIVES of one enterprise each, redemptions are filed, paid,
returned, rejected and withdrawn as the officer does it, and every act is followed by questions.
"""
import datetime
import json
import random
import sys

from compare import SECTIONS, expected, in_short, question_of
from generate import ONE_DAY, Generator
from histories import History, Tap
from model import READINGS, ROUNDS, yuan
from quanctl import Home, ended, equal

ENTERPRISES, LIVES = 60, 8


class Oracle:
    """Answers histories as the program should, so that they go on without it."""

    @staticmethod
    def ask(workspace, questions):
        return [expected(workspace, question, {"fails": []}) for question in questions]


def merge(workspaces):
    """One workspace of several, whose enterprises share the provider."""
    merged = {**workspaces[0], "enterprises": [one["enterprises"][0] for one in workspaces]}
    merged.update((section, [record for one in workspaces for record in one[section]]) for section in SECTIONS)
    return merged


def compare(home, workspace, question, *words):
    """Problems with what quanctl answers to a question."""
    answer = home.answer(*words, *question["command"], *question["options"], "--as-of", question["as_of"])
    found = in_short(question, answer)
    want = expected(workspace, question, found)
    if question["command"][0] == "redemption":
        found = {key: found[key] for key in want}
    return [] if found == want else [f"{question}\nmodel   {json.dumps(want)}\nprogram {json.dumps(found)}"]


def check_enterprises(tap, quanctl, enterprises, seed):
    """Enterprises of one store do not disturb each other."""
    histories, problems = [History(f"{seed}/{number}", number) for number in range(enterprises)], []
    for history in histories:
        history.play(Oracle)
    with Home(quanctl) as home:
        merged = merge([history.workspace for history in histories])
        imported = home.run("import", home.write("all.json", merged))
        tap.case(f"{enterprises} enterprises, seed {seed}", ended(imported, 0))
        for history in histories:
            as_of = history.generator.date(history.begins)
            questions = history.questions(history.some_label(as_of), as_of)[:4]
            for question in [*questions, question_of(["deadlines"], as_of, history.readings)]:
                problems += compare(home, history.workspace, question, "--enterprise", history.generator.uscc)
        tap.case("each is answered as if it were alone", problems)
        question = question_of(["quota"], "2024-12-31", {})
        quota = [entry for history in histories for entry in expected(history.workspace, question)]
        quota.sort(key=lambda entry: (entry["enterprise"], entry["year"]))
        tap.case("the quota of all together", equal(quota, home.answer("quota", "--as-of", question["as_of"])))


class Officer:
    """One enterprise in a store of its own, round after round."""

    def __init__(self, home, seed):
        self.home = home
        self.random = random.Random(seed)
        self.generator = Generator(self.random)
        self.workspace = self.generator.workspace()
        self.problems, self.acts = [], 0
        home.store = home.path(f"{seed.replace('/', '-')}.db")
        self.expect(ended(home.run("import", home.write("life.json", self.workspace)), 0))

    def expect(self, problems):
        self.problems += problems

    def ask(self, label, as_of):
        """The round, and the year, as they are seen on a day; answers with what the model says of the round."""
        readings = {key: self.random.choice(values) for key, values in READINGS.items()}
        question = question_of(["redemption", "preview", label], as_of, {})
        for one in (question, question_of(question["command"], as_of, readings),
                    question_of([self.random.choice(("quota", "deadlines"))], as_of, readings)):
            self.expect(compare(self.home, self.workspace, one))
        return expected(self.workspace, question)

    def act(self, name, label, as_of, *words, status=0):
        """Does an act and takes over what is recorded then, which may differ in redemptions only."""
        before = self.workspace
        answer = self.home.run("redemption", name, label, "--as-of", str(as_of), *words)
        self.acts += 1
        self.expect([f"{name} {label} on {as_of}: {problem}" for problem in ended(answer, status)])
        self.workspace = json.loads(self.home.run("export", "workspace", "-o", "-").stdout)
        if status:
            self.expect(equal(before["redemptions"], self.workspace["redemptions"], "after a refusal"))
        if self.acts > 1:
            self.expect(equal({key: before[key] for key in before if key != "redemptions"}, self.workspace, name))

    def of_round(self, label, state):
        """The one redemption of a round in a state."""
        found = [one for one in self.workspace["redemptions"] if one["round"] == label and one["state"] == state]
        if len(found) != 1:
            self.expect([f"{len(found)} redemptions of {label} are {state}: {self.workspace['redemptions']}"])
            return {"items": []}
        return found[0]

    def compare_items(self, label, state, preview):
        """A filing holds what the model says of the round; a voucher that brings nothing need not be in it."""
        items = {item["voucher"]: item for item in self.of_round(label, state)["items"]}
        for item in preview["items"]:
            filed = items.pop(item["voucher"], None)
            if filed is not None or item["amount"] not in (None, "0.00"):
                self.expect(equal({"amount": item["amount"], "invoices": item["invoices"]}, filed, f"{label} {state}"))
        self.expect([f"{label}: {items} is filed"] if items else [])

    def file(self, label, as_of, returned=False):
        """Files a round on a day, sometimes by way of a draft; False where there is nothing to file."""
        preview = self.ask(label, as_of)
        brings = any(item["amount"] not in (None, "0.00") for item in preview["items"])
        if not brings:
            if not any(item["invoices"] for item in preview["items"]):
                self.act("submit", label, as_of, status=3)
            return False
        if self.generator.chance(30):
            self.act("new", label, as_of, status=3 if returned else 0)
            if not returned:
                self.compare_items(label, "draft", preview)
        if self.generator.chance(10):
            self.act("submit", label, ROUNDS[label][1] + ONE_DAY, status=3)
        self.act("submit", label, as_of)
        self.compare_items(label, "submitted", preview)
        self.ask(label, as_of)
        return True

    def play(self):
        """Goes through the rounds; the authority answers as it likes."""
        for label, (first, until, *_) in ROUNDS.items():
            as_of = self.generator.date(first, until)
            if not self.generator.chance(70) or not self.file(label, as_of):
                continue
            fate = self.random.choice(("pay", "pay", "pay", "", "return", "reject", "withdraw"))
            later = as_of + datetime.timedelta(self.random.randint(0, 40))
            if fate:
                received = ["--amount", yuan(self.generator.amount())] if self.generator.chance(30) else []
                self.act(fate, label, later, *(received if fate == "pay" else []))
                self.ask(self.random.choice(list(ROUNDS)), later)
            if fate in ("return", "reject", "withdraw") and later <= until:
                self.file(label, self.generator.date(later, until), fate == "return")
        problems = self.home.answer("verify")["problems"]
        self.expect([f"verify: {problem}" for problem in problems])


def check_lives(tap, quanctl, lives, seed):
    acts = 0
    with Home(quanctl) as home:
        for number in range(lives):
            officer = Officer(home, f"{seed}/{number}")
            officer.play()
            acts += officer.acts
            tap.case(f"life {number} of seed {seed}, {officer.acts} acts", officer.problems[:5])
    tap.case(f"{acts} acts", [] if acts > lives else ["hardly anything was done"])


def main():
    quanctl = sys.argv[1]
    enterprises, lives, seed = [int(word) for word in sys.argv[2:]] + [
        ENTERPRISES, LIVES, random.SystemRandom().randrange(10 ** 9)][len(sys.argv) - 2:]
    tap = Tap()
    check_enterprises(tap, quanctl, enterprises, seed)
    check_lives(tap, quanctl, lives, seed)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
