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
    last_day = {expense["stay"]: day(expense["date"]) for expense in ordered}
    for expense in ordered:
        first = first_of.setdefault(expense["stay"], expense)
        expense["on"] = day(expense["date"])
        counted = {"first_part": first["on"], "last_part": last_day[expense["stay"]], "each_part": expense["on"]}
        expense["year"] = year_of(place, counted[place.stay_year])
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
        own, advance, over, classes = item_parts(expense, place)
    else:
        own, advance, over, classes = told(facts, "self_paid"), told(facts, "advance"), Fraction(0), []
    liable = facts.get("third_party_liable", "third_party_amount" in facts)
    other = told(facts, "third_party_amount") if liable else Fraction(0)
    scope = max(total - own - advance - over - other, Fraction(0))
    return {"total": total, "bill": total - other, "own": own, "advance": advance, "over": over, "in_scope": scope,
            "classes": classes}


def told(facts, name):
    if facts.get(name) is None:
        raise Refused(f"fact {name} is not known")
    return money(facts[name])


def item_parts(expense, place):
    """Out of catalogue, advance, over a limit, and what is in scope of classes with a rule of their own, item by item."""
    own, advance, over, classes = Fraction(0), Fraction(0), Fraction(0), []
    for item in expense["items"]:
        if item["class"] == "out_of_catalogue":
            own += money(item["amount"])
            continue
        kind = place.item_class(item["class"])
        if not kind or kind.get("share") == "unpublished":
            raise Refused(f"class of items {item['class']}")
        if any(isinstance(kind.get(name), dict) for name in ("share", "rate", "plus", "less", "limit")):
            raise Refused("a class of items by facts and days")
        band = band_of(item, kind["price_bands"]) if "price_bands" in kind else kind
        counts = counted_part(item, band)
        borne = fen(counts * Fraction(band.get("share", "0")))
        over, advance = over + money(item["amount"]) - counts, advance + borne
        if any(name in kind for name in ("rate", "plus", "less", "no_deductible", "no_limit")):
            rate = Fraction(kind["rate"]) if "rate" in kind else None
            points = Fraction(kind.get("plus", "0")) - Fraction(kind.get("less", "0"))
            classes.append({"amount": counts - borne, "rate": rate, "points": points, "spared": kind.get("no_deductible", False),
                            "past": kind.get("no_limit", False)})
    return own, advance, over, classes


def band_of(item, bands):
    """The price of a piece chooses the band."""
    if "unit_price" not in item and not item.get("count"):
        raise Refused("an item without its price")
    price = money(item["unit_price"]) if "unit_price" in item else money(item["amount"]) / item["count"]
    return next(band for band in bands if "up_to" not in band or price <= money(band["up_to"]))


def counted_part(item, kind):
    if "limit" not in kind:
        return money(item["amount"])
    pieces = item.get("days" if kind.get("per") == "day" else "count")
    if pieces is None:
        raise Refused("an item without its days or pieces")
    return min(money(item["amount"]), money(kind["limit"]) * pieces)
