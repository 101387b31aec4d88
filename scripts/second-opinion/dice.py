"""Complete requests, made with dice: every fact, every value that nobody published and every reading is given."""
import datetime
import random

SERVICES = ("inpatient", "outpatient", "chronic_outpatient", "accident_outpatient", "rehabilitation_outpatient",
            "home_care", "institutional_care")
PERSON_DATES = ("birth_date", "age", "enrolled_and_paid_on")


def leaves(value):
    """Every row of a value: its keys and what stands there."""
    for version in value["versions"]:
        yield from rows(version.get("value", version.get("table")), ())


def rows(found, keys):
    if isinstance(found, str) or {"unpublished", "if_entered"} & set(found):
        yield keys, found
    else:
        for key, part in found.items():
            yield from rows(part, keys + (key,))


class Dice:
    def __init__(self, seed, vocabulary):
        self.r, self.vocabulary = random.Random(seed), vocabulary

    def money(self, most):
        """Small and large amounts alike, whole yuan or with fen."""
        top = min(most, self.r.choice((30, 300, 3000, 30000, 300000, 1500000)))
        whole = self.r.random() < 0.3
        fens = self.r.randint(0, int(top * 100))
        return f"{fens // 100}.00" if whole else f"{fens // 100}.{fens % 100:02d}"

    def request(self, place, code):
        asked = datetime.date(2026, 1, 1) + datetime.timedelta(days=self.r.randint(0, 360))
        born = self.birth(asked)
        facts = {f["id"]: self.fact(f, place) for f in self.vocabulary["facts"]
                 if f["of"] == "person" and f["id"] not in PERSON_DATES}
        facts["birth_date"] = born.isoformat()
        facts["enrolled_and_paid_on"] = self.enrolled(born, asked)
        expenses = self.expenses(place, born, asked)
        request = {"region": code, "asked_on": asked.isoformat(), "facts": facts, "expenses": expenses,
                   "entered": self.entered(place), "readings": self.readings(place)}
        if self.r.random() < 0.4:
            request["year_to_date"] = self.year_to_date(place, expenses)
        return request

    def birth(self, asked):
        years = self.r.choice((0.2, 0.9, 1.5, 17.99, 18.01, 30, 59.99, 60.01, 70, 85))
        return asked - datetime.timedelta(days=int(years * 365.25) + self.r.randint(0, 20))

    def enrolled(self, born, asked):
        """Long enough ago, or late: the window after birth is never open."""
        late = min(born + datetime.timedelta(days=self.r.choice((0, 30, 90, 91, 200))), asked)
        return late.isoformat()

    def fact(self, f, place):
        kind = f["kind"]
        if kind == "yes_no":
            return self.r.random() < 0.5
        if kind == "money":
            return self.money(3000)
        if kind == "whole_number":
            return self.r.randint(f["min"], min(f["max"], self.r.choice((3, 40, 400))))
        options = [o["id"] for o in self.vocabulary.get(f.get("list"), [])] + place.options(f.get("list") or "")
        options += [o["id"] for o in f.get("options", [])]
        if kind == "choice":
            return self.r.choice(options)
        return sorted(self.r.sample(options, self.r.choice((0, 0, 1, 1, 2))))

    def expenses(self, place, born, asked):
        count = self.r.choice((1, 1, 2, 2, 3, 4, 6))
        first = max(born, asked - datetime.timedelta(days=self.r.choice((0, 60, 400))))
        mix = self.r.choice((SERVICES, ("inpatient",), ("inpatient", "outpatient"), SERVICES[:3]))
        expenses = [self.expense(place, f"e{n + 1}", self.r.choice(mix), first, asked) for n in range(count)]
        if self.r.random() < 0.2:
            self.join(expenses)
        return expenses

    def expense(self, place, name, service, first, asked):
        on = first + datetime.timedelta(days=self.r.randint(0, (asked - first).days))
        facts = {f["id"]: self.fact(f, place) for f in self.vocabulary["facts"]
                 if f["of"] == "expense" and f["id"] not in ("self_paid", "advance", "third_party_amount", "third_party_liable")}
        if self.r.random() < 0.5:
            facts["out_of_area"] = "no"
        if service != "inpatient" or self.r.random() < 0.7:
            facts.pop("admission")
        total = self.money(2000000)
        expense = {"id": name, "service": service, "date": on.isoformat(), "total": total, "facts": facts}
        self.parts(place, expense, float(total))
        return expense

    def parts(self, place, expense, total):
        facts = expense["facts"]
        facts["third_party_liable"] = self.r.random() < 0.1
        if facts["third_party_liable"]:
            facts["third_party_amount"] = self.part(total, 0.3)
        classes = {n: c for f in reversed(place.chain) for n, c in f.get("item_classes", {}).items() if c.get("share") != "unpublished"}
        if self.r.random() < 0.2:
            expense["items"] = [self.item(self.r.choice(["out_of_catalogue", *classes]), classes, total)
                                for _ in range(self.r.randint(0, 3))]
        else:
            facts["self_paid"], facts["advance"] = self.part(total, 0.3), self.part(total, 0.3)

    def item(self, name, classes, total):
        item, kind = {"class": name, "amount": self.part(total, 0.2)}, classes.get(name, {})
        if "price_bands" in kind or "limit" in kind:
            item["days" if kind.get("per") == "day" else "count"] = self.r.randint(1, 30)
        return item

    def part(self, total, share):
        fens = self.r.choice((0, self.r.randint(0, int(total * 100 * share))))
        return f"{fens // 100}.{fens % 100:02d}"

    def join(self, expenses):
        """Two stays in hospital that are one."""
        stays = [e for e in expenses if e["service"] == "inpatient"]
        for e, other in zip(stays[1:2], stays):
            e["same_stay_as"] = other["id"]
            near = datetime.date.fromisoformat(e["date"]) - datetime.date.fromisoformat(other["date"])
            if abs(near.days) > 366 or e["facts"].get("admission") != other["facts"].get("admission"):
                del e["same_stay_as"]

    def entered(self, place):
        """Every value that nobody published; of two that say the same, one."""
        entered = {}
        for p in place.listed + [place.elsewhere]:
            values = p.body.get("values", {})
            said_otherwise = {v["instead_of"] for v in values.values() if "instead_of" in v}
            other_way = self.r.random() < 0.5
            for name, value in values.items():
                if ("instead_of" in value and not other_way) or (name in said_otherwise and other_way):
                    continue
                self.enter(entered, p, name, value, "instead_of" in value)
        return entered

    def enter(self, entered, p, name, value, always):
        for keys, found in leaves(value):
            if isinstance(found, str):
                continue
            if "unpublished" in found or always or self.r.random() < 0.3:
                entered[f"{p.id}/{name}" + ("@" + ",".join(keys) if keys else "")] = self.value(value["unit"], found)

    def value(self, unit, found):
        if unit == "rate":
            return f"{self.r.randint(0, 20) * 5 / 100:.2f}"
        if unit == "yes_no":
            return self.r.choice(("yes", "no"))
        return self.money(200000) if unit == "money" else str(self.r.randint(0, 10))

    def readings(self, place):
        return {f"{p.id}/{name}": self.r.choice(sorted(reading["options"])) for p in place.every if p in place.listed or "cover_from_birth" in p.body
                for name, reading in p.body.get("readings", {}).items()}

    def year_to_date(self, place, expenses):
        years = sorted({e["date"][:4] for e in expenses})
        year = {"admissions": self.r.randint(0, 3), "personal_share": self.money(100000)}
        paying = [p.id for p in place.listed if any("cap" in s for s in p.body.get("benefit", [])) and p.kind == "reimbursement"]
        if self.r.random() < 0.5:
            year["paid"] = {p: self.money(100000) for p in self.r.sample(paying, min(2, len(paying)))}
        if self.r.random() < 0.5:
            year["in_scope"] = self.money(100000)
        return {self.r.choice(years): year}
