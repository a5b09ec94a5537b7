"""Which building, committee or field a role is of: asked before it is given."""

from collections.abc import Sequence

from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.roles import taps
from bot.roles.model import Expertise, Terms
from bot.roles.tier_views import FIELDS

LABEL = 14
"""Characters of a committee's name on a button."""


def which_building(say: Words, tap: taps.Offer, buildings: Sequence[int]) -> Screen:
    choices = [
        Choice(say.plain("Building {building}", building=one), tap.model_copy(update={"building": one}))
        for one in buildings
    ]
    shown = page_of(say, choices, taps.NOT_SAID - tap.building, tap.model_copy(update={"building": tap.building - 1}))
    return screen(say, say("For which building?"), *shown, columns=4, back=taps.LookUp(who=tap.who))


def which_committee(say: Words, tap: taps.Offer, terms: Terms) -> Screen:
    choices = [
        Choice(shorten(name, LABEL), tap.model_copy(update={"building": one})) for one, name in terms.committees.items()
    ]
    shown = page_of(say, choices, taps.NOT_SAID - tap.building, tap.model_copy(update={"building": tap.building - 1}))
    text = say("For which committee?") if choices else say("There is no committee yet.")
    return screen(say, text, *shown, columns=1, back=taps.LookUp(who=tap.who))


def which_field(say: Words, tap: taps.Offer) -> Screen:
    choices = [
        Choice(say.plain(FIELDS[field]), tap.model_copy(update={"building": at})) for at, field in enumerate(Expertise)
    ]
    shown = page_of(say, choices, taps.NOT_SAID - tap.building, tap.model_copy(update={"building": tap.building - 1}))
    return screen(say, say("In which field do they advise?"), *shown, columns=3, back=taps.LookUp(who=tap.who))
