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
        self.without_caps = without_caps
        self.sum = whole if whole is not None else line["in_scope"]
        self.into = None if whole is not None else self.sum
        self.classes = []
        if known.programme.fund == "basic" and whole is None:
            self.classes = [dict(c) for c in line["classes"] if c["amount"]]
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

    def paid_of_classes(self):
        """What goes at rates of its own. It is taken out of the sum, of which the step then pays the rest."""
        own = [c for c in self.classes if c["rate"] is not None]
        self.classes = []
        self.sum -= sum((c["amount"] for c in own), Fraction(0))
        return sum((c["amount"] * c["rate"] for c in own), Fraction(0))

    def all_taken(self):
        return sum((off for _, _, off in self.taken), Fraction(0))

    def less_points(self, share):
        return max(share - self.elsewhere["points"], Fraction(0)) if self.elsewhere else share

    def rate(self, step, number):
        share = rate(self.known, step["rate"])
        if share is None:
            return
        own = self.paid_of_classes()
        if "better" in step and self.sum > amount(self.known, step["better"]["above"]):
            share = max(share, rate(self.known, step["better"]["rate"]))
        self.sum = own + self.sum * self.less_points(self.raised(share, step.get("raise")))

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
        own = self.paid_of_classes()
        before = self.known.by_reading(step.get("measured", "before_deductible")) == "before_deductible"
        earlier, borne = (Fraction(0), Fraction(0)) if self.whole is not None else self.book.earlier(self.known, step)
        low = earlier + self.all_taken() if before else earlier - borne
        high, edge, paid = low + self.sum, Fraction(0), Fraction(0)
        for band in step["bands"]:
            top = amount(self.known, band["to"]) if "to" in band else None
            end = high if top is None else min(high, top)
            within = max(end - max(low, edge), Fraction(0))
            paid += within * self.less_points(rate(self.known, band["rate"]))
            edge = edge if top is None else max(edge, top)
        self.sum = own + paid

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
        self.sum = min(self.sum, v)

    def uses(self, step, number):
        if self.book.uses_before(self.known, step) >= amount(self.known, step["uses"]):
            self.sum = Fraction(0)

    def allowance(self, step, number):
        each = amount(self.known, step["allowance"])
        less = self.known.by_reading(step["less"]) if "less" in step else "none"
        if less != "none":
            each = max(each - amount(self.known, less), Fraction(0))
        per = step.get("per", "month")
        self.sum = each * (1 if per == "expense" else int(self.known.fact("days" if per == "day" else "months")))
