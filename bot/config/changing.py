"""One number of a community, put in place of another: by its dotted name, within the bounds of its section's class.

What is written stays as it would stand in `config.yaml`: numbers, words and lists of them.
"""

import re
from datetime import date, time
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from bot.config.community import Community
from bot.config.section import Section

Written = int | str | list[int] | list[str]


class NoSuchValue(ValueError):
    """Out of bounds, or no value of its kind."""


def names() -> tuple[str, ...]:
    """All that a community has, in the order of the file."""
    return tuple(_names(Community, ""))


def value(settings: Community, name: str) -> Written:
    """As it would be written. Raises `KeyError`."""
    found: Any = settings
    for attribute, _ in _path(name):
        found = getattr(found, attribute)
    written: Written = _written(found)
    return written


def schema(name: str) -> dict[str, Any]:
    """Its bounds, as JSON Schema. Raises `KeyError`."""
    return _adapter(name).json_schema()


def changed(settings: Community, name: str, written: Written) -> Community:
    """With another value at one place. Raises `KeyError`, `NoSuchValue`."""
    try:
        checked = _adapter(name).validate_python(written)
    except ValidationError as wrong:
        raise NoSuchValue(name) from wrong
    holders: list[Section] = [settings]
    path = [attribute for attribute, _ in _path(name)]
    for attribute in path[:-1]:
        holders.append(getattr(holders[-1], attribute))
    for holder, attribute in zip(reversed(holders), reversed(path), strict=True):
        checked = holder.model_copy(update={attribute: checked})
    return Community.model_validate(checked)


def _path(name: str) -> list[tuple[str, FieldInfo]]:
    """The attribute and its field, for each part of the name."""
    kind: Any = Community
    steps = []
    for part in name.split("."):
        if not (isinstance(kind, type) and issubclass(kind, Section)):
            raise KeyError(name)
        by_name = {field.alias or one: (one, field) for one, field in kind.model_fields.items()}
        attribute, field = by_name[part]
        steps.append((attribute, field))
        kind = field.annotation
    return steps


def _adapter(name: str) -> TypeAdapter[Any]:
    _, field = _path(name)[-1]
    return TypeAdapter(field.rebuild_annotation())


def _names(kind: type[Section], before: str) -> list[str]:
    found = []
    for one, field in kind.model_fields.items():
        name, inner = f"{before}{field.alias or one}", field.annotation
        found += _names(inner, f"{name}.") if isinstance(inner, type) and issubclass(inner, Section) else [name]
    return found


def _written(found: Any) -> Any:
    match found:
        case time():
            return f"{found:%H:%M}"
        case date():
            return found.isoformat()
        case tuple():
            return [_written(one) for one in found]
        case Section():
            return " ".join(str(part) for part in dict(found).values())
    return found


def read(name: str, text: str) -> Written | None:
    """What somebody writes, as the file would have it; None for what cannot be it. Bounds are not looked at yet."""
    kind = schema(name)
    if kind.get("type") != "array":
        return _read_one(kind, text)
    parts = [_read_one(kind["items"], part) for part in re.split(r"[,，、;；\s]+", text.strip()) if part]
    numbers = [part for part in parts if isinstance(part, int)]
    hours = [part for part in parts if isinstance(part, str)]
    found: list[int] | list[str] = numbers or hours
    return found if parts and len(found) == len(parts) else None


def _read_one(kind: dict[str, Any], text: str) -> int | str | None:
    said = text.strip()
    if kind.get("type") == "integer":
        return int(said) if said.removeprefix("-").isdecimal() and len(said) < DIGITS else None
    if kind.get("format") == "time":
        found = re.fullmatch(r"(\d{1,2})[:：](\d{2})", said)
        return f"{int(found[1]):02}:{found[2]}" if found else None
    return said or None


DIGITS = 12
"""No number of a community has as many."""
