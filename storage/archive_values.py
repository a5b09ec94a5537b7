"""Values of columns as JSON has them, and back: strictly, since anybody can write a file."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Float, Integer, Interval, String
from sqlalchemy.types import TypeEngine

from bot.archive.model import Plain
from storage.schema import Moment

SMALL, GREAT = 2**31, 2**63
"""What a column of whole numbers keeps."""
GREAT_SPAN = 10**9
"""Seconds: thirty years."""


def plain(value: Any) -> Plain:
    """As JSON; texts, numbers and what JSON columns hold are it already."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case _:
            return value  # type: ignore[no-any-return]


def reader(column: Column[Any]) -> Callable[[object], object]:
    """Back from JSON; the function raises `ValueError` for what the column would not hold."""
    read = _of_type(column.type)

    def checked(value: object) -> object:
        if value is None:
            if not column.nullable:
                raise ValueError(f"{column.name} is empty")
            return None
        return read(value)

    return checked


def _of_type(kind: TypeEngine[Any]) -> Callable[[Any], object]:
    match kind:
        case Moment():
            return _moment
        case Date():
            return lambda value: date.fromisoformat(_text(value))
        case Interval():
            return _span
        case Boolean():
            return _truth
        case BigInteger():
            return lambda value: _whole(value, GREAT)
        case Integer():
            return lambda value: _whole(value, SMALL)
        case Float():
            return _number
        case JSON():
            return _json
        case String():
            return lambda value: _text(value, kind.length)
        case _:
            raise TypeError(f"{kind!r} is not carried")


def _span(value: Any) -> timedelta:
    seconds = _number(value)
    if not 0 <= seconds < GREAT_SPAN:
        raise ValueError("no span of time, or too long a one")
    return timedelta(seconds=seconds)


def _json(value: Any) -> object:
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()  # raises for what no database keeps
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment.astimezone(UTC)  # raises for what has no year there


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _whole(value: Any, bound: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -bound <= value < bound:
        raise ValueError("no whole number, or too great a one")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("no number")
    return float(value)


def _text(value: Any, most: int | None = None) -> str:
    if not isinstance(value, str) or "\0" in value or (most is not None and len(value) > most):
        raise ValueError("no text, or too long a one")
    value.encode()  # raises for half a letter
    return value
