"""The arithmetic of the programme a second time: slow, in fractions, written from the notice's restatement alone.

It reads a workspace in the JSON of quanctl and answers as quanctl does. Nothing is shared with the program: where the
two differ, one of them reads the notice wrongly.
"""
import datetime
import math
from fractions import Fraction

RATIO = Fraction(1, 5)
CAP = 200000000  # fen, of each ledger and year
WINDOW_END = datetime.date(2025, 12, 31)
# Rounds: label, first and last filing day, and the last day of signing where a round asks for one.
ROUNDS = {label: tuple(map(datetime.date.fromisoformat, days)) for label, *days in (
    ("2023Q4", "2023-10-11", "2023-11-15", "2023-11-15"), ("2024Q1", "2023-11-16", "2024-03-31"),
    ("2024Q2", "2024-04-01", "2024-06-30"), ("2024Q3", "2024-07-01", "2024-09-30"),
    ("2024Q4", "2024-10-01", "2024-11-15"), ("2025Q1", "2024-11-16", "2025-03-31"),
    ("2025Q2", "2025-04-01", "2025-06-30"), ("2025Q3", "2025-07-01", "2025-09-30"),
    ("2025Q4", "2025-10-01", "2025-11-15"))}
# Switchable readings, the default first.
READINGS = {
    "proration": ("schedule-then-days", "days", "months"),
    "window-start": ("2023-09-01", "2023-10-11"),
    "tax": ("gross", "net"),
    "redemption-share": ("issued-over-base", "flat-ratio-until-exhausted"),
    "caps": ("two", "joint"),
}


def fen(text):
    """An amount in fen, None where it is absent."""
    if text is None:
        return None
    yuan, cents = text.lstrip("-").split(".")
    return (int(yuan) * 100 + int(cents)) * (-1 if text.startswith("-") else 1)


def yuan(amount):
    if amount is None:
        return None
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02}"


def day(text):
    return None if text is None else datetime.date.fromisoformat(text)


def days(first, last):
    """Inclusive days from first to last, none where last is earlier."""
    return max(0, (last - first).days + 1)


def add_months(date, months):
    """A day that the month lacks rolls to the first of the next."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    try:
        return datetime.date(year, month + 1, date.day)
    except ValueError:
        return datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


class Model:
    """One enterprise of a workspace on an as-of date, under readings (those left out are the defaults)."""

    def __init__(self, workspace, uscc, as_of, readings):
        self.uscc = uscc
        self.as_of = day(as_of)
        self.readings = {key: readings.get(key, values[0]) for key, values in READINGS.items()}
        self.window = (day(self.readings["window-start"]), WINDOW_END)
        self.enterprise = next(one for one in workspace["enterprises"] if one["uscc"] == uscc)
        self.contracts = {one["number"]: one for one in workspace.get("contracts", []) if one["enterprise"] == uscc}
        self.claims, self.deliveries, self.invoices = (
            [one for one in workspace.get(section, [])
             if one["contract"] in self.contracts and one.get("enterprise", uscc) == uscc]
            for section in ("claims", "deliveries", "invoices"))
        self.redemptions = [one for one in workspace.get("redemptions", []) if one.get("enterprise", uscc) == uscc]
        self.delivery = {one["number"]: one for one in self.deliveries}

    # The base

    def line_amount(self, line):
        return fen(line.get("net" if self.readings["tax"] == "net" else "amount"))

    def part_inside(self, first, last, until):
        """Which part of a period lies in the window, as far as a day."""
        if self.readings["proration"] != "months":
            return Fraction(days(max(first, self.window[0]), min(last, until)), days(first, last))
        months = []
        while not months or months[-1][1] < last:
            begins, ends = add_months(first, len(months)), add_months(first, len(months) + 1)
            months.append((begins, min(last, ends - datetime.timedelta(1))))
        inside = [begins for begins, ends in months if begins <= until and ends >= self.window[0]]
        return Fraction(len(inside), len(months))

    def is_scheduled(self, contract):
        """Whether a dated schedule decides."""
        return bool("schedule" in contract and self.readings["proration"] == "schedule-then-days"
                    and self.readings["tax"] == "gross")

    def base(self, contract, until=WINDOW_END):
        """Its part as far as a day of the window, None where it is undetermined or unknown."""
        lines = contract.get("lines", [])
        compute = [line for line in lines if line["kind"] == "compute"]
        amounts = [self.line_amount(line) for line in compute]
        if not lines or any(line["kind"] == "bundled" for line in lines) or None in amounts:
            return None
        if self.is_scheduled(contract):
            schedule = contract["schedule"]
            if sum(fen(entry["amount"]) for entry in schedule) != sum(amounts):
                return None
            return sum(fen(entry["amount"]) for entry in schedule
                       if self.window[0] <= day(entry["date"]) <= until)
        total = 0
        for line, amount in zip(compute, amounts):
            first, last = (day(line.get(key, contract.get(key))) for key in ("starts", "ends"))
            if first is None or last is None:
                return None
            total += math.floor(amount * self.part_inside(first, last, until))
        return total

    # What stands on the as-of date

    def exists(self, record):
        """Whether a claim or redemption is there on the as-of date; a draft always is."""
        return record["state"] == "draft" or day(record["submitted"]) <= self.as_of

    def claim_standing(self, claim):
        """"draft", "submitted", "approved", or None for a claim that does not count."""
        if claim["state"] == "draft":
            return "draft"
        if claim["state"] in ("rejected", "withdrawn") or day(claim["submitted"]) > self.as_of:
            return None
        return "approved" if claim["state"] == "approved" and day(claim["issued"]) <= self.as_of else "submitted"

    def redemption_standing(self, redemption):
        """"draft", "submitted", "paid", or None."""
        if redemption["state"] == "draft":
            return "draft"
        if redemption["state"] not in ("submitted", "paid") or day(redemption["submitted"]) > self.as_of:
            return None
        return "paid" if redemption["state"] == "paid" and day(redemption["paid_on"]) <= self.as_of else "submitted"

    def redeeming(self):
        """The redemptions that count as redeemed."""
        return [one for one in self.redemptions if self.redemption_standing(one) in ("submitted", "paid")]

    # The yearly quota

    def opening(self, ledger, year):
        return sum(fen(one["amount"]) for one in self.enterprise.get("opening_balances", [])
                   if one["ledger"] == ledger and one["year"] == year)

    def claim_year(self, claim):
        return day(claim["submitted"]).year if "submitted" in claim else self.as_of.year

    def claims_ledger(self, year):
        sums = {"opening": self.opening("claims", year), "approved": 0, "submitted": 0, "draft": 0}
        for claim in self.claims:
            standing = self.claim_standing(claim)
            if standing and self.claim_year(claim) == year:
                sums[standing] += fen(claim["approved" if standing == "approved" else "requested"])
        return sums

    def redemptions_ledger(self, year):
        sums = {"opening": self.opening("redemptions", year), "paid": 0, "submitted": 0, "draft": 0}
        for redemption in self.redemptions:
            standing = self.redemption_standing(redemption)
            if standing and int(redemption["round"][:4]) == year:
                sums[standing] += sum(fen(item["amount"]) for item in redemption["items"])
        return sums

    def room(self, ledger, year):
        """What is left of a year's cap, below zero where it is exceeded."""
        ledgers = self.claims_ledger(year), self.redemptions_ledger(year)
        used = [sum(sums.values()) - sums["draft"] for sums in ledgers]
        if self.readings["caps"] == "joint":
            return CAP - sum(used)
        return CAP - used[("claims", "redemptions").index(ledger)]

    def quota(self):
        years = {self.as_of.year} | {one["year"] for one in self.enterprise.get("opening_balances", [])}
        years |= {self.claim_year(one) for one in self.claims if self.exists(one)}
        years |= {int(one["round"][:4]) for one in self.redemptions if self.exists(one)}
        answer = []
        for year in sorted(years):
            entry = {"enterprise": self.uscc, "year": year, "cap": yuan(CAP)}
            for ledger, sums in (("claims", self.claims_ledger(year)), ("redemptions", self.redemptions_ledger(year))):
                sums["remaining"] = max(0, self.room(ledger, year))
                entry[ledger] = {key: yuan(amount) for key, amount in sums.items()}
            answer.append(entry)
        return answer

    # The award

    def award(self, number, fails):
        """What a contract brings; fails names the rules it fails, which this model does not judge."""
        contract = self.contracts[number]
        lines = contract.get("lines", [])
        amounts = [self.line_amount(line) for line in lines if line["kind"] == "compute"]
        remaining, base = max(0, self.room("claims", self.as_of.year)), self.base(contract)
        award = {"compute": None if None in amounts or not lines else sum(amounts), "base": base, "ceiling": None,
                 "remaining": remaining, "claimable": None, "forfeited": None, "at_risk": None}
        if base is not None:
            drafts = [fen(one["requested"]) for one in self.claims
                      if one["contract"] == number and one["state"] == "draft"]
            ceiling = math.floor(base * RATIO)
            claimable = 0 if fails else min([ceiling, remaining, *drafts])
            award.update(ceiling=ceiling, claimable=claimable, at_risk=self.at_risk(contract, base, claimable),
                         forfeited=0 if set(fails) - {"quota-left"} else ceiling - claimable)
        inside, total = self.shared_days(contract)
        return {**{key: yuan(amount) for key, amount in award.items()}, "days_inside": inside, "days_total": total}

    def shared_days(self, contract):
        """Days in the window and in all, where the compute lines share one period and no schedule is in force."""
        periods = {(line.get("starts", contract.get("starts")), line.get("ends", contract.get("ends")))
                   for line in contract.get("lines", []) if line["kind"] == "compute"}
        if len(periods) != 1 or None in (*periods,)[0] or self.is_scheduled(contract):
            return None, None
        first, last = map(day, (*periods,)[0])
        return days(max(first, self.window[0]), min(last, self.window[1])), days(first, last)

    def at_risk(self, contract, base, claimable):
        """What no round can redeem."""
        last = max(until for _, until, *_ in ROUNDS.values())
        if base == 0:
            return 0
        if self.as_of > last:
            return claimable
        return claimable - math.floor(claimable * Fraction(self.base(contract, last), base))

    # A round

    def taken(self, contract, label, earlier):
        """The invoices of a contract that a round takes besides those taken earlier, and whether one lacks its delivery
        record."""
        until = ROUNDS[label][1]
        redeemed = {number for one in self.redeeming() for item in one["items"] for number in item["invoices"]}
        open_ones = [one for one in self.invoices
                     if one["contract"] == contract["number"] and one["number"] not in redeemed | earlier
                     and day(one["date"]) <= min(self.as_of, until)
                     and any(line["kind"] == "compute" for line in one["lines"])]
        taken, missing = [], False
        for invoice in open_ones:
            if "reverses" in invoice:
                continue
            if "delivery" not in invoice:
                missing = True
                continue
            ended = day(self.delivery[invoice["delivery"]].get("to"))
            if ended is None or ended <= until:
                taken.append(invoice)
        counts = redeemed | {one["number"] for one in taken}
        taken += [one for one in open_ones if one.get("reverses") in counts]
        return sorted(taken, key=lambda one: (one["date"], one["number"])), missing

    def eligible(self, invoices, warnings):
        """The compute lines of invoices; a line without its amount does not count and is warned of."""
        total = 0
        for line in (line for invoice in invoices for line in invoice["lines"] if line["kind"] == "compute"):
            amount = self.line_amount(line)
            if amount is not None:
                total += amount
            else:
                warnings.add("net-missing" if self.readings["tax"] == "net" else "amount-missing")
        return total

    def is_outside(self, invoice, contract):
        """Whether a delivery is not wholly inside contract term and window."""
        delivery = self.delivery.get(invoice.get("delivery"), {})
        begins, ends = day(delivery.get("from")), day(delivery.get("to"))
        first = max(date for date in (self.window[0], day(contract.get("starts"))) if date)
        last = min(date for date in (self.window[1], day(contract.get("ends"))) if date)
        return any(date is not None and not first <= date <= last for date in (begins, ends))

    def entitled(self, base, value, eligible):
        counted = min(eligible, base)
        if self.readings["redemption-share"] == "flat-ratio-until-exhausted":
            return min(value, math.floor(counted * RATIO))
        return math.floor(value * Fraction(counted, base)) if base else 0

    def is_signed_after(self, number, days_of_round):
        """Whether a contract was signed too late to have anything in a round that asks for an earlier day."""
        signed = day(self.contracts[number].get("signed"))
        return any(signed is not None and signed > last for last in days_of_round)

    def value(self, claim):
        """b and v of a voucher, None where the base is."""
        now = self.base(self.contracts[claim["contract"]])
        if now is None:
            return None, None
        base = min(now, fen(claim.get("base", yuan(now))))
        return base, min(fen(claim["approved"]), math.floor(base * RATIO))

    def item(self, claim, label, earlier):
        """A voucher before the year's cap is looked at, in fen. The invoices it takes are added to the earlier ones."""
        contract, warnings = self.contracts[claim["contract"]], set()
        new, missing = self.taken(contract, label, earlier)
        earlier |= {one["number"] for one in new}
        items = [item for one in self.redeeming() for item in one["items"] if item["voucher"] == claim["voucher"]]
        numbers = {number for item in items for number in item["invoices"]}
        eligible = self.eligible(new + [one for one in self.invoices if one["number"] in numbers], warnings)
        redeemed = sum(fen(item["amount"]) for item in items)
        if missing:
            warnings.add("delivery-missing")
        if any(self.is_outside(invoice, contract) for invoice in new):
            warnings.add("delivery-outside-window")
        entitled = None
        base, value = self.value(claim)
        if base is None:
            warnings.add("base-undetermined")
        else:
            entitled = self.entitled(base, value, eligible)
            if eligible > base:
                warnings.add("invoice-exceeds-base")
        return {"voucher": claim["voucher"], "contract": claim["contract"], "invoices": [one["number"] for one in new],
                "eligible": eligible, "entitled": entitled, "redeemed": redeemed, "warnings": warnings}

    def filing(self):
        """The next filing as the deadlines tell of it: where it brings something, or a voucher has money left."""
        to_come = [(label, until) for label, (_, until, *_) in ROUNDS.items() if until >= self.as_of]
        vouchers = {claim["voucher"]: fen(claim["approved"]) for claim in self.claims
                    if self.claim_standing(claim) == "approved"}
        for item in (item for one in self.redeeming() for item in one["items"]):
            if item["voucher"] in vouchers:
                vouchers[item["voucher"]] -= fen(item["amount"])
        if not to_come or not (any(vouchers.values()) or self.preview(to_come[0][0])["items"]):
            return None
        label, until = to_come[0]
        advised = until - datetime.timedelta(max(0, until.isoweekday() - 5))
        return {"date": str(until), "advised": str(advised) if self.as_of <= advised < until else None,
                "amount": self.preview(label)["total"]}

    def preview(self, label):
        answer = {"round": label, "files_from": None, "files_to": None, "state": "none", "items": [],
                  "total": yuan(0), "blocked": yuan(0)}
        if label not in ROUNDS:
            return answer
        first, until, *signing = ROUNDS[label]
        room, total, blocked, items = self.room("redemptions", int(label[:4])), 0, 0, []
        earlier = set()
        vouchers = [claim for claim in self.claims if self.claim_standing(claim) == "approved"
                    and not self.is_signed_after(claim["contract"], signing)]
        for claim in sorted(vouchers, key=lambda one: (one["issued"], one["voucher"])):
            item = self.item(claim, label, earlier)
            item["amount"] = None
            if item["entitled"] is not None:
                due = item["entitled"] - item["redeemed"]
                item["amount"] = min(due, max(0, room))
                room -= item["amount"]
                total += item["amount"]
                blocked += due - item["amount"]
                if due > item["amount"]:
                    item["warnings"].add("cap-reached")
                if due < 0:
                    item["warnings"].add("negative-amount")
                if due == 0 and not item["warnings"]:
                    continue
            items.append(item)
        for item in items:
            item["warnings"] = sorted(item["warnings"])
            item.update((key, yuan(item[key])) for key in ("eligible", "entitled", "redeemed", "amount"))
        state = "future" if self.as_of < first else "closed" if self.as_of > until else "open"
        answer.update(files_from=str(first), files_to=str(until), state=state, items=items, total=yuan(total),
                      blocked=yuan(blocked))
        return answer
