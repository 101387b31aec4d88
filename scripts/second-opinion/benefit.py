"""The steps of one programme on one bill, from the base to the amount before rounding."""
from fractions import Fraction
from facts import holds
from numbers_of import amount, rate
from policies import Refused

STEP_KEYS = {
    "base": {"base"}, "deductible": {"deductible", "per", "counter", "most_a_year"}, "rate": {"rate", "raise", "better"},
    "borne_first": {"borne_first"}, "at_least": {"at_least", "of"}, "bands": {"bands", "measured", "of", "counter"},
    "cap": {"cap", "per", "counts", "counter"}, "uses": {"uses", "per", "counter"},
    "allowance": {"allowance", "less", "per", "split"},
}


def within_one(share):
    return min(max(share, Fraction(0)), Fraction(1))


def kind_of(step):
    kind = next((k for k in STEP_KEYS if k in step), None)
    if kind is None or set(step) - STEP_KEYS[kind] - {"when"}:
        raise Refused(f"step {sorted(step)}")
    return kind


class Run:
    """One way down the steps. `whole` is the year's base of a second layer, else None."""

    def __init__(self, known, line, whole=None, without_caps=False):
        self.known, self.line, self.whole = known, line, whole
        self.book = known.settlement
        known.line = line
        self.without_caps = without_caps
        self.sum = whole if whole is not None else line["in_scope"]
        self.into = None if whole is not None else self.sum
        self.classes = []
        if known.programme.fund == "basic" and whole is None:
            self.classes = [dict(c) for c in line["classes"] if c["amount"]]
        self.past = Fraction(0)  # what of the sum no limit bounds
        self.taken = []
        self.elsewhere = self.book.elsewhere(known)

    def steps(self):
        for number, step in enumerate(self.known.programme.body["benefit"]):
            kind = kind_of(step)
            if "when" in step and not holds(step["when"], self.known):
                continue
            self.knows_of_classes(kind)
            getattr(self, kind)(step, number)
        return self

    def knows_of_classes(self, kind):
        """What a limit in front of the rate, or a part that a third party bears, leaves of a class, the documents do not say."""
        if self.classes and kind in ("cap", "at_least", "uses"):
            raise Refused(f"{kind} before the rate, and a class of items with a rule of its own")
        if kind != "base" and self.of_classes() > self.sum:
            raise Refused("less in scope than a class of items with a rule of its own")

    def of_classes(self, spared=None):
        return sum((c["amount"] for c in self.classes if spared is None or c["spared"] == spared), Fraction(0))

    def base_of(self, step):
        return self.known.by_reading(step["base"])

    def base(self, step, number):
        """The base of a second layer is given from outside; all other bases are parts of the bill."""
        base = self.base_of(step)
        if base == "year_personal_share":
            return
        if isinstance(base, dict) and "beyond_cap_of" in base:
            self.sum = self.book.beyond_cap(self.known, self.line, base["beyond_cap_of"])
        elif base in ("in_scope", "left", "bill"):
            self.sum = {"in_scope": self.line["in_scope"], "left": self.line["left"], "bill": self.line["bill"]}[base]
        else:
            raise Refused(f"base {base}")
        self.into = self.sum

    def deductible(self, step, number):
        v = self.elsewhere["deductible"] if self.elsewhere else amount(self.known, step["deductible"])
        if v is None:
            return
        if self.whole is None:
            v = max(v - self.book.borne_before(self.known, step, number), Fraction(0))
        if "most_a_year" in step:
            most = amount(self.known, step["most_a_year"])
            v = min(v, max(most - self.book.borne_in_year(self.known, step, number), Fraction(0)))
        off = min(v, self.sum - self.of_classes(spared=True))
        self.take_off_classes(off - min(off, self.sum - self.of_classes()))
        self.sum -= off
        self.taken.append((number, step.get("counter"), off))

    def take_off_classes(self, off):
        """What the rest of the bill did not hold of a deductible, in the order of the items."""
        for c in self.classes:
            taken = Fraction(0) if c["spared"] else min(off, c["amount"])
            c["amount"], off = c["amount"] - taken, off - taken

    def pay_shares(self, paid_between):
        """Classes at rates of their own are taken out of the sum. Of the others, those that are told apart lie on top of the rest.
        `paid_between` pays what lies between two amounts, at so many points more."""
        own = [c for c in self.classes if c["rate"] is not None]
        top = [c for c in self.classes if c["rate"] is None and (c["points"] or c["past"])]
        self.classes = []
        low = self.sum - sum((c["amount"] for c in own + top), Fraction(0))
        paid = paid_between(Fraction(0), low, Fraction(0))
        for c in own + sorted(top, key=lambda c: not c["spared"]):
            if c["rate"] is not None:
                of_class = c["amount"] * c["rate"]
            else:
                of_class, low = paid_between(low, low + c["amount"], c["points"]), low + c["amount"]
            paid, self.past = paid + of_class, self.past + (of_class if c["past"] else 0)
        self.sum = paid

    def for_limit(self):
        """What of the sum a limit is for."""
        return self.sum - self.past

    def all_taken(self):
        return sum((off for _, _, off in self.taken), Fraction(0))

    def less_points(self, share):
        return max(share - self.elsewhere["points"], Fraction(0)) if self.elsewhere else share

    def rate(self, step, number):
        share = rate(self.known, step["rate"])
        if share is None:
            return
        by_law = self.sum - sum((c["amount"] for c in self.classes if c["rate"] is not None), Fraction(0))
        if "better" in step and by_law > amount(self.known, step["better"]["above"]):
            share = max(share, rate(self.known, step["better"]["rate"]))
        share = self.less_points(self.raised(share, step.get("raise")))
        self.pay_shares(lambda low, high, points: (high - low) * within_one(share + points))

    def raised(self, share, more):
        if more is None or ("when" in more and not holds(more["when"], self.known)):
            return share
        by = amount(self.known, more["value"])
        how = self.known.by_reading(more["how"])
        return min(share + by if how == "points" else share * (1 + by), Fraction(1))

    def borne_first(self, step, number):
        left = 1 - rate(self.known, step["borne_first"])
        self.sum *= left
        for c in self.classes:
            c["amount"] *= left

    def at_least(self, step, number):
        least = amount(self.known, step["at_least"])
        if "of" in step:
            least *= self.line["in_scope"] if step["of"] == "in_scope" else self.line["bill"]
        self.sum = min(max(self.sum, least), self.line["left"])

    def bands(self, step, number):
        """What lies in each band, at its rate. The amount lies on top of what came earlier."""
        before = self.known.by_reading(step.get("measured", "before_deductible")) == "before_deductible"
        earlier, borne = (Fraction(0), Fraction(0)) if self.whole is not None else self.book.earlier(self.known, step)
        from_here = earlier + self.all_taken() if before else earlier - borne
        self.pay_shares(lambda low, high, points: self.banded(step["bands"], from_here + low, from_here + high, points))

    def banded(self, bands, low, high, points):
        edge, paid = Fraction(0), Fraction(0)
        for band in bands:
            top = amount(self.known, band["to"]) if "to" in band else None
            end = high if top is None else min(high, top)
            within = max(end - max(low, edge), Fraction(0))
            paid += within * within_one(self.less_points(rate(self.known, band["rate"])) + points)
            edge = edge if top is None else max(edge, top)
        return paid

    def cap(self, step, number):
        v = amount(self.known, step["cap"])
        if v is None:
            return
        per = step.get("per")
        if per in ("month", "day"):
            v *= int(self.known.fact("months" if per == "month" else "days"))
        elif "counter" in step or per != "expense":
            if self.without_caps:
                return
            v = max(v - self.book.paid_before(self.known, step), Fraction(0))
        self.sum = min(self.for_limit(), v) + self.past

    def uses(self, step, number):
        if self.book.uses_before(self.known, step) >= amount(self.known, step["uses"]):
            self.sum = self.past

    def allowance(self, step, number):
        each = amount(self.known, step["allowance"])
        less = self.known.by_reading(step["less"]) if "less" in step else "none"
        if less != "none":
            each = max(each - amount(self.known, less), Fraction(0))
        per = step.get("per", "month")
        self.sum = each * (1 if per == "expense" else int(self.known.fact("days" if per == "day" else "months")))
