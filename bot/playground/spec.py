"""The Bot API 10.3 as data: methods, types, and the limits of their fields."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.playground.shapes import Json


@dataclass(frozen=True)
class Field:
    """A parameter or a field: the types it may have, and its limits."""

    name: str
    types: tuple[str, ...]
    required: bool
    min_length: int | None = None
    max_length: int | None = None
    unit: str = "characters"
    minimum: int | None = None
    maximum: int | None = None
    after_entities_parsing: bool = False
    always_true: bool = False


@dataclass(frozen=True)
class Shape:
    """A method or a type: its fields by name; `variants` maps a discriminator's value to a subtype's name."""

    name: str
    fields: Mapping[str, Field]
    variants: Mapping[str, str]

    @property
    def required(self) -> frozenset[str]:
        """Names of the fields that must be there."""
        return frozenset(name for name, one in self.fields.items() if one.required)


class Spec:
    """Methods by their name in small letters, and types by name; each is read when first asked for."""

    def __init__(self, facts: Json) -> None:
        self._types: Json = facts["types"]
        self._methods = {name.lower(): (name, row) for name, row in facts["methods"].items()}
        self._shapes: dict[str, Shape] = {}

    def method(self, name: str) -> Shape | None:
        """A method, whatever the case of its letters; None when Telegram has none of that name."""
        known = self._methods.get(name.lower())
        return None if known is None else self._shape(*known)

    def type(self, name: str) -> Shape:
        """A type that the facts name."""
        return self._shape(name, self._types[name])

    def _shape(self, name: str, row: Json) -> Shape:
        if name not in self._shapes:
            fields = {field: _field(field, facts) for field, facts in row["fields"].items()}
            self._shapes[name] = Shape(name, fields, _variants(row.get("subtypes", [])))
        return self._shapes[name]


def _field(name: str, facts: Json) -> Field:
    return Field(name, **facts | {"types": tuple(facts["types"])})


def _variants(names: list[str]) -> dict[str, str]:
    """`BotCommandScopeAllPrivateChats` is the variant `all_private_chats`: what the names have in common goes."""
    common = names[0] if len(names) > 1 else ""
    while common and not all(re.match(f"{common}[A-Z]", name) for name in names):
        common = common[:-1]
    return {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name[len(common) :]).lower(): name for name in names}


@cache
def bot_api() -> Spec:
    """The facts that lie beside this file, read once."""
    return Spec(json.loads(Path(__file__).with_name("bot-api-10.3.json").read_text(encoding="utf-8")))
