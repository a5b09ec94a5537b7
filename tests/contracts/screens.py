"""Every function that shows somebody a screen, and what to call it with."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.admission.model import Admission
from bot.codes.model import Card, Doors
from bot.concerns.alarm_views import RUNGS
from bot.concerns.forms import Draft, Writing
from bot.concerns.model.concern import Concern, Line
from bot.concerns.model.deadline import Deadline
from bot.concerns.model.life import Deed
from bot.concerns.staff_views import STEPS
from bot.config import Community
from bot.coverage.model import Coverage
from bot.help.model import HelpRequest
from bot.households.model import Home
from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.words import Words
from bot.residents.model import Community as Neighbourhood
from bot.residents.model import Household, HouseholdCode, Resident, with_check_digit
from bot.rights.model import Correction
from bot.roles import taps as role_taps
from bot.roles.model import Appointment, Candidate, Terms, Volunteered
from bot.roll.faults import Fault
from bot.roll.plan import Offer
from tests import strategies
from tests.contracts.source import modules
from tests.inbox import strategies as inbox_strategies
from tests.roll import strategies as roll_strategies


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


def values(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type, or for a parameter's name: `names` are of people, `texts` what they wrote."""
    home = strategies.households()
    return (
        _joining(texts, names)
        | inbox_strategies.values(texts, names)
        | _concerns(texts, names)
        | {
            "told": texts,
            "unused": st.lists(names, max_size=9),
            "link": st.just("https://t.me/yishi_bot"),
            str: names,
            int: strategies.numbers,
            datetime: strategies.moments,
            Community: st.just(settings),
            Neighbourhood: strategies.communities(names),
            Sequence[Neighbourhood]: st.lists(strategies.communities(names), max_size=4),
            Coverage: strategies.coverages(),
            Household: home,
            Household | None: st.none() | home,
            datetime | None: st.none() | strategies.moments,
            Sequence[Resident]: st.lists(strategies.residents(names), max_size=8),
            Resident: strategies.residents(names),
            Home: strategies.homes(names),
            Appointment: strategies.appointments(),
            Candidate: strategies.candidates(names),
            role_taps.Offer: strategies.offers(),
            Terms: st.builds(Terms, st.lists(st.integers(1, 40), max_size=40), st.just((1, 3, 5))),
            Volunteered: strategies.volunteers(names),
            Correction: strategies.corrections(names),
            HelpRequest: strategies.help_requests(names),
            Offer: roll_strategies.offers(names),
            tuple[Fault, ...]: roll_strategies.faults(texts),
        }
    )


def _concerns(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    return {
        "rung": st.sampled_from(sorted(RUNGS)),
        Line: strategies.lines(texts),
        Writing: strategies.writings(texts),
        Deadline: strategies.deadlines().filter(lambda deadline: deadline.worked_on),
        Deed: st.sampled_from(sorted(STEPS)),
        tuple[int, ...]: st.just((1, 3, 7, 14)),
        Draft: strategies.drafts(texts),
        Concern: strategies.concerns(texts, names),
        Sequence[Concern]: strategies.own_concerns(texts, names),
    }


def _joining(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    home, moments = strategies.households(), strategies.moments
    codes = st.integers(0, 9_999_999).map(lambda number: with_check_digit(f"{number:07d}"))
    return {
        HouseholdCode: st.builds(HouseholdCode, home, codes, st.integers(1, 99), moments, moments, st.integers(-1, 20)),
        Card: st.builds(Card, strategies.residents(names), moments),
        Doors: st.builds(Doors, st.just((1, 2, 3)), st.just(0), st.just(()), st.just(())),
        Admission: strategies.admissions(texts, names),
        Sequence[int]: st.lists(st.integers(1, 40), max_size=40),
        Sequence[Household]: st.lists(home, min_size=1, max_size=8),
        "address": home.map(lambda household: household.address),
    }


def _value(name: str, kind: Any, known: dict[Any, SearchStrategy[Any]]) -> SearchStrategy[Any]:
    if name in known or kind in known:
        return known[name] if name in known else known[kind]
    if inspect.isclass(kind) and issubclass(kind, Refused):
        held: dict[str, Any] = get_type_hints(kind) if hasattr(kind, "__dataclass_fields__") else {}
        return st.builds(kind, **{field: _value(field, hint, known) for field, hint in held.items()})
    return st.from_type(kind)
