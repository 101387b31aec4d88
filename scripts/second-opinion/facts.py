"""What is known about a person and a bill, and whether a test of the rules holds."""
import calendar
import datetime
from policies import Refused


def day(text):
    return datetime.date.fromisoformat(text)


def completed_years(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def months_later(born, months):
    count = born.month - 1 + months
    year, month = born.year + count // 12, count % 12 + 1
    return datetime.date(year, month, min(born.day, calendar.monthrange(year, month)[1]))


class Known:
    """All that a test may ask: facts of the person, of one bill if there is one, values and readings."""

    def __init__(self, request, expense, on, programme, settlement):
        self.request, self.on, self.programme, self.settlement = request, on, programme, settlement
        self.facts = dict(request.get("facts", {}))
        if expense:
            self.facts.update(expense.get("facts", {}))
            self.facts["service"] = expense["service"]
            self.facts["admission"] = expense["admission"]
        self.expense = expense
        self.line = None  # what is known of the bill, once a step of a programme asks

    def fact(self, name):
        if name == "third_party_liable" and name not in self.facts:
            return False
        if name == "out_of_area" and name not in self.facts:
            return "no"
        if self.facts.get(name) is None:
            raise Refused(f"fact {name} is not known")
        return self.facts[name]

    def born(self):
        return day(self.fact("birth_date"))

    def reading(self, name):
        self.settlement.read.add(f"{self.programme.id}/{name}")
        chosen = self.request.get("readings", {}).get(f"{self.programme.id}/{name}")
        if chosen is None:
            raise Refused(f"reading {self.programme.id}/{name} is open")
        return chosen

    def by_reading(self, thing):
        if isinstance(thing, dict) and "by_reading" in thing:
            return thing[self.reading(thing["by_reading"])]
        return thing

    def entered(self, name):
        self.settlement.read.add(f"{self.programme.id}/{name}")
        return self.request.get("entered", {}).get(f"{self.programme.id}/{name}")


def holds(test, known):
    """True, False, or None where a source's list is open."""
    if "by_reading" in test:
        return holds(known.by_reading(test), known)
    if "all" in test:
        return conjunction([holds(t, known) for t in test["all"]])
    if "any" in test:
        return negation(conjunction([negation(holds(t, known)) for t in test["any"]]))
    if "not" in test:
        return negation(holds(test["not"], known))
    if "fact" in test:
        return fact_test(test, known)
    return other_test(test, known)


def conjunction(truths):
    if False in truths:
        return False
    return None if None in truths else True


def negation(truth):
    return None if truth is None else not truth


def fact_test(test, known):
    value = known.fact(test["fact"])
    if "is" in test:
        return value in test["is"] if isinstance(test["is"], list) else value == test["is"]
    if "at_least" in test:
        return int(value) >= test["at_least"]
    if "at_most" in test:
        return int(value) <= test["at_most"]
    if "not_empty" in test:
        return bool(value) == test["not_empty"]
    if "has_any" in test:
        return set_test(test, value)
    raise Refused(f"test {test}")


def set_test(test, value):
    if set(value) & set(test["has_any"]):
        return True
    return None if test.get("list_is_open") and value else False


def other_test(test, known):
    if "value" in test:
        return known.settlement.leaf(known, test["value"]) == test["is"]
    if "entered" in test:
        return known.entered(test["entered"]) is not None
    if "counter" in test:
        held = known.settlement.counter_by_name(known, test["counter"])
        return held >= test["at_least"] if "at_least" in test else held <= test["at_most"]
    return age_test(test, known)


def age_test(test, known):
    if "on" in test:
        raise Refused("an age on another day")
    (key, limit), = test.items()
    if key.startswith("enrolled_within"):
        return enrolled_in_time(key, limit, known)
    if key == "days_old_at_most":
        return (known.on - known.born()).days <= limit
    age = completed_years(known.born(), known.on)
    if key == "age_under":
        return age < limit
    if key == "age_at_least":
        return age >= limit
    if key == "age_at_most":
        return age <= limit
    raise Refused(f"test {test}")


def enrolled_in_time(key, limit, known):
    born = known.born()
    last = born + datetime.timedelta(days=limit) if "days" in key else months_later(born, limit)
    enrolled = known.fact("enrolled_and_paid_on")
    if enrolled != "not_yet":
        return day(enrolled) <= last
    return None if day(known.request["asked_on"]) <= last else False
