#!/usr/bin/env python3
"""Plays histories made at random and compares every answer of the engine with the model's, to the fen:
histories.py ANSWER [HISTORIES [SEED]]

ANSWER is the program that answers questions about workspaces. Without a SEED each run draws its own and prints it; with
it the same histories come again. Of a difference the smallest history that still shows it is written as a golden case.
"""
import os
import random
import sys

from compare import Answerer, expected, question_of, report
from generate import LAST_ROUND, Generator
from model import CAP, READINGS, ROUNDS, day, fen, yuan

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from quanctl import Tap  # pylint: disable=wrong-import-position

HISTORIES = 2500
FAILURES = 5  # after which the search ends
LABELS = [*ROUNDS, "2023Q3", "2026Q1", "2024H1"]


class History:
    """A workspace that goes through the rounds of its time."""

    def __init__(self, seed, number=0):
        self.random = random.Random(seed)
        self.generator = Generator(self.random, number)
        self.workspace = self.generator.workspace()
        self.readings = self.some_readings()
        self.issued = [day(claim["issued"]) for claim in self.workspace["claims"] if "issued" in claim]
        self.begins = min(self.issued, default=LAST_ROUND)
        self.free = {one["number"]: one["contract"] for one in self.workspace["invoices"]}
        self.computed = self.generator.chance(70)  # its redemptions are what the program computes

    def some_readings(self):
        if self.generator.chance(50):
            return {}
        return {key: self.random.choice(values) for key, values in READINGS.items()}

    def some_label(self, as_of):
        """Of any round, or of one about the day."""
        near = [label for label, (_, until, *_) in ROUNDS.items() if abs((until - as_of).days) < 100]
        return self.random.choice(LABELS if self.generator.chance(30) or not near else near)

    def questions(self, label, as_of):
        """About one moment: of the round in hand first."""
        numbers = [contract["number"] for contract in self.workspace["contracts"]]
        idle = [number for number in numbers if number not in [one["contract"] for one in self.workspace["claims"]]]
        another = self.generator.date(min(self.begins, as_of))
        return [question_of(["redemption", "preview", label], as_of, self.readings),
                question_of(["redemption", "preview", self.some_label(another)], another, self.some_readings()),
                question_of(["redemption", "preview", self.some_label(as_of)], as_of, self.some_readings()),
                question_of(["quota"], self.random.choice((as_of, another)), self.some_readings()),
                question_of(["check", self.random.choice(numbers)], another, self.some_readings()),
                question_of(["check", self.random.choice(idle or numbers)], self.generator.date(),
                            self.some_readings())]

    def file(self, answer, as_of):
        """Files a round as it was answered."""
        items = [{key: item[key] for key in ("voucher", "invoices", "amount")} for item in answer["items"]
                 if item["amount"] is not None and (item["invoices"] or fen(item["amount"]) != 0)]
        if items:
            redemption = {"round": answer["round"], "enterprise": self.generator.uscc, "items": items}
            self.workspace["redemptions"].append(self.generator.stamp(redemption, as_of, self.free))

    def change(self):
        """A contract is cut or increased."""
        contract = self.random.choice(self.workspace["contracts"])
        for line in contract.get("lines", ()):
            share = self.random.choice((0, 1, 2, 3))
            line.update((key, yuan(fen(line[key]) * share // 2)) for key in ("amount", "net") if key in line)

    def moments(self):
        """A day in each round of its time, most of them."""
        for label, (first, until, *_) in ROUNDS.items():
            if until >= self.begins and self.generator.chance(75):
                yield label, self.generator.date(first, until)

    def go_on(self, answer, as_of):
        """What happens after the round in hand was looked at."""
        if self.generator.chance(10):
            self.change()
        if self.computed and self.generator.chance(80):
            self.file(answer, as_of)
        elif self.issued and not self.computed and self.generator.chance(50):
            self.workspace["redemptions"].append(self.generator.redemption(self.workspace, self.free))

    def play(self, answerer):
        """The first question that is answered otherwise than by the model, or None, and how many there were."""
        asked = 0
        for label, as_of in self.moments():
            questions = self.questions(label, as_of)
            answers = answerer.ask(self.workspace, questions)
            asked += len(questions)
            for question, given in zip(questions, answers):
                if given != expected(self.workspace, question, given):
                    return question, asked
            self.go_on(answers[0], as_of)
        return None, asked


class Life:
    """Vouchers from their issue to the last round, every fen delivered and invoiced."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.generator = Generator(self.random)
        self.workspace = self.generator.whole_workspace()
        self.readings = {key: self.random.choice(values) for key, values in READINGS.items() if key != "window-start"}
        self.held_back = False
        share = "net" if self.readings["tax"] == "net" else "amount"
        self.values = {claim["voucher"]: min(fen(claim["approved"]), fen(contract["lines"][0][share]) // 5)
                       for claim, contract in zip(self.workspace["claims"], self.workspace["contracts"])}

    def redeemed(self, key):
        """What is redeemed of each voucher, or in each year."""
        sums = {}
        for redemption in self.workspace["redemptions"]:
            for item in redemption["items"]:
                index = key(redemption, item)
                sums[index] = sums.get(index, 0) + fen(item["amount"])
        return sums

    def file(self, answerer, label):
        """Files a round on its last day, unless it would bring nothing."""
        until = ROUNDS[label][1]
        answer = answerer.ask(self.workspace, [question_of(["redemption", "preview", label], until, self.readings)])[0]
        self.held_back |= answer["blocked"] != "0.00"
        items = [{key: item[key] for key in ("voucher", "invoices", "amount")} for item in answer["items"]]
        if items:
            self.workspace["redemptions"].append({"round": label, "submitted": str(until), "state": "submitted",
                                                  "items": items})

    def live(self, answerer):
        """What was not kept: no voucher goes beyond its value, no year beyond its cap, and the end brings all of it; less
        only where the last year's cap, which joint ledgers fill with claims too, is used up."""
        for label, (_, until, *_) in ROUNDS.items():
            if until != LAST_ROUND and self.generator.chance(25):
                continue
            self.file(answerer, label)
            problems = [f"{label}: {yuan(amount)} of {voucher}, worth {yuan(self.values[voucher])}"
                        for voucher, amount in self.redeemed(lambda _, item: item["voucher"]).items()
                        if amount > self.values[voucher]]
            problems += [f"{label}: {yuan(amount)} in {year}"
                         for year, amount in self.redeemed(lambda one, _: one["round"][:4]).items() if amount > CAP]
            if problems:
                return problems
        redeemed = self.redeemed(lambda _, item: item["voucher"])
        last_year = self.redeemed(lambda one, _: one["round"][:4]).get(str(LAST_ROUND.year), 0)
        if self.held_back and (last_year == CAP or self.readings["caps"] == "joint"):
            return []
        return [f"{yuan(redeemed.get(voucher, 0))} of {voucher}, worth {yuan(value)}"
                for voucher, value in self.values.items() if redeemed.get(voucher, 0) != value]


def check_histories(tap, answerer, histories, seed):
    asked, failures = 0, 0
    for number in range(histories):
        history = History(f"{seed}/{number}")
        question, some = history.play(answerer)
        asked += some
        if question:
            failures += 1
            tap.case(f"history {number} of seed {seed}",
                     report(answerer, history.workspace, question, f"{seed}-{number}"))
            if failures == FAILURES:
                return
    tap.case(f"{asked} answers about {histories} histories", [] if asked > 10 * histories or failures else ["too few"])


def check_lives(tap, answerer, lives, seed):
    whole, problems = 0, []
    for number in range(lives):
        life = Life(f"{seed}/{number}")
        problems += [f"life {number} of seed {seed}: {problem}, under {life.readings}"
                     for problem in life.live(answerer)]
        whole += not life.held_back
    problems += [] if 0 < whole < lives else ["no cap was reached, or every one"]
    tap.case(f"{lives} lives, {whole} without a cap: nothing beyond value and cap, and in the end all", problems)


def main():
    program = sys.argv[1]
    histories = int(sys.argv[2]) if len(sys.argv) > 2 else HISTORIES
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(10 ** 9)
    tap, answerer = Tap(), Answerer(program)
    print(f"# seed {seed}")
    check_histories(tap, answerer, histories, seed)
    check_lives(tap, answerer, max(1, histories // 5), seed)
    tap.case("the program that answers ends well", [] if answerer.end() == 0 else ["it did not"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
