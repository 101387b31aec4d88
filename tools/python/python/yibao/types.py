"""The shapes of requests and answers: those of `www/package/types.ts`, which docs/api.md explains.

Amounts and rates are decimal strings (`"1500.00"`, `"0.65"`), days are `"YYYY-MM-DD"`. A request may hold a `Decimal`,
a `date` or a set; they are written as the core reads them. A class of two parts has first what is always there.
"""

from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypedDict

Explain = Literal["full", "amounts"]
"""How much an estimate explains: everything, or the amounts alone."""

Fund = Literal["basic", "critical_illness", "large_expense", "assistance", "long_term_care", "supplement"]

Service = Literal[
    "inpatient",
    "outpatient",
    "chronic_outpatient",
    "accident_outpatient",
    "rehabilitation_outpatient",
    "home_care",
    "institutional_care",
]

Verdict = Literal["applies", "does_not_apply", "undetermined"]

# ---------------------------------------------------------------- what is asked

Number = str | Decimal
"""An amount or a rate, as it is given. Never a float."""

Day = str | date

FactValue = str | int | Decimal | date | list[str] | set[str] | None
"""Absent: not answered. `None`: "I don't know"."""

_ItemClass = TypedDict("_ItemClass", {"class": str, "amount": Number})


class Item(_ItemClass, total=False):
    """A part of a bill, by class."""

    days: int
    count: int
    unit_price: Number


class _Expense(TypedDict):
    id: str
    service: Service
    date: Day


class Expense(_Expense, total=False):
    """A bill."""

    total: Number
    facts: dict[str, FactValue]
    items: list[Item]
    same_stay_as: str
    settled: dict[Fund, Number]


class YearToDate(TypedDict, total=False):
    """What a year held before the listed expenses."""

    paid: dict[str, Number]
    in_scope: Number
    personal_share: Number
    deductible_used: dict[str, Number]
    counters: dict[str, Number | int]
    admissions: int


class _Request(TypedDict):
    region: str
    asked_on: Day


class Request(_Request, total=False):
    """What somebody asks."""

    facts: dict[str, FactValue]
    expenses: list[Expense]
    year_to_date: dict[str, YearToDate]
    entered: dict[str, Number]
    readings: dict[str, str]


# ---------------------------------------------------------------- what is answered


class Typical(TypedDict):
    """A range over the typical domains of what is open."""

    low: str
    high: str


class _Amount(TypedDict):
    low: str
    likely: str | None
    high: str


class Amount(_Amount, total=False):
    """A guaranteed range; exact where `low` is `high`, and only elsewhere with `typical`."""

    typical: Typical


class PolicyHash(TypedDict):
    """A policy file of the region's chain."""

    id: str
    sha256: str


class _Totals(TypedDict):
    billed: str
    in_scope: Amount
    paid: Amount
    out_of_pocket: Amount
    allowances: Amount
    not_counted: list[str]


class Totals(_Totals, total=False):
    """Over all bills; `account` and `cash` where the region has a personal account."""

    account: Amount
    cash: Amount


class FundPaid(TypedDict):
    """What a fund pays."""

    fund: Fund
    paid: Amount


class ExpenseAnswer(TypedDict):
    """A bill, with the lines of its slip by the names of the national interface."""

    id: str
    slip: dict[str, Amount]
    out_of_pocket: Amount


class _Text(TypedDict):
    id: str


class Text(_Text, total=False):
    """An id with a `/` is worded by the policy (`describe`), any other by the page."""

    args: dict[str, str]


class ProgrammeAmounts(TypedDict):
    """A programme, of an answer with the amounts alone."""

    id: str
    fund: Fund | None
    kind: Literal["reimbursement", "allowance", "subsidy", "entitlement"]
    strength: Literal["right", "encouraged"]
    verdict: Verdict
    paid: Amount


class ProgrammeAnswer(ProgrammeAmounts, total=False):
    """A programme; the members of its findings and lines are told in docs/api.md."""

    findings: list[dict[str, Any]]
    missing: list[str]
    lines: list[dict[str, Any]]
    caveats: list[Text]
    sources: list[str]
    last_day: str
    days_left: int


class Question(TypedDict):
    """What would narrow the range, and to how much."""

    unknown: str
    kind: Literal["fact", "value", "reading"]
    narrows: str | None
    narrows_typical: str | None
    programmes: list[str]


class _Source(TypedDict):
    id: str
    title: str
    publisher: str
    date: str
    status: Literal["announced", "reported"]


class Source(_Source, total=False):
    """A document."""

    place: str
    url: str
    old: bool


class _Assumed(TypedDict):
    unknown: str
    kind: Literal["typical", "assumption"]
    value: str | bool | list[str] | Typical
    why: Text


class Assumed(_Assumed, total=False):
    """What is taken for granted."""

    source: str


class _Estimate(TypedDict):
    outcome: Literal["estimate"]
    engine: str
    policies: list[PolicyHash]
    totals: Totals
    funds: list[FundPaid]
    expenses: list[ExpenseAnswer]
    programmes: list[ProgrammeAnswer]
    questions: list[Question]
    sources: list[Source]
    assumed: list[Assumed]
    coverage: Literal["region", "province", "national"]
    tight: bool


class Estimate(_Estimate, total=False):
    """What is paid back. `record` is there only where a settlement record was asked."""

    record: dict[str, Any]


class Problem(TypedDict):
    """One thing wrong with a request or a policy; `path` is a JSON pointer."""

    code: str
    args: dict[str, str]
    message: str
    help: str
    path: str


class _Failure(TypedDict):
    outcome: Literal["failure"]
    problems: list[Problem]


class Failure(_Failure, total=False):
    """A bad request: every problem at once."""

    record: dict[str, Any]


Answer = Estimate | Failure
"""`outcome` says which."""


class PolicyReport(TypedDict):
    """What became of the text of a policy; without problems it is in force."""

    region: str | None
    sha256: str
    problems: list[Problem]


class _Solution(TypedDict):
    low: str
    high: str


class _Inverse(TypedDict):
    outcome: Literal["inverse"]
    solutions: list[_Solution]


class Inverse(_Inverse, total=False):
    """The bills, or values, that lead to an amount."""

    complete: bool


Other = dict[str, Any]
"""An answer of another shape, told in docs/api.md and `www/package/types.ts`."""
