"""Every way in, taken from the live routes, as something that a person does."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import partial
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from aiogram.filters.callback_data import CallbackData

from bot.app import all_routes
from bot.concerns.forms import Writing
from bot.concerns.model.life import Deed
from bot.kit.words import every_language
from bot.redeeming.model.good import Part
from tests.booth.test_guides import plausible
from tests.roles.cast_of_roles import BUILDING, WANG
from tests.roles.rehearsal import Rehearsal, Seen
from tests.votes.hall import SUNDAY

Does = Callable[[int], Awaitable[Seen]]
"""Takes a person's Telegram id."""


def ways_in(at: Rehearsal) -> Iterator[tuple[str, Does]]:
    """The name of each route, and what takes it."""
    routes = all_routes()
    for name in sorted(routes.commands):
        yield f"/{name}", partial(at.says, text=f"/{name}")
    for name in sorted(routes.group_commands):
        yield f"/{name}@group", partial(at.says, text=f"/{name}", in_group=True)
    for words in sorted(routes.says):
        yield f"says {words}", partial(at.says, text=min(every_language(words)))
    for door in sorted(routes.doors):
        yield f"door {door}", partial(at.says, text=f"/start {door}-1")
    for tap in sorted(plausible(), key=lambda tap: name_of(type(tap))):
        yield name_of(type(tap)), partial(at.taps, tap=_about_building_three(tap))
    for kind in sorted(routes.forms, key=name_of):
        yield f"form {name_of(kind)}", partial(at.says, text="好的", form=_emptiest(kind))


def name_of(kind: type) -> str:
    return f"{kind.__module__.split('.')[1]}.{kind.__name__}"


def _about_building_three(tap: CallbackData) -> CallbackData:
    there = {"building": BUILDING, "who": WANG.telegram_id, "part": Part.PRICE}
    return tap.model_copy(update={name: value for name, value in there.items() if name in type(tap).model_fields})


def _emptiest(kind: Any) -> Any:
    """With as little said as it can hold."""
    hints = get_type_hints(kind)
    said = {one.name: _some(hints[one.name]) for one in fields(kind) if _needed(one)}
    return kind(**said | ({"deed": Deed.ANSWER} if kind is Writing else {}))


def _needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _some(hint: Any) -> object:
    supertype = getattr(hint, "__supertype__", hint)
    if isinstance(supertype, UnionType) or type(None) in get_args(supertype):
        return None
    if isinstance(supertype, type) and issubclass(supertype, Enum):
        return next(iter(supertype))
    if is_dataclass(supertype):
        return _emptiest(supertype)
    origin: Any = get_origin(supertype) or supertype
    return {str: "1-1", int: 1, bool: False, float: 0.0, tuple: ()}.get(origin, SUNDAY)
