"""Telling a good deed, confirming it; and looking how waste is sorted."""

from collections.abc import Sequence

from bot.kit.home import SeePoints
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.points import taps
from bot.points.model.deed import Deed, Looking, Sorting, Verdict

WORDS_ELDER = 12


def ask_deed(say: Words, key: str, most: int) -> Screen:
    text = say("What did you do for the neighbourhood? Please write one line, {most} characters at most.", most=most)
    return screen(say, text, Choice(say.plain("Nothing after all"), taps.DropDeed(key=key)))


def told(say: Words, deed: Deed) -> Screen:
    words = shorten(deed.words, WORDS_ELDER) if say.elder else deed.words
    text = say("Noted: {words}. I have asked those who see to your building; they confirm it.", words=words)
    return screen(say, text, Choice(say.plain("My points"), SeePoints()), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good. Whenever there is something, come back."), back=SeePoints())


def card(say: Words, deed: Deed) -> Screen:
    """Whoever sees to the building reads it, and says what is so."""
    if not deed.name:
        return Screen(say("(deleted)"))
    values = {"name": deed.name, "words": deed.words, "helper": deed.decided_by}
    match deed.verdict:
        case Verdict.NO:
            return Screen(say("{name}: {words}\n{helper} could not confirm it.", **values))
        case Verdict.HELP | Verdict.TASK:
            return Screen(say("{name}: {words}\n{helper} has confirmed it.", **values))
    text = say("{name} of building {building} says: {words}\nHave you seen it, or heard of it?",
               building=deed.building, **values)  # fmt: skip
    yes = (
        Choice(say.plain("Yes, it helped neighbours"), taps.DecideDeed(deed=deed.id, verdict=Verdict.HELP)),
        Choice(say.plain("Yes, a task is done"), taps.DecideDeed(deed=deed.id, verdict=Verdict.TASK)),
    )
    no = Choice(say.plain("I cannot confirm it"), taps.DecideDeed(deed=deed.id, verdict=Verdict.NO))
    return Screen(text, ((yes[0],), (yes[1],), (no,)))


def decided(say: Words, deed: Deed) -> Screen:
    if deed.verdict is Verdict.NO:
        return screen(say, say("Good, I tell them kindly."), back=GoHome())
    return screen(say, say("Thank you for confirming it; they hear of it."), back=GoHome())


def confirmed(say: Words, deed: Deed, paid: int) -> Screen:
    """What who did it reads."""
    name = shorten(deed.decided_by, 16)
    if not paid:
        text = say("{name} has confirmed it: thank you. Today's points are full; the thanks count.", name=name)
    else:
        text = say("{name} has confirmed it: {points} points for you. Thank you.", name=name, points=paid)
    return screen(say, text, Choice(say.plain("My points"), SeePoints()))


def not_confirmed(say: Words, deed: Deed) -> Screen:
    text = say("{name} has not seen it and could not confirm it. Please ask them if it is a mistake.",
               name=shorten(deed.decided_by, 16))  # fmt: skip
    return screen(say, text, Choice(say.plain("My points"), SeePoints()))


def pick_door(say: Words, found: Looking, tap: taps.SampleAt) -> Screen:
    """Building, unit, door; then how it was."""
    if found.household is not None:
        good = Choice(say.plain("It is well sorted"), taps.NoteSample(door=found.household.id, good=True))
        not_yet = Choice(say.plain("Not yet"), taps.NoteSample(door=found.household.id, good=False))
        text = say("{address}: how is the waste sorted?", address=found.household.address)
        return screen(say, text, good, not_yet, back=taps.SampleAt(building=tap.building, unit=tap.unit))
    turn = tap.model_copy(update={"page": tap.page + 1})
    if found.doors:
        doors = [
            Choice(
                say.plain("Room {room}", room=one.room),
                taps.SampleAt(building=tap.building, unit=tap.unit, door=one.id),
            )
            for one in found.doors
        ]
        shown = page_of(say, doors, tap.page, turn)
        return screen(
            say, say("At which door did you look?"), *shown, columns=4, back=taps.SampleAt(building=tap.building)
        )
    if found.units:
        units = [
            Choice(say.plain("Unit {number}", number=one), taps.SampleAt(building=tap.building, unit=one))
            for one in found.units
        ]
        shown = page_of(say, units, tap.page, turn)
        return screen(say, say("In which unit did you look?"), *shown, columns=3, back=taps.SampleAt())
    buildings = [
        Choice(say.plain("Building {number}", number=one), taps.SampleAt(building=one)) for one in found.buildings
    ]
    shown = page_of(say, buildings, tap.page, turn)
    return screen(say, say("In which building did you look?"), *shown, columns=4, back=GoHome())


def sampled(say: Words, paid: int) -> Screen:
    text = (
        say("Noted; the household has {points} points more. Thank you.", points=paid)
        if paid
        else say("Noted. Thank you.")
    )
    return screen(say, text, Choice(say.plain("Look at another door"), taps.SampleAt()), back=GoHome())


def week_of_sorting(say: Words, rates: Sequence[Sorting]) -> Screen:
    """In the group: building by building, no household."""
    lines = [
        say("Building {number}: {good} of {looked} households looked at sort well", number=one.building, good=one.good,
            looked=one.looked)
        for one in rates
    ]  # fmt: skip
    return Screen("\n".join([say("<b>How waste was sorted last week</b>"), *lines]))
