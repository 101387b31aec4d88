"""Policies, and what is settled by them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from . import _core
from .request_text import request_text
from .types import Answer, Explain, Failure, Inverse, Number, Other, PolicyReport, Request

Asked = Request | Mapping[str, Any] | str
"""A request, as an object or as JSON text."""

Record = str | bytes
"""A settlement record of the national interface (`setlinfo`), or several of one person; bytes may be GBK."""

_AT_ONCE = 1024
"""How many are settled before any is handed out: enough for all cores, little enough for any memory."""

_T = TypeVar("_T")


class Core:
    """Policies, and what is settled by them. The functions of `yibao` are those of one core that all share.

    A core of one's own is for those who change policies: what is added to it is seen by nobody else.
    """

    def __init__(self, *, shipped: bool = True) -> None:
        """With the shipped policies, or with none."""
        self._core = _core.Core(shipped)

    def estimate(self, request: Asked, *, explain: Explain = "full") -> Answer:
        """What is paid back. A bad request is a `Failure`, never an exception."""
        return _read(self._core.estimate(*request_text(request), explain))

    def estimate_all(
        self,
        requests: Iterable[Asked],
        *,
        explain: Explain = "full",
        jobs: int | None = None,
        on_progress: Callable[[int], object] | None = None,
    ) -> Iterator[Answer]:
        """The answers to many requests, in their order, settled on all cores (`jobs`: on so many threads).

        Some hundreds are taken at a time. `on_progress` is called after each with how many are answered.
        """
        for answered, line in enumerate(self.estimate_lines(requests, explain=explain, jobs=jobs), 1):
            if on_progress is not None:
                on_progress(answered)
            yield _read(line)

    def estimate_lines(
        self, requests: Iterable[Asked], *, explain: Explain = "full", jobs: int | None = None
    ) -> Iterator[str]:
        """The same as JSON texts: the bytes that `yibao estimate --lines` writes."""
        for some in _stretches(map(request_text, requests)):
            yield from self._core.estimate_many(some, explain, jobs)

    def estimate_records(
        self,
        records: Iterable[Record],
        *,
        explain: Explain = "full",
        region: str | None = None,
        asked_on: str | None = None,
        jobs: int | None = None,
    ) -> Iterator[str]:
        """Answers to settlement records: the bytes that `yibao estimate --lines --from setlinfo` writes.

        `region` is for records that name none. `asked_on` is the day of the last bill, if nothing is said.
        """
        for some in _stretches(iter(records)):
            yield from self._core.estimate_records(some, explain, region, asked_on, jobs)

    def extremes(self, request: Asked, of: str = "paid") -> Other:
        """When an amount is lowest and when highest."""
        return _read(self._core.extremes(*request_text(request), of))

    def alternatives(self, request: Asked) -> Other:
        """What would have to be different for what does not apply, and what can be chosen."""
        return _read(self._core.alternatives(*request_text(request)))

    def curve(
        self,
        request: Asked,
        *,
        expense: str | None = None,
        up_to: Number | None = None,
        pay_at_most: Number | None = None,
    ) -> Other:
        """What the resident pays against the size of a bill, with every kink; how large a bill may be."""
        options = {"expense": expense, "up_to": up_to, "pay_at_most": pay_at_most}
        return _read(self._core.curve(*request_text(request), _given(options)))

    def inverse(
        self, request: Asked, *, of: str, amount: Number, expense: str | None = None, open: str | None = None
    ) -> Inverse | Failure:
        """Which bill of an expense, or which value of an unpublished value (`open`), leads to an amount."""
        question = {"expense": expense, "open": open, "of": of, "amount": amount}
        return _read(self._core.inverse(*request_text(request), _given(question)))

    def regions(self) -> list[Other]:
        """Every region that may be asked for."""
        return _read(self._core.regions())

    def describe(self, region: str) -> Other:
        """Everything needed to draw a form and to word an answer for a region."""
        return _read(self._core.describe(region))

    def add_policies(self, texts: Iterable[str]) -> list[PolicyReport]:
        """Adds policies, or replaces their regions; a report for each text. A bad text is left out whole."""
        return _read(self._core.add_policies(list(texts)))


def read_settlement(record: Record) -> Other:
    """What a settlement record says: `request`, `slips`, `settled` and `notes`."""
    return _read(_core.read_settlement(record))


def sha256(text: str) -> str:
    """The hash of a text in UTF-8, as the hashes of policies are."""
    return _core.sha256(text)


def _read(text: str) -> Any:
    return json.loads(text)


def _given(options: Mapping[str, object]) -> str:
    text, _ = request_text({name: value for name, value in options.items() if value is not None})
    return text


def _stretches(items: Iterator[_T]) -> Iterator[list[_T]]:
    while some := list(islice(items, _AT_ONCE)):
        yield some


__all__ = ["Asked", "Core", "Record", "read_settlement", "sha256"]
