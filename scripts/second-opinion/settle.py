"""A whole request: bill by bill in order of date, fund by fund, with what the year held before."""
import json
from fractions import Fraction
from benefit import Run
from bill import CARE, fen, in_order, money, parts, year_of
from facts import Known, completed_years, conjunction, day, holds
from numbers_of import leaf
from policies import Refused

FUNDS = ("basic", "critical_illness", "large_expense", "assistance", "long_term_care", "supplement")
NOTHING = Fraction(0)


class Settlement:
    def __init__(self, place, request):
        self.place, self.request = place, request
        self.expenses = in_order(request, place)
        self.records = []   # what every programme did on every bill, in order
        self.done = []      # the bills settled so far
        self.lines = {p.id: {} for p in place.listed}
        self.read = set()   # the values and readings that were asked for

    leaf = staticmethod(leaf)

    # -- who is entitled

    def known(self, programme, expense):
        on = expense["on"] if expense else day(self.request["asked_on"])
        return Known(self.request, expense, on, programme, self)

    def conditions(self, programme, known, expense):
        body, on = programme.body, known.on.isoformat()
        if on < body.get("began", "0000") or on > body.get("ended", "9999"):
            return False
        truths = [holds(c["test"], known) for c in body.get("person", []) + (body.get("expense", []) if expense else [])]
        if expense:
            truths += [self.is_here(programme, known, expense), self.covered(programme, known)]
        truth = conjunction(truths)
        if truth is not False and (on < body.get("known_from", "0000") or body.get("on_file") is False):
            raise Refused(f"{programme.id} is not on file")
        return truth

    def is_here(self, programme, known, expense):
        return not programme.answered_elsewhere(expense["service"], known.fact("scheme"))

    def covered(self, programme, known):
        """Whether a resident's baby was insured on the day of the bill."""
        if programme.fund not in ("basic", "critical_illness") or known.fact("scheme") != "resident":
            return True
        if completed_years(known.born(), known.on) >= 1:
            return True
        enrolled = known.fact("enrolled_and_paid_on")
        if enrolled != "not_yet" and day(enrolled) <= known.on:
            return True
        return self.from_birth(known)

    def from_birth(self, known):
        rules = [p for p in self.place.every if "cover_from_birth" in p.body]
        nearest = Known(self.request, known.expense, known.on, rules[0], self)
        truth = conjunction([holds(c["test"], nearest) for c in rules[0].body.get("person", [])])
        if truth is None:
            raise Refused("the window after birth is still open")
        if truth:
            return True
        rule = next(p for p in rules if "otherwise" in p.body["cover_from_birth"])
        where = Known(self.request, known.expense, known.on, rule, self)
        return where.by_reading(rule.body["cover_from_birth"]["otherwise"]) == "from_birth"

    # -- one bill

    def settle(self):
        for expense in self.expenses:
            self.one(expense)
        return self

    def one(self, expense):
        line = parts(expense, self.place)
        settled = {fund: money(paid) for fund, paid in expense.get("settled", {}).items()}
        line.update(expense=expense, funds=dict(settled), dedc=NOTHING)
        line["left"] = max(line["in_scope"] - sum(settled.values()), NOTHING)
        truths = {p.id: self.conditions(p, self.known(p, expense), expense) for p in self.at(expense)}
        for fund in self.order():
            here = [p for p in self.at(expense) if p.fund == fund]
            if fund in settled:
                self.given(line, here, truths, settled[fund])
            for programme in here:
                self.pay(line, programme, truths, fund in settled)
        self.done.append(line)

    def order(self):
        return self.place.fund_order + [f for f in FUNDS if f not in self.place.fund_order] + [None]

    def at(self, expense):
        """The programmes with a line for this bill."""
        here = [p for p in self.place.listed if expense["service"] in (p.services or [])]
        return [p for p in here if not all(p.answered_elsewhere(expense["service"], s)
                                           for s in ("employee", "resident", "none"))]

    def pay(self, line, programme, truths, settled):
        truth, paid = truths[programme.id], NOTHING
        gives_way = any(truths.get(other) for other in self.place.goes_before(programme))
        if truth is True and not gives_way and not settled and "benefit" in programme.body:
            paid = self.amount(line, programme)
        elif truth is None and "benefit" in programme.body:
            raise Refused("an open verdict with an amount")
        self.lines[programme.id][line["expense"]["id"]] = (truth, paid)
        line.setdefault("applied", []).extend([programme.id] if truth else [])

    def amount(self, line, programme):
        known = self.known(programme, line["expense"])
        if programme.kind == "allowance":
            return fen(Run(known, line).steps().sum)
        if any(s.get("base") == "year_personal_share" for s in programme.body["benefit"]):
            owed, taken, into, past = self.second_layer(known, line), [], None, NOTHING
        else:
            run = Run(known, line).steps()
            owed, taken, into, past = fen(run.sum), run.taken, run.into, fen(run.past)
        paid = min(owed, line["left"])
        # What no limit bounds uses up none.
        self.book(line, programme, max(paid - past, NOTHING), taken, into)
        line["left"] -= paid
        line["funds"][programme.fund] = line["funds"].get(programme.fund, NOTHING) + paid
        return paid

    def book(self, line, programme, paid, taken, into):
        if programme.fund == "basic":
            line["dedc"] += sum((off for _, _, off in taken), NOTHING)
        bases = [s["base"] for s in programme.body["benefit"] if isinstance(s.get("base"), dict)]
        beyond = programme.fund if any("beyond_cap_of" in b for b in bases) else None
        self.records.append({"programme": programme.id, "paid": paid, "taken": taken, "into": into, "line": line,
                             "beyond": beyond})

    def second_layer(self, known, line):
        """What it owes with this bill less what it owed without. A yearly limit is of what was paid."""
        programme = known.programme
        before = self.personal_share(programme, line["expense"]["year"])
        after = before + self.share_of(programme, line)
        with_it = fen(Run(known, line, after, without_caps=True).steps().sum)
        without = fen(Run(known, line, before, without_caps=True).steps().sum)
        owed = max(with_it - without, NOTHING)
        return self.under_caps(known, line, owed)

    def under_caps(self, known, line, owed):
        run = Run(known, line, owed)
        for step in known.programme.body["benefit"]:
            if "cap" in step and not ("when" in step and not holds(step["when"], known)):
                run.cap(step, 0)
        return run.sum

    def personal_share(self, programme, year):
        total = money(self.opening(year).get("personal_share", "0"))
        return total + sum((self.share_of(programme, line) for line in self.done if line["expense"]["year"] == year), NOTHING)

    def share_of(self, programme, line):
        """In scope and not paid by basic, nor by what goes on in the same layer where a limit of basic ends."""
        service = line["expense"]["service"]
        if service in CARE or service not in programme.body["services"] or not self.counts(programme, line):
            return NOTHING
        beyond = sum((r["paid"] for r in self.records if r["line"] is line and r["beyond"] == programme.fund), NOTHING)
        return max(line["in_scope"] - line["funds"].get("basic", NOTHING) - beyond, NOTHING)

    def counts(self, programme, line):
        """A second layer with conditions on the expense counts the bills alone on which they hold."""
        known = self.known(programme, line["expense"])
        truth = conjunction([holds(c["test"], known) for c in programme.body.get("expense", [])])
        if truth is None:
            raise Refused("an open condition of a second layer on a bill")
        return truth

    def given(self, line, here, truths, paid):
        """A payment from a slip uses up the yearly limits of the fund, in policy order."""
        if paid and any(truths[p.id] for p in here):
            raise Refused("a settled amount against a limit")

    # -- what the year held

    def opening(self, year):
        return self.request.get("year_to_date", {}).get(str(year), {})

    def same_time(self, per, expense, line):
        other = line["expense"]
        if per in ("year", None):
            return other["year"] == expense["year"]
        if per == "stay":
            return other["stay"] == expense["stay"]
        if per == "expense":
            return other["id"] == expense["id"]
        return self.stretch(per, other["on"]) == self.stretch(per, expense["on"])

    @staticmethod
    def stretch(per, on):
        if per in ("day", "calendar_day"):
            return (on.year, on.month, on.day)
        return (on.year, (on.month - 1) // 3) if per == "quarter" else (on.year, on.month)

    def borne_before(self, known, step, number):
        expense, programme = known.expense, known.programme
        if "most_a_year" in step or ("counter" not in step and step.get("per", "expense") == "expense"):
            return self.borne(lambda r: r["line"]["expense"]["stay"] == expense["stay"], programme.id, number)
        return self.borne_in_year(known, step, number)

    def borne_in_year(self, known, step, number):
        expense, programme = known.expense, known.programme
        if "counter" in step:
            return self.counter_by_name(known, step["counter"])
        per = step["per"] if "most_a_year" not in step else "year"
        held = self.borne(lambda r: self.same_time(per, expense, r["line"]), programme.id, number)
        opening = self.opening(expense["year"])
        if any(name.startswith(f"{programme.id}/") for name in opening.get("counters", {})):
            raise Refused("counters of a year so far")
        return held + (money(opening.get("deductible_used", {}).get(programme.id, "0")) if per == "year" else NOTHING)

    def borne(self, when, programme, number):
        return sum((off for r in self.records if r["programme"] == programme and when(r)
                    for n, _, off in r["taken"] if n == number), NOTHING)

    def earlier(self, known, step):
        """What lies below a band: the earlier amounts, and what deductibles took of them."""
        expense = known.expense
        if "counter" in step:
            rule = self.rule(known, step["counter"])
            if rule["counts"] == "base":
                return self.base(known, step["counter"]), self.borne_of_base(known, step["counter"])
            return self.eligible(rule, expense), self.borne_of(rule, expense)
        if known.by_reading(step.get("of", "expense")) == "expense":
            lines = [x for x in self.done if x["expense"]["stay"] == expense["stay"]]
            return sum((x["in_scope"] for x in lines), NOTHING), sum((x["dedc"] for x in lines), NOTHING)
        inpatient = {"counts": "eligible", "of": ["inpatient"], "per": "year"}
        return self.eligible(inpatient, expense), self.borne_of(inpatient, expense)

    def counted_lines(self, rule, expense):
        for line in self.done:
            if self.same_time(rule["per"], expense, line) and self.counts_here(rule, line):
                yield line

    def counts_here(self, rule, line):
        if "of_programmes" in rule:
            ids = [f"{rule['region']}/{name}" for name in rule["of_programmes"]]
            return any(i in line.get("applied", []) for i in ids)
        return line["expense"]["service"] in rule["of"]

    def eligible(self, rule, expense):
        before = money(self.opening(expense["year"]).get("in_scope", "0")) if rule["per"] == "year" else NOTHING
        return before + sum((x["in_scope"] for x in self.counted_lines(rule, expense)), NOTHING)

    def borne_of(self, rule, expense):
        used = self.opening(expense["year"]).get("deductible_used", {})
        if used and self.opening(expense["year"]).get("in_scope"):
            raise Refused("deductibles used before bands of a year")
        return sum((x["dedc"] for x in self.counted_lines(rule, expense)), NOTHING)

    def base(self, known, name):
        """What went into the steps of these programmes on the bills that are settled."""
        into = [r["into"] for r in self.of_earlier_bills(known, name)]
        if None in into:
            raise Refused("a counter of the base of a second layer")
        return money(self.opened(known, name) or "0") + sum(into, NOTHING)

    def borne_of_base(self, known, name):
        if self.opened(known, name) is not None and self.opening(known.expense["year"]).get("deductible_used"):
            raise Refused("deductibles used before a base that is told")
        return sum((off for r in self.of_earlier_bills(known, name) for _, _, off in r["taken"]), NOTHING)

    def of_earlier_bills(self, known, name):
        rule, expense = self.rule(known, name), known.expense
        ids = [known.programme.full_id(p) for p in rule["of"]]
        return [r for r in self.records if r["programme"] in ids and r["line"] in self.done
                and self.same_time(rule["per"], expense, r["line"])]

    def opened(self, known, name):
        """What the request tells of a counter of the year by its name."""
        if self.rule(known, name)["per"] != "year":
            return None
        return self.opening(known.expense["year"]).get("counters", {}).get(known.programme.full_id(name))

    def paid_before(self, known, step):
        programme, expense = known.programme, known.expense
        if "counter" in step:
            return self.counter_by_name(known, step["counter"])
        others = known.by_reading(step.get("counts", "own"))
        ids = [programme.id] + ([programme.full_id(o) for o in others] if others != "own" else [])
        return self.paid(ids, step["per"], expense)

    def paid(self, ids, per, expense):
        opening = self.opening(expense["year"]).get("paid", {}) if per == "year" else {}
        return sum((money(opening.get(i, "0")) for i in ids), NOTHING) + sum(
            (r["paid"] for r in self.records if r["programme"] in ids and self.same_time(per, expense, r["line"])), NOTHING)

    def uses_before(self, known, step):
        if "counter" in step:
            return self.counter_by_name(known, step["counter"])
        return sum(1 for r in self.records if r["programme"] == known.programme.id and r["paid"] > 0
                   and self.same_time(step.get("per", "year"), known.expense, r["line"]))

    def rule(self, known, name):
        rule = self.place.counters[known.programme.full_id(name)]
        if "apart" in rule:
            raise Refused("a counter of options apart")
        return rule

    def counter_by_name(self, known, name):
        rule, expense = self.rule(known, name), known.expense
        if rule["counts"] == "base":
            return self.base(known, name)
        if self.opened(known, name) is not None:
            raise Refused("counters of a year so far")
        if rule["counts"] == "eligible":
            return self.eligible(rule, expense)
        ids = [known.programme.full_id(p) for p in rule["of"]]
        if rule["counts"] == "paid":
            return self.paid(ids, rule["per"], expense)
        records = [r for r in self.records if r["programme"] in ids and self.same_time(rule["per"], expense, r["line"])]
        if rule["counts"] == "uses":
            return sum(1 for r in records if r["paid"] > 0)
        if rule["counts"] == "borne":
            return self.borne_by_name(name, ids, records)
        raise Refused(f"counter of {rule['counts']}")

    def borne_by_name(self, name, ids, records):
        naming = {i for i in ids for s in self.place.by_id[i].body["benefit"] if s.get("counter") == name}
        return sum((off for r in records for _, counter, off in r["taken"]
                    if counter == name or r["programme"] not in naming), NOTHING)

    # -- two special rules

    def elsewhere(self, known):
        """Care elsewhere under a basic programme whose file has no rule for it."""
        programme = known.programme
        if programme.fund != "basic" or known.fact("out_of_area") in ("no", "filed") or '"out_of_area"' in text_of(programme):
            return None
        if programme.kind == "allowance":
            return None
        rule = Known(self.request, known.expense, known.on, self.place.elsewhere, self)
        return {"points": Fraction(leaf(rule, "points")), "deductible": Fraction(leaf(rule, "deductible"))}

    def beyond_cap(self, known, line, rule):
        if known.by_reading(rule["how"]) != "payment":
            raise Refused("what a limit leaves over, other than a payment")
        programme = self.place.by_id[known.programme.full_id(rule["programme"])]
        record = next((r for r in self.records if r["programme"] == programme.id and r["line"] is line), None)
        if record is None:
            return NOTHING
        # The steps are asked as they stood before this bill.
        later, self.records = self.records, self.records[:self.records.index(record)]
        run = Run(self.known(programme, line["expense"]), dict(line, left=line["in_scope"]), without_caps=True)
        whole = run.steps().for_limit()
        self.records = later
        return max(whole - record["paid"], NOTHING)


def text_of(programme):
    return json.dumps(programme.body)


def text(number):
    if (number * 100).denominator != 1:
        raise Refused("an amount finer than a fen")
    fens = int(number * 100)
    return f"{fens // 100}.{fens % 100:02d}"


WORD = {True: "applies", False: "does_not_apply", None: "undetermined"}


def answer(place, request):
    """The amounts and verdicts of a request, as plain text, and the values and readings that they rest on."""
    s = Settlement(place, request).settle()
    funds, allowances, programmes = {}, NOTHING, {}
    for p in place.listed:
        programmes[p.id], paid = programme_answer(s, p)
        allowances += paid if p.kind == "allowance" else NOTHING
    for line in s.done:
        for fund, paid in line["funds"].items():
            funds[fund] = funds.get(fund, NOTHING) + paid
    paid, billed = sum(funds.values(), NOTHING), sum((x["total"] for x in s.done), NOTHING)
    told = {
        "totals": {"billed": text(billed), "in_scope": text(sum((x["in_scope"] for x in s.done), NOTHING)),
                   "paid": text(paid), "out_of_pocket": text(billed - paid), "allowances": text(allowances)},
        "funds": {fund: text(paid) for fund, paid in sorted(funds.items()) if paid},
        "programmes": programmes,
        "expenses": {x["expense"]["id"]: slip(x) for x in s.done},
    }
    return told, s.read


def programme_answer(s, p):
    lines = s.lines[p.id]
    truths = [truth for truth, _ in lines.values()] or [s.conditions(p, s.known(p, None), None)]
    verdict = True if True in truths else None if None in truths else False
    paid = sum((paid for _, paid in lines.values()), NOTHING)
    return {"verdict": WORD[verdict], "paid": text(paid),
            "lines": {e: [WORD[truth], text(paid)] for e, (truth, paid) in sorted(lines.items())}}, paid


SLIP = {"basic": "hifp_pay", "critical_illness": "hifmi_pay", "large_expense": "hifob_pay", "assistance": "maf_pay",
        "long_term_care": "oth_pay"}


def slip(line):
    funds = {name: text(line["funds"].get(fund, NOTHING)) for fund, name in SLIP.items()}
    paid = sum(line["funds"].values(), NOTHING)
    return {"medfee_sumamt": text(line["total"]), "fulamt_ownpay_amt": text(line["own"]),
            "preselfpay_amt": text(line["advance"]), "overlmt_selfpay": text(line["over"]),
            "inscp_scp_amt": text(line["in_scope"]), "act_pay_dedc": text(line["dedc"]), **funds,
            "fund_pay_sumamt": text(paid), "psn_part_amt": text(line["total"] - paid)}
