"""Histories of an enterprise, made at random: contracts, claims, deliveries, invoices, redemptions, as a workspace."""
import datetime

from model import CAP, ROUNDS, RATIO, Model, add_months, day, days, fen, yuan

ONE_DAY = datetime.timedelta(1)
PROVIDER = "91110105MA7KDEF373"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# Days at which something of the programme begins or ends, and those beside them.
EDGES = sorted({edge + datetime.timedelta(offset)
                for round_days in ROUNDS.values() for edge in round_days for offset in (-1, 0, 1)}
               | {datetime.date.fromisoformat(text) for text in (
                   "2023-08-31", "2023-09-01", "2023-10-10", "2023-10-11", "2024-02-29", "2024-12-31", "2025-01-01",
                   "2025-12-31", "2026-01-01")})
LAST_ROUND = max(until for _, until, *_ in ROUNDS.values())
FIRST, LAST = datetime.date(2023, 8, 15), datetime.date(2026, 2, 28)


def uscc_of(number):
    """A unified social credit code of Beijing with its check digit."""
    text = f"9111010{number % 8}MA{number:07}"
    total = sum(ALPHABET.index(char) * pow(3, i, 31) for i, char in enumerate(text))
    return text + ALPHABET[(31 - total % 31) % 31]


class Generator:
    """Draws a history from a source of random numbers; every number it gives out is unlike those before."""

    def __init__(self, random, number=0):
        self.random = random
        self.uscc = uscc_of(number)
        self.prefix = f"{number:05}"
        self.invoices = 0

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def date(self, first=FIRST, last=LAST):
        """A day of a period, more often one at an edge or about the end of a month."""
        date = first + datetime.timedelta(self.random.randrange(max(1, days(first, last))))
        edges = [edge for edge in EDGES if first <= edge <= last]
        turn = add_months(date.replace(day=1), 1) - self.random.randrange(-1, 3) * ONE_DAY
        if edges and self.chance(35):
            return self.random.choice(edges)
        return turn if self.chance(20) and first <= turn <= last else date

    def amount(self, most=1500000000):
        """Round and crooked amounts of every size, in fen."""
        size = self.random.choice((100, 10000, 1000000, 100000000, most))
        amount = self.random.randint(1, min(size, most))
        return min(most, self.random.choice((amount, amount, max(1, amount // 1000000) * 1000000, 99999999, 333333333)))

    def split(self, total, parts):
        """A total in parts that add up to it."""
        cuts = sorted(self.random.randint(0, total) for _ in range(parts - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total])]

    # Contracts and claims

    def line(self, kind, amount, missing=2):
        line = {"kind": kind, "amount": yuan(amount)}
        if not self.chance(missing * 3):
            line["net"] = yuan(round(amount * 100 / 106))
        if self.chance(missing):
            del line["amount"]
        return line

    def contract(self, number):
        signed = self.date(last=datetime.date(2025, 12, 31))
        month = signed.replace(day=1)
        starts = self.random.choice((signed, self.date(signed, add_months(signed, 3)), add_months(month, 1) - ONE_DAY))
        length = self.random.choice((1, 3, 6, 12, 12, 12, 12))
        ends = self.random.choice((add_months(starts, length) - ONE_DAY,) * 4 + (
            self.date(starts, add_months(starts, length)), add_months(month, length) - ONE_DAY))
        ends = max(starts, ends)
        lines = [self.line("compute", self.amount()) for _ in range(self.random.choice((1, 1, 1, 2, 3)))]
        if self.chance(30):
            lines.insert(0, self.line(self.random.choice(("storage", "network", "other")), self.amount()))
        if self.chance(2):
            lines.append(self.line("bundled", self.amount()))
        for line in lines:
            if self.chance(15):
                line["starts"] = str(self.date(starts, ends))
                line["ends"] = str(self.date(day(line["starts"]), ends))
        contract = {"number": number, "enterprise": self.uscc, "provider": PROVIDER, "affiliated": False,
                    "signed": str(signed), "starts": str(starts), "ends": str(ends), "purpose": "training",
                    "field": "industry", "lines": lines, "other_subsidies": []}
        if self.chance(25):
            self.add_schedule(contract, starts, ends)
        return contract

    def add_schedule(self, contract, starts, ends):
        total = sum(fen(line.get("amount", "0.00")) for line in contract["lines"] if line["kind"] == "compute")
        parts = self.split(total + self.chance(8), self.random.randint(1, 4))
        dates = sorted(self.date(starts, ends) for _ in parts)
        contract["schedule"] = [{"date": str(date), "amount": yuan(part)} for date, part in zip(dates, parts)]

    def claim(self, contract, voucher):
        """An approved claim as a rule. Often less was approved than the ceiling, and the base of then was another."""
        model = Model({"enterprises": [{"uscc": self.uscc}], "contracts": [contract]}, self.uscc, "2024-01-01", {})
        base = model.base(contract)
        ceiling = min(CAP, int((base if base is not None else self.amount()) * RATIO))
        signed = day(contract["signed"])
        submitted = self.date(signed, signed + datetime.timedelta(30))
        approved = self.random.choice((ceiling,) * 3 + (ceiling - ceiling // 10, self.random.randint(0, ceiling)))
        claim = {"contract": contract["number"], "submitted": str(submitted), "requested": yuan(ceiling),
                 "state": self.random.choice(("approved",) * 12 + ("submitted", "returned", "draft"))}
        if claim["state"] == "approved":
            issued = self.date(submitted, submitted + datetime.timedelta(60))
            claim.update(approved=yuan(approved), voucher=voucher, issued=str(issued))
        if base is not None and claim["state"] != "draft" and self.chance(40):
            claim["base"] = yuan(self.random.choice((base, base, base + self.amount(), base // 2, 0)))
        return claim

    def claims(self, contract, voucher):
        """The claims on a contract: those that were turned down, then the one that counts."""
        claims = [self.claim(contract, voucher)]
        if self.chance(10):
            over = self.claim(contract, voucher)
            for key in ("approved", "voucher", "issued", "base"):
                over.pop(key, None)
            claims.insert(0, {**over, "state": self.random.choice(("rejected", "withdrawn"))})
        if self.chance(4):
            claims.append(self.claim(contract, voucher + "-2"))
        if sum(claim["state"] == "draft" for claim in claims) > 1:
            claims.pop()
        return claims

    # Deliveries and invoices

    def delivery(self, contract, number, first, last):
        delivery = {"number": number, "contract": contract["number"], "enterprise": self.uscc}
        if self.chance(12):
            first, last = first - 20 * ONE_DAY, last + 20 * ONE_DAY
        if not self.chance(4):
            delivery["from"] = str(first)
        if not self.chance(4):
            delivery["to"] = str(last)
        return delivery

    def periods(self, contract):
        """The term in pieces that follow one another."""
        starts, ends = day(contract["starts"]), day(contract["ends"])
        cuts = sorted({self.date(starts, ends) for _ in range(self.random.randint(0, 4))} | {ends})
        return list(zip([starts, *[cut + ONE_DAY for cut in cuts[:-1]]], cuts))

    def invoice_lines(self, amount):
        parts = self.split(amount, self.random.choice((1, 1, 1, 2, 3)))
        lines = [self.line("compute", part) for part in parts]
        if self.chance(15):
            lines.append(self.line(self.random.choice(("storage", "security")), self.amount()))
        if self.chance(3):
            lines = [self.line("storage", amount)]
        return lines

    def invoice(self, contract, date, lines):
        self.invoices += 1
        number = f"{date.year % 100}110{self.prefix}{self.invoices:010}"
        return {"number": number, "contract": contract["number"], "enterprise": self.uscc, "date": str(date),
                "lines": lines}

    def reversal(self, contract, reversed_one):
        """A red-letter invoice of a part of another, of all of it, or of more."""
        date = self.date(day(reversed_one["date"]), min(LAST, day(reversed_one["date"]) + 200 * ONE_DAY))
        total = sum(fen(line.get("amount", "0.01")) for line in reversed_one["lines"])
        amount = self.random.choice((abs(total), self.random.randint(1, abs(total) + 1), self.random.randint(1, 100)))
        lines = [{"kind": self.random.choice(("compute",) * 9 + ("storage",)), "amount": yuan(-max(1, amount)),
                  "net": yuan(-max(1, amount * 100 // 106))}]
        reversal = {**self.invoice(contract, date, lines), "reverses": reversed_one["number"]}
        if self.chance(50) and "delivery" in reversed_one:
            reversal["delivery"] = reversed_one["delivery"]
        return reversal

    def invoice_contract(self, contract, deliveries, invoices):
        """What is delivered and invoiced of a contract: less than its amount, just that, or more."""
        total = sum(fen(line.get("amount", "0.00")) for line in contract["lines"] if line["kind"] == "compute")
        total = self.random.choice((total, total, total * 3 // 4, total + total // 10, self.amount()))
        periods = self.periods(contract)
        for (first, last), amount in zip(periods, self.split(total, len(periods))):
            number = f"JF-{self.prefix}-{len(deliveries) + 1:03}"
            deliveries.append(self.delivery(contract, number, first, last))
            for part in self.split(amount, self.random.choice((1, 1, 2))):
                date = self.date(max(FIRST, first), min(LAST, last + 40 * ONE_DAY))
                invoice = self.invoice(contract, date, self.invoice_lines(part))
                if not self.chance(6):
                    invoice["delivery"] = number
                invoices.append(invoice)
                while self.chance(12):
                    invoices.append(self.reversal(contract, invoice))

    # Redemptions that nobody computed

    def redemption(self, workspace, free):
        """One of amounts and invoices at random, in a round at random, which takes its invoices from the free ones."""
        label = self.random.choice(list(ROUNDS))
        first, until, *_ = ROUNDS[label]
        vouchers = [claim for claim in workspace["claims"] if claim["state"] == "approved"]
        items, left = [], dict(free)
        for claim in self.random.sample(vouchers, self.random.randint(1, len(vouchers))):
            mine = [number for number, contract in left.items() if contract == claim["contract"] and self.chance(60)]
            left = {number: contract for number, contract in left.items() if number not in mine}
            amount = self.random.choice((0, self.amount(fen(claim["approved"]) + 1), -self.amount(10000)))
            items.append({"voucher": claim["voucher"], "invoices": mine, "amount": yuan(amount)})
        return self.stamp({"round": label, "enterprise": self.uscc, "items": items}, self.date(first, until), free)

    def stamp(self, redemption, submitted, free):
        """Gives a redemption its state; one that lives keeps its invoices."""
        redemption["submitted"] = str(submitted)
        redemption["state"] = self.random.choice(
            ("paid", "paid", "paid", "submitted", "submitted", "returned", "rejected", "withdrawn", "draft"))
        if redemption["state"] == "paid":
            redemption["paid_on"] = str(self.date(submitted, submitted + 60 * ONE_DAY))
        if redemption["state"] in ("paid", "submitted"):
            for item in redemption["items"]:
                for number in item["invoices"]:
                    free.pop(number, None)
        return redemption

    def openings(self):
        return [{"year": year, "ledger": ledger,
                 "amount": yuan(self.random.choice((CAP, CAP + 1, CAP - self.amount(CAP), self.amount(CAP))))}
                for year in (2023, 2024, 2025) for ledger in ("claims", "redemptions") if self.chance(15)]

    # Whole lives

    def whole_contract(self, number):
        """Signed, delivered and approved so that the rounds can redeem all of it."""
        starts = self.date(datetime.date(2023, 10, 11), datetime.date(2025, 8, 31))
        ends = self.date(starts, min(add_months(starts, 12) - ONE_DAY, LAST_ROUND))
        signed = self.date(max(datetime.date(2023, 9, 1), starts - 20 * ONE_DAY), starts)
        amount = self.random.choice((self.amount(), self.amount(100000), self.random.randint(1, 5 * CAP)))
        return {"number": number, "enterprise": self.uscc, "provider": PROVIDER, "signed": str(signed),
                "starts": str(starts), "ends": str(ends),
                "lines": [{"kind": "compute", "amount": yuan(amount), "net": yuan(amount * 100 // 106)}]}

    def whole_claim(self, contract, voucher):
        ceiling = fen(contract["lines"][0]["amount"]) // 5
        submitted = day(contract["starts"])
        approved = yuan(self.random.choice((ceiling, ceiling, self.random.randint(0, ceiling))))
        issued = self.date(submitted, min(LAST_ROUND, submitted + 60 * ONE_DAY))
        return {"contract": contract["number"], "submitted": str(submitted), "requested": approved, "state": "approved",
                "approved": approved, "voucher": voucher, "issued": str(issued)}

    def invoice_whole(self, contract, deliveries, invoices):
        """Every fen of a contract, gross and net; here and there reversed and invoiced again."""
        periods = self.periods(contract)
        gross, net = (self.split(fen(contract["lines"][0][key]), len(periods)) for key in ("amount", "net"))
        for (first, last), amount, without_tax in zip(periods, gross, net):
            deliveries.append({"number": f"JF-{self.prefix}-{len(deliveries) + 1:03}", "contract": contract["number"],
                               "from": str(first), "to": str(last)})
            lines = [{"kind": "compute", "amount": yuan(amount), "net": yuan(without_tax)}]
            for again in range(1 + self.chance(20) * (amount > 0 and without_tax > 0)):
                invoice = self.invoice(contract, self.date(last, min(LAST_ROUND, last + 30 * ONE_DAY)), lines)
                invoice["delivery"] = deliveries[-1]["number"]
                if again:
                    date = max(day(invoice["date"]), day(invoices[-1]["date"]))
                    reverse = [{"kind": "compute", "amount": yuan(-amount), "net": yuan(-without_tax)}]
                    invoices.append({**self.invoice(contract, date, reverse), "reverses": invoices[-1]["number"]})
                invoices.append(invoice)

    def whole_workspace(self):
        """Contracts that are delivered and invoiced to the last fen by the last round."""
        contracts = [self.whole_contract(f"HT-{self.prefix}-{i}") for i in range(1, self.random.choice((2, 3, 5)))]
        claims = [self.whole_claim(contract, f"Q-{self.prefix}-{i}") for i, contract in enumerate(contracts)]
        deliveries, invoices = [], []
        for contract in contracts:
            self.invoice_whole(contract, deliveries, invoices)
        return self.records(contracts, claims, deliveries, invoices)

    # Histories

    def records(self, contracts, claims, deliveries, invoices, openings=()):
        enterprise = {"uscc": self.uscc, "name": "北京示例智能科技有限公司", "entity_type": "company",
                      "region": "110108", "industry_code": "I6513", "opening_balances": list(openings)}
        return {"format": "quan-workspace", "version": 1, "enterprises": [enterprise],
                "providers": [{"uscc": PROVIDER, "name": "示例智算中心有限公司"}], "contracts": contracts,
                "claims": claims, "deliveries": deliveries, "invoices": invoices, "redemptions": []}

    def workspace(self):
        """A history without redemptions."""
        numbers = [f"HT-{self.prefix}-{i}" for i in range(1, self.random.choice((2, 2, 3, 5)))]
        contracts = [self.contract(number) for number in numbers]
        claims, deliveries, invoices = [], [], []
        for i, contract in enumerate(contracts):
            if not self.chance(15):
                claims += self.claims(contract, f"Q-{self.prefix}-{self.random.randint(10, 99)}-{i}")
            self.invoice_contract(contract, deliveries, invoices)
            if self.chance(4):
                del contract[self.random.choice(("signed", "starts", "ends", "lines"))]
        return self.records(contracts, claims, deliveries, invoices, self.openings())
