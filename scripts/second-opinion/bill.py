"""What of a bill is in scope, how the parts of a stay belong together, and which stay of the year it is."""
from fractions import Fraction
from facts import day
from policies import Refused

CARE = ("home_care", "institutional_care")


def fen(number):
    """Half up to the fen."""
    return Fraction((number * 100 + Fraction(1, 2)) // 1, 100)


def money(text):
    return Fraction(text)


def year_of(place, on):
    """The calendar year in which the insurance year of a day begins."""
    return on.year - (on.strftime("%m-%d") < place.year_starts)


def in_order(request, place):
    """The bills by date, then as given, each with its stay, its year and its number in the year."""
    given = [dict(e, facts=dict(e.get("facts", {}))) for e in request.get("expenses", [])]
    join_stays(given)
    ordered = sorted(given, key=lambda e: e["date"])
    first_of, counts = {}, {}
    for expense in ordered:
        first = first_of.setdefault(expense["stay"], expense)
        expense["on"] = day(expense["date"])
        expense["year"] = year_of(place, first["on"])
        expense["admission"] = number_of(request, expense, first, counts)
    return ordered


def join_stays(expenses):
    """One name for all bills that are linked, in whatever direction."""
    for expense in expenses:
        expense["stay"] = expense["id"]
    for expense in expenses * len(expenses):
        other = expense.get("same_stay_as")
        if other is not None:
            names = {expense["stay"], next(e["stay"] for e in expenses if e["id"] == other)}
            for e in expenses:
                if e["stay"] in names:
                    e["stay"] = min(names)


def number_of(request, expense, first, counts):
    if expense["service"] != "inpatient":
        return expense["facts"].get("admission")
    if expense is not first:
        return first["admission"]
    year = expense["year"]
    so_far = counts.get(year, request.get("year_to_date", {}).get(str(year), {}).get("admissions", 0))
    counts[year] = so_far + 1
    return expense["facts"].get("admission", so_far + 1)


def parts(expense, place):
    """Total, the bill without a third party's part, out of catalogue, advance, over a limit, third party, and what is left in scope."""
    facts, total = expense["facts"], money(expense.get("total", "0"))
    if "items" in expense:
        own, advance, over = item_parts(expense, place)
    else:
        own, advance, over = told(facts, "self_paid"), told(facts, "advance"), Fraction(0)
    liable = facts.get("third_party_liable", "third_party_amount" in facts)
    other = told(facts, "third_party_amount") if liable else Fraction(0)
    scope = max(total - own - advance - over - other, Fraction(0))
    return {"total": total, "bill": total - other, "own": own, "advance": advance, "over": over, "in_scope": scope}


def told(facts, name):
    if facts.get(name) is None:
        raise Refused(f"fact {name} is not known")
    return money(facts[name])


def item_parts(expense, place):
    own = advance = over = Fraction(0)
    for item in expense["items"]:
        if item["class"] == "out_of_catalogue":
            own += money(item["amount"])
            continue
        kind = place.item_class(item["class"])
        if not kind or kind.get("share") == "unpublished" or {"rate", "price_bands", "no_deductible"} & set(kind):
            raise Refused(f"class of items {item['class']}")
        counts = counted_part(item, kind)
        over += money(item["amount"]) - counts
        advance += fen(counts * Fraction(kind.get("share", "0")))
    return own, advance, over


def counted_part(item, kind):
    if "limit" not in kind:
        return money(item["amount"])
    pieces = item.get("days" if kind["per"] == "day" else "count")
    if pieces is None:
        raise Refused("an item without its days or pieces")
    return min(money(item["amount"]), money(kind["limit"]) * pieces)
