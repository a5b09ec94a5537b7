"""How being let in without a code looks, to who asks and to who knows them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.admission import taps
from bot.admission.model import Admission, DecidedAlready, InAlready, NoAdmission, NobodyToAsk, NoLongerAsking, Verdict
from bot.kit.home import home
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.residents.model import AgeBand, Household, Resident
from bot.residents.taps import NoCode

AGES = {
    AgeBand.MINOR: later("Under 18"),
    AgeBand.YOUNG: later("18 to 35"),
    AgeBand.MIDDLE: later("36 to 59"),
    AgeBand.OLDER: later("60 or older"),
}


def ask_building(say: Words, buildings: Sequence[int], page: int = 0) -> Screen:
    choices = [Choice(say.plain("Building {number}", number=b), taps.LivesIn(building=b)) for b in buildings]
    shown = page_of(say, choices, page, taps.TurnBuildings(page=page + 1))
    return screen(say, say("Which building do you live in?"), *shown, columns=4, back=GoHome())


def ask_room(say: Words, building: int) -> Screen:
    text = say("Building {number}. Which door? Write for example: unit 2, room 502.", number=building)
    return screen(say, text, Choice(say.plain("I say it later"), taps.WithoutRoom(building=building)), back=NoCode())


def asked(say: Words, building: int) -> Screen:
    text = say("I have asked those who know building {number}. I will tell you here what they say.", number=building)
    return screen(say, text, back=GoHome())


def card(say: Words, admission: Admission, address: str = "") -> Screen:
    """What a liaison sees, or a moderator where the building has none."""
    name, helper = admission.name, admission.decider or ""
    match admission.verdict:
        case Verdict.ADMITTED:
            return Screen(say("{helper} has let {name} in. {address}", helper=helper, name=name, address=address))
        case Verdict.NOT_HERE:
            return Screen(say("{helper}: {name} is not of this building.", helper=helper, name=name))
        case Verdict.BY_CODE:
            return Screen(say("{name} has joined with the code of the household.", name=name))
    text = say(
        '<a href="tg://user?id={id}">{name}</a> lives in building {number}, they say, and has no code.\n'
        "Door: {room}\nDo you know them?",
        id=admission.telegram_id, name=name, number=admission.building,
        room=admission.room or say.plain("not said"),
    )  # fmt: skip
    yes = Choice(say.plain("Let them in"), taps.Seek(admission=admission.id))
    return Screen(text, ((yes, Choice(say.plain("Not of this building"), taps.NotHere(admission=admission.id))),))


def pick_unit(say: Words, admission: Admission, units: Sequence[int], page: int = 0) -> Screen:
    choices = [Choice(say.plain("Unit {number}", number=u), taps.Seek(admission=admission.id, unit=u)) for u in units]
    shown = page_of(say, choices, page, taps.Seek(admission=admission.id, page=page + 1))
    return screen(say, say("Which unit does {name} live in?", name=admission.name), *shown, columns=3)


def pick_door(say: Words, admission: Admission, doors: Sequence[Household], page: int = 0) -> Screen:
    choices = [
        Choice(
            say.plain("Room {room}", room=door.room),
            taps.Seek(admission=admission.id, unit=door.unit, household=door.id),
        )
        for door in doors
    ]
    unit = doors[0].unit if doors else 0
    shown = page_of(say, choices, page, taps.Seek(admission=admission.id, unit=unit, page=page + 1))
    return screen(say, say("Which room does {name} live in?", name=admission.name), *shown, columns=4)


def pick_place(
    say: Words, admission: Admission, household: Household, places: Sequence[Resident], page: int = 0
) -> Screen:
    choices = [Choice(place.name, taps.AdmitAs(admission=admission.id, resident=place.id)) for place in places]
    unnamed = taps.AskTheirAge(admission=admission.id, household=household.id)
    choices.append(Choice(say.plain("Nobody of these"), unnamed))
    turn = taps.Seek(admission=admission.id, unit=household.unit, household=household.id, page=page + 1)
    text = say("{address}: who of them is {name}?", address=household.address, name=admission.name)
    return screen(say, text, *page_of(say, choices, page, turn))


def ask_age(say: Words, admission: int, household: int) -> Screen:
    choices = [
        Choice(say.plain(label), taps.AdmitAnew(admission=admission, household=household, age_band=band))
        for band, label in AGES.items()
    ]
    return screen(say, say("Roughly how old are they?"), *choices)


def let_in(say: Words, admission: Admission) -> Screen:
    return screen(say, say("{name} is in, and has been told.", name=admission.name), back=GoHome())


def turned_away(say: Words, admission: Admission) -> Screen:
    return screen(say, say("Noted. {name} has been told kindly and may try again.", name=admission.name), back=GoHome())


def welcome(say: Words, admission: Admission, address: str) -> Screen:
    """What the person hears who was let in."""
    return home(say, say("{helper} knows you. Welcome to {address}.", helper=admission.decider or "", address=address))


def not_known(say: Words, admission: Admission) -> Screen:
    """What the person hears who was not."""
    text = say("Nobody in building {number} was sure who you are. Is it another building?", number=admission.building)
    return screen(say, text, Choice(say.plain("Try once more"), NoCode()), back=GoHome())


def nobody_to_ask(say: Words, _: NobodyToAsk) -> Screen:
    return screen(say, say("Please ask in your neighbourhood's group, or come by at the community office."))


def no_admission(say: Words, _: NoAdmission) -> Screen:
    return screen(say, say("This has been deleted. Whoever asked needs no help any more."))


def in_already(say: Words, _: InAlready) -> Screen:
    return home(say, say("You are in already. What would you like to do?"))


def decided_already(say: Words, refusal: DecidedAlready) -> Screen:
    text = say("{name} has seen to this already. Thank you.", name=shorten(refusal.by, 64))
    return screen(say, text, back=GoHome())


def no_longer_asking(say: Words, refusal: NoLongerAsking) -> Screen:
    text = say("{name} has taken their consent back. They can ask again at any time.", name=refusal.name)
    return screen(say, text, back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NobodyToAsk: nobody_to_ask,
    InAlready: in_already,
    DecidedAlready: decided_already,
    NoLongerAsking: no_longer_asking,
    NoAdmission: no_admission,
}
