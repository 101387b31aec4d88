"""What China's public medical insurance pays back: exact where everything is known, a guaranteed range where something is not.

Requests and answers are those of docs/api.md. Amounts are strings, or `Decimal`, never floats: a float is refused by the
core, as a problem of the request. A bad request is a failure among the answers, never an exception.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, Literal

from . import _core

__all__ = ["Answer", "Explain", "Request", "add_policies", "estimate", "estimate_all", "estimate_lines", "estimate_records"]

Request = Mapping[str, Any] | str
"""A request, as an object or as JSON text."""

Answer = dict[str, Any]
"""An estimate or a failure; `outcome` says which."""

Explain = Literal["full", "amounts"]

_AT_ONCE = 4096


def estimate(request: Request, *, explain: Explain = "full") -> Answer:
    """What is paid back."""
    return json.loads(_core.estimate_texts([_text(request)], explain)[0])


def estimate_all(requests: Iterable[Request], *, explain: Explain = "full") -> Iterator[Answer]:
    """The answers to many requests, in their order, on all cores. A few thousand are held at a time."""
    for texts in _stretches(_text(request) for request in requests):
        yield from map(json.loads, _core.estimate_texts(texts, explain))


def estimate_lines(texts: list[str], *, explain: Explain = "full") -> list[str]:
    """The same from text to text: the bytes that the command line writes."""
    return _core.estimate_texts(texts, explain)


def estimate_records(
    records: list[str], *, explain: Explain = "full", region: str | None = None, asked_on: str | None = None
) -> list[str]:
    """Settlement records of the national interface (`setlinfo`), from text to text. `region` is for those that name none."""
    return _core.estimate_records(records, explain, region, asked_on)


def add_policies(texts: list[str]) -> list[dict[str, Any]]:
    """Adds policies, or replaces their regions; a report for each text. A bad one is left out whole."""
    return json.loads(_core.add_policies(texts))


def _stretches(texts: Iterator[str]) -> Iterator[list[str]]:
    while stretch := list(islice(texts, _AT_ONCE)):
        yield stretch


def _text(request: Request) -> str:
    return request if isinstance(request, str) else json.dumps(request, default=_plain, ensure_ascii=False)


def _plain(value: object) -> object:
    """Days and exact amounts as requests write them."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no part of a request")
