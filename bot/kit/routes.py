"""The table of what reaches a feature."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from aiogram.filters.callback_data import CallbackData

from bot.kit.forms import Form
from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.visit import Visit
from bot.kit.words import Words

Handler = Callable[[Visit, Any], Awaitable[None]]
"""Takes the visit and what was said to it: a command's words, a tap, or None."""
Explain = Callable[[Words, Any], Screen]


@dataclass(frozen=True)
class FormRoute:
    """What answers the next message of somebody with such a form open, and what asks its question (again)."""

    heard: Handler
    ask: Handler
    """Is given the form."""


@dataclass(frozen=True)
class Routes:
    """What reaches a feature; keys are unique over all features."""

    commands: Mapping[str, Handler] = field(default_factory=dict)
    """By command name, Latin, without the slash; the handler is given the words after it."""
    group_commands: Mapping[str, Handler] = field(default_factory=dict)
    """The same, said in a group."""
    taps: Mapping[type[CallbackData], Handler] = field(default_factory=dict)
    says: Mapping[str, Handler] = field(default_factory=dict)
    """Exact words (message ids, understood in every language) in a private chat; mostly keys of the home screen."""
    doors: Mapping[str, Handler] = field(default_factory=dict)
    """Deep links: `/start <door>-<rest>`; the handler is given the rest."""
    means: Mapping[str, Handler] = field(default_factory=dict)
    """What free text means, by the intents of `nlu.meaning`; the handler is given what was `Spoken`."""
    forms: Mapping[type[Form], FormRoute] = field(default_factory=dict)
    explanations: Mapping[type[Refused], Explain] = field(default_factory=dict)
    otherwise: Mapping[str, Handler] = field(default_factory=dict)
    """Private messages that nothing above takes, by kind: text, photo, voice, document; `other` for all others.

    `amid`: what is written while a form is open. `group`: what is said in a group to the bot, or what it may speak up
    about, as `Spoken`.
    """


def merge(tables: Iterable[Routes]) -> Routes:
    """One table of many. Raises `ValueError` where two features claim the same."""
    merged: dict[str, dict[Any, Any]] = {f.name: {} for f in fields(Routes)}
    for table in tables:
        for name, mine in merged.items():
            theirs = getattr(table, name)
            if double := mine.keys() & theirs.keys():
                raise ValueError(f"two features claim {name} {double}")
            mine.update(theirs)
    return Routes(**merged)
