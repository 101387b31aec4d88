"""Makes JSON text of whatever a caller passes as a request: the one place where Python's values end.

It never throws. What JSON cannot carry (NaN, a cycle, an object of some class) becomes `null` in the text, and its JSON
pointer is handed to the core, which makes a problem of it.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

Written = tuple[str, list[str]]
"""The text, and the pointers of what could not be written."""

_DEEPEST = 200
"""What is nested deeper is refused by the core anyway."""

_NO_JSON = (TypeError, ValueError, RecursionError)


def request_text(request: object) -> Written:
    """JSON text of a request; a text is taken as it is."""
    if isinstance(request, str):
        return request, []
    try:
        return _text(request), []
    except _NO_JSON:
        writer = _Writer()
        return json.dumps(writer.plain(request, "")), writer.unreadable


def _text(value: object) -> str:
    text = json.dumps(value, default=_exact, allow_nan=False, ensure_ascii=False)
    text.encode()  # half a surrogate pair is no text
    return text


def _exact(value: object) -> object:
    """Amounts, days and sets as requests write them."""
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} is no part of a request")


class _Writer:
    """Finds the places that are no JSON. It is slower, so it only looks where there is one."""

    def __init__(self) -> None:
        self.unreadable: list[str] = []
        self._open: set[int] = set()

    def plain(self, value: object, pointer: str) -> object:
        """The value with `null` in the place of what JSON cannot carry."""
        if not isinstance(value, (Mapping, list, tuple)):
            return self._leaf(value, pointer)
        if id(value) in self._open or len(self._open) > _DEEPEST:
            self.unreadable.append(pointer)
            return None
        self._open.add(id(value))
        try:
            return self._inside(value, pointer)
        finally:
            self._open.remove(id(value))

    def _inside(self, value: object, pointer: str) -> object:
        if isinstance(value, Mapping):
            return {_name(key): self.plain(member, f"{pointer}/{_escaped(key)}") for key, member in value.items()}
        assert isinstance(value, (list, tuple))
        return [self.plain(item, f"{pointer}/{at}") for at, item in enumerate(value)]

    def _leaf(self, value: object, pointer: str) -> object:
        try:
            return json.loads(_text(value))
        except _NO_JSON:
            self.unreadable.append(pointer)
            return None


def _name(key: object) -> str:
    return key if isinstance(key, str) else repr(key)


def _escaped(key: object) -> str:
    return _name(key).replace("~", "~0").replace("/", "~1")
