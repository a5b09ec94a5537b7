"""Every function that shows somebody a screen, and what to call it with."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.words import Words
from tests.contracts.source import modules

PLAIN = (int, str)
"""Of which a parameter's name says more than its type."""


@dataclass(frozen=True)
class View:
    """A view function; `name` is where to find it."""

    name: str
    shows: Callable[..., Screen]

    def arguments(self, known: dict[Any, SearchStrategy[Any]]) -> SearchStrategy[dict[str, Any]]:
        """Values for every parameter but `say`."""
        hints = get_type_hints(self.shows)
        given = {name: kind for name, kind in hints.items() if kind not in (Words, Screen) and name != "return"}
        return st.fixed_dictionaries({name: _value(name, kind, known) for name, kind in given.items()})


def views() -> Iterator[View]:
    """All public functions of all features' views that return a `Screen`."""
    for module in modules("bot"):
        if module.feature and module.name.endswith("views"):
            for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
                mine = function.__module__ == module.name and not name.startswith("_")
                if mine and get_type_hints(function)["return"] is Screen:
                    yield View(f"{module.name.removeprefix('bot.')}.{name}", function)


def _value(name: str, kind: Any, known: dict[Any, SearchStrategy[Any]]) -> SearchStrategy[Any]:
    for what in (name, kind) if kind in PLAIN else (kind, name):
        if what in known:
            return known[what]
    if inspect.isclass(kind) and issubclass(kind, Refused):
        held: dict[str, Any] = get_type_hints(kind) if hasattr(kind, "__dataclass_fields__") else {}
        return st.builds(kind, **{field: _value(field, hint, known) for field, hint in held.items()})
    return st.from_type(kind)
