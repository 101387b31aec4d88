"""The numbers of a rule: a value looked up, and what its modifiers make of it."""
from fractions import Fraction
from facts import completed_years, day, holds
from policies import Refused

KNOWN_KEYS = {"value", "at", "index", "count", "counter", "part", "sum", "greatest", "least", "every", "times", "divided_by", "power", "plus", "less",
              "own_share_times", "at_least", "at_most", "round", "when"}


def version_on(value, on):
    for version in value["versions"]:
        if version.get("from", "0000") <= on.isoformat() <= version.get("to", "9999"):
            return version
    raise Refused("no version of a value on that day")


def row(table, name, fact):
    """The key of a table that a fact reads."""
    key = {True: "yes", False: "no"}.get(fact, str(fact)) if isinstance(fact, bool) else str(fact)
    if key in table:
        return key
    if isinstance(fact, int):
        below = [k for k in table if int(k) <= fact]
        return max(below, key=int) if below else min(table, key=int)
    for stands_for in {"primary": ["1"]}.get(key, []) + (["temporary"] if name == "out_of_area" else ["other"]):
        if stands_for in table:
            return stands_for
    raise Refused(f"no row for {name} {key}")


def leaf(known, name, at=None):
    """A value as it stands on the day: text, or None for a limit that nobody entered."""
    value = known.programme.body["values"][name]
    version, keys = version_on(value, known.on), []
    found = version.get("value", version.get("table"))
    for by in value.get("by", []):
        if not isinstance(found, dict) or {"unpublished", "if_entered"} & set(found):
            break
        key = row(found, by, (at or {}).get(by, known.facts.get(by)) if by in (at or {}) else known.fact(by))
        keys.append(key)
        found = found[key]
    if isinstance(found, str):
        return found
    told = known.entered(name + ("@" + ",".join(keys) if keys else ""))
    if told is None and "unpublished" in found:
        raise Refused(f"value {known.programme.id}/{name} {keys} is not entered")
    return told


def index(known, name):
    """A dated figure: of the nearest file that has one of this name."""
    file = next(f for f in known.settlement.place.chain if name in f.get("indices", {}))
    version = version_on(file["indices"][name], known.on)
    if isinstance(version["value"], str):
        return version["value"]
    known.settlement.read.add(f"{file['region']}/indices/{name}")
    told = known.request.get("entered", {}).get(f"{file['region']}/indices/{name}")
    if told is None:
        raise Refused(f"index {name} is not entered")
    return told


def amount(known, v):
    """A number as a fraction; None where a limit does not exist."""
    if isinstance(v, str):
        v = {"value": v}
    if isinstance(v, list):
        return amount(known, chosen(known, v))
    if set(v) - KNOWN_KEYS:
        raise Refused(f"number {sorted(v)}")
    number = start(known, v)
    return None if number is None else modified(known, v, number)


def chosen(known, choices):
    for choice in choices:
        if "when" not in choice or holds(choice["when"], known):
            return {key: part for key, part in choice.items() if key != "when"}
    raise Refused("no choice holds")


def start(known, v):
    if "value" in v:
        text = leaf(known, v["value"], v.get("at"))
        return None if text is None else Fraction(text)
    if "index" in v:
        return Fraction(index(known, v["index"]))
    if "count" in v:
        return Fraction(counted(known, v["count"]))
    if "part" in v:
        return part_of_bill(known, v["part"])
    if "counter" in v:
        return Fraction(known.settlement.counter_by_name(known, v["counter"]))
    for key, gather in (("sum", sum), ("greatest", max), ("least", min)):
        if key in v:
            parts = [amount(known, bare(part)) for part in v[key] if applies(known, part)]
            return gather(parts) if parts else Fraction(0)
    raise Refused(f"number {sorted(v)}")


PARTS = {"bill": "total", "in_scope": "in_scope", "left": "left", "deductible": "dedc", "advance": "advance", "out_of_catalogue": "own"}


def part_of_bill(known, name):
    """A part of the bill, as it stands when the programme's turn comes."""
    if name not in PARTS or known.line is None:
        raise Refused(f"an amount that starts from {name}")
    return Fraction(known.line[PARTS[name]])


def counted(known, name):
    if name == "age":
        return completed_years(known.born(), known.on)
    return known.fact("admission") - 1 if name == "earlier_stays" else int(known.fact(name))


def applies(known, part):
    return not (isinstance(part, dict) and "when" in part) or holds(part["when"], known) is True


def bare(part):
    return {k: x for k, x in part.items() if k != "when"} if isinstance(part, dict) else part


def modified(known, v, number):
    for key, change in MODIFIERS:
        if key in v and applies(known, v[key]):
            other = amount(known, bare(v[key]))
            if other is None:
                raise Refused("a modifier that does not exist")
            number = max(change(number, other), Fraction(0))
    return rounded_as(v["round"], number) if "round" in v else number


MODIFIERS = (
    ("every", lambda n, e: Fraction(max(1, -(-n // e)))),
    ("times", lambda n, t: n * t),
    ("divided_by", lambda n, d: n / max(1, d)),
    ("power", lambda n, p: n ** int(p)),
    ("plus", lambda n, p: n + p),
    ("less", lambda n, p: n - p),
    ("own_share_times", lambda n, t: 1 - (1 - n) * t),
    ("at_least", max),
    ("at_most", min),
)


def rounded_as(how, number):
    way, _, unit = how.rpartition("_")
    step = {"yuan": 1, "ten": 10, "hundred": 100, "thousand": 1000}[unit]
    count = number / step
    return step * {"down": count // 1, "up": -(-count // 1), "": (count + Fraction(1, 2)) // 1}[way]


def rate(known, v):
    found = amount(known, v)
    return None if found is None else min(found, Fraction(1))
