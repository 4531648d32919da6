"""Questions about workspaces, what the model and the engine answer, and the smallest case of a difference."""
import json
import os
import subprocess
import tempfile

from model import Model

MEMBERS = ("voucher", "contract", "invoices", "eligible", "entitled", "redeemed", "amount", "warnings")
AWARD = ("compute", "base", "ceiling", "remaining", "claimable", "forfeited", "at_risk", "days_inside",
         "days_total")
SECTIONS = ("redemptions", "invoices", "deliveries", "claims", "contracts")


class Answerer:
    """The program that answers: all questions about one workspace at a time."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def ask(self, workspace, questions):
        line = json.dumps({"workspace": workspace, "questions": questions})
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answers = [self.process.stdout.readline() for _ in questions]
        if not all(answers):
            raise EOFError(f"no answer to {line}")
        return [in_short(question, json.loads(answer)) for question, answer in zip(questions, answers)]

    def end(self):
        self.process.stdin.close()
        return self.process.wait()


def in_short(question, answer):
    """The members of an answer that the model computes."""
    if question["command"][0] == "check":
        award = {key: amount for key, amount in answer["award"].items() if key in AWARD}
        return {**award, "fails": [rule["id"] for rule in answer["rules"] if rule["verdict"] == "fail"]}
    if question["command"][0] == "quota":
        return answer
    if question["command"][0] == "deadlines":
        return next(({key: one[key] for key in ("date", "advised", "amount")} for one in answer
                     if one["kind"] == "redemption-filing"), None)
    return {**answer, "items": [{key: item[key] for key in MEMBERS} for item in answer["items"]]}


def expected(workspace, question, found=None):
    """What the model answers to a question; of a check it has to be told which rules the contract was found to fail."""
    readings = dict(option.split("=") for option in question["options"] if option != "--reading")
    model = Model(workspace, workspace["enterprises"][0]["uscc"], question["as_of"], readings)
    if question["command"][0] == "check":
        return {**model.award(question["command"][1], found["fails"]), "fails": found["fails"]}
    if question["command"][0] == "quota":
        return model.quota()
    if question["command"][0] == "deadlines":
        return model.filing()
    return model.preview(question["command"][2])


def question_of(command, as_of, readings):
    return {"command": command, "as_of": str(as_of),
            "options": [word for key, value in readings.items() for word in ("--reading", f"{key}={value}")]}


def copy_of(workspace):
    return json.loads(json.dumps(workspace))


def remove(workspace, section, index):
    """Takes a record out of a workspace, and whatever refers to it."""
    gone = workspace[section].pop(index)
    number = gone.get("number")

    def remove_those(other, key):
        for record in [record for record in workspace[other] if record.get(key) == number]:
            if record in workspace[other]:
                remove(workspace, other, workspace[other].index(record))

    if section == "contracts":
        for other in ("claims", "invoices", "deliveries"):
            remove_those(other, "contract")
    if section == "deliveries":
        for invoice in workspace["invoices"]:
            if invoice.get("delivery") == number:
                del invoice["delivery"]
    if section == "invoices":
        remove_those("invoices", "reverses")
    for redemption in workspace["redemptions"]:
        redemption["items"] = [item for item in redemption["items"] if item["voucher"] != gone.get("voucher", "")]
        for item in redemption["items"]:
            item["invoices"] = [one for one in item["invoices"] if section != "invoices" or one != number]


def smaller_ones(workspace):
    """The workspace without one record, without one line of a record, without the opening balances."""
    for section in SECTIONS:
        for index in reversed(range(len(workspace[section]))):
            smaller = copy_of(workspace)
            remove(smaller, section, index)
            yield smaller
    for section in ("contracts", "invoices"):
        for i, record in enumerate(workspace[section]):
            for j in range(len(record.get("lines", ()))):
                smaller = copy_of(workspace)
                del smaller[section][i]["lines"][j]
                yield smaller
    if workspace["enterprises"][0].get("opening_balances"):
        smaller = copy_of(workspace)
        del smaller["enterprises"][0]["opening_balances"]
        yield smaller


def shrink(answerer, workspace, question):
    """A workspace in which a question is still answered otherwise than by the model, and of which nothing can go."""
    command, needed = question["command"], None
    if command[0] == "check":
        needed = command[1]
    for smaller in smaller_ones(workspace):
        if needed and needed not in [contract["number"] for contract in smaller["contracts"]]:
            continue
        found = answerer.ask(smaller, [question])[0]
        if found != expected(smaller, question, found):
            return shrink(answerer, smaller, question)
    return workspace


def report(answerer, workspace, question, name):
    """What differs, and where the case is that shows it."""
    workspace = shrink(answerer, workspace, question)
    found = answerer.ask(workspace, [question])[0]
    want = expected(workspace, question, found)
    path = os.path.join(tempfile.gettempdir(), f"quan-history-{name}.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump([{"id": name, "title": name, "workspace": workspace, **question, "expect": want}], file,
                  ensure_ascii=False, indent=1)
    return [f"{' '.join(question['command'] + question['options'])} on {question['as_of']}",
            f"model   {json.dumps(want)}", f"program {json.dumps(found)}", f"smallest case: {path}"]
