"""Reads JSON strictly: what is missing, unknown, twice or of another kind is refused in one line that says where."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn, TypeVar

Kind = TypeVar("Kind", bound=StrEnum)

LONGEST_TEXT, LONGEST_QUOTE = 200, 40


class BadRecord(ValueError):
    """No count can be made from it. The message is one line."""


def parsed(content: bytes) -> object:
    """What the JSON says. Numbers with a point become Decimals, not floats."""
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_no_number,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError:
        raise BadRecord("is not UTF-8") from None
    except json.JSONDecodeError as reason:
        raise BadRecord(f"is not JSON: {reason}") from None
    except BadRecord:
        raise
    except ValueError:
        raise BadRecord("holds a number that is too long") from None
    except RecursionError:
        raise BadRecord("is nested too deeply") from None


def table(value: object, where: str, required: Sequence[str], optional: Sequence[str] = ()) -> Mapping[str, object]:
    """An object with these keys and no others."""
    if not isinstance(value, dict):
        raise BadRecord(f"{where}: {quoted(value)} is not an object")
    for key in required:
        if key not in value:
            raise BadRecord(f"{where}: {key} is missing")
    for key in value:
        if key not in required and key not in optional:
            raise BadRecord(f"{where}: {quoted(key)} is unknown")
    return value


def rows(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list):
        raise BadRecord(f"{where}: {quoted(value)} is not a list")
    return value


def text(value: object, where: str) -> str:
    """Something to be read on one line."""
    if not isinstance(value, str):
        raise BadRecord(f"{where}: {quoted(value)} is not a text")
    if not value.strip() or not value.isprintable() or len(value) > LONGEST_TEXT:
        raise BadRecord(f"{where}: {quoted(value)} is empty, too long, or cannot be read on one line")
    return value


def one_of(kind: type[Kind], value: object, where: str) -> Kind:
    """A member of `kind` by its value."""
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    raise BadRecord(f"{where}: {quoted(value)} is none of {', '.join(kind)}")


def number(value: object, where: str) -> int:
    """A whole number from 0."""
    if type(value) is not int or value < 0:
        raise BadRecord(f"{where}: {quoted(value)} is not a whole number")
    return value


def quoted(value: object) -> str:
    """The value as it may stand in a line."""
    shown = json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, str | int | None) else ""
    if isinstance(value, Decimal):
        shown = str(value)
    if not shown or not shown.isprintable():
        shown = ascii(value) if isinstance(value, str) else f"this {_json_name(value)}"
    return shown if len(shown) <= LONGEST_QUOTE else shown[:LONGEST_QUOTE] + "…"


def _json_name(value: object) -> str:
    return {"dict": "object"}.get(type(value).__name__, type(value).__name__)


def _no_number(name: str) -> NoReturn:
    raise BadRecord(f"{name} is not a number")


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise BadRecord(f"{quoted(key)} stands twice in one object")
        found[key] = value
    return found
