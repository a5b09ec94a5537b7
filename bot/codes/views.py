"""How codes, sheets and cards look to those who hand them out; and what is printed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.codes import taps
from bot.codes.forms import NewPerson
from bot.codes.model import Card, Doors, HasPhone, NobodyNamed, NoName, NoSuchDoor
from bot.codes.taps import Aim
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, later
from bot.residents.model import AgeBand, Household, HouseholdCode, Resident

AGES = {
    AgeBand.MINOR: later("Under 18"),
    AgeBand.YOUNG: later("18 to 35"),
    AgeBand.MIDDLE: later("36 to 59"),
    AgeBand.OLDER: later("60 or older"),
}


def pick_door(say: Words, aim: Aim, doors: Doors, page: int = 0) -> Screen:
    """Building, then unit, then room."""
    if doors.doors:
        first = doors.doors[0]
        choices = [
            Choice(say.plain("Room {room}", room=door.room), taps.Open(aim=aim, household=door.id))
            for door in doors.doors
        ]
        turn = taps.Seek(aim=aim, building=first.building, unit=first.unit, page=page + 1)
        return screen(say, say("Which room?"), *page_of(say, choices, page, turn), columns=4, back=GoHome())
    if doors.units:
        b = doors.building
        choices = [
            Choice(say.plain("Unit {number}", number=u), taps.Seek(aim=aim, building=b, unit=u)) for u in doors.units
        ]
        turn = taps.Seek(aim=aim, building=b, page=page + 1)
        return screen(say, say("Which unit?"), *page_of(say, choices, page, turn), columns=3, back=GoHome())
    choices = [
        Choice(say.plain("Building {number}", number=b), taps.Seek(aim=aim, building=b)) for b in doors.buildings
    ]
    shown = page_of(say, choices, page, taps.Seek(aim=aim, page=page + 1))
    return screen(say, say("Which building?"), *shown, columns=4, back=GoHome())


def code(say: Words, code: HouseholdCode) -> Screen:
    """The picture with the QR code goes before it."""
    text = say(
        "{address}\n{code}\nFor {uses} more, until {until}.",
        address=code.household.address,
        code=spaced(code.code),
        uses=max(code.uses_left, 0),
        until=say.day(code.expires_at),
    )
    renew = taps.Renew(household=code.household.id, serial=code.serial)
    return screen(say, text, Choice(say.plain("Renew the code"), renew), back=GoHome())


def code_link(link: str, code: HouseholdCode) -> str:
    """Where the QR code leads; `link` is the bot's https address."""
    return f"{link}?start=code-{code.code}"


def pick_sheet(say: Words, buildings: Sequence[int], page: int = 0) -> Screen:
    choices = [Choice(say.plain("Building {number}", number=b), taps.PrintSheet(building=b)) for b in buildings]
    choices.insert(0, Choice(say.plain("All buildings"), taps.PrintSheet(building=0)))
    shown = page_of(say, choices, page, taps.TurnSheets(page=page + 1))
    return screen(say, say("For which building shall I print the slips?"), *shown, columns=4, back=GoHome())


def printing(say: Words, slips: int) -> Screen:
    return screen(say, say("{slips} slips are being made. The file comes here in a moment.", slips=slips))


def slip(say: Words, code: HouseholdCode) -> tuple[str, str, tuple[str, ...]]:
    """What is printed for a household: address, number, three lines."""
    lines = (
        say.plain("1. Scan the picture with your phone and tap start."),
        say.plain("2. Choose how to be spoken to, and agree."),
        say.plain("3. Tap your name. Without a phone, come by at the community office."),
    )
    return code.household.address, spaced(code.code), lines


def pick_person(say: Words, home: Household, people: Sequence[Resident], page: int = 0) -> Screen:
    choices = [Choice(person.name, taps.IssueCard(resident=person.id)) for person in people]
    choices.append(Choice(say.plain("Not on the roll yet"), taps.NotOnRollYet(household=home.id)))
    turn = taps.Open(aim=Aim.CARD, household=home.id, page=page + 1)
    text = say("{address}: for whom is the card?", address=home.address)
    return screen(say, text, *page_of(say, choices, page, turn), back=GoHome())


def ask_name(say: Words, home: Household) -> Screen:
    text = say("{address}: what is their name? Please write it.", address=home.address)
    return screen(say, text, back=GoHome())


def ask_name_again(say: Words) -> Screen:
    return screen(say, say("What is their name? Please write it."), back=GoHome())


def ask_age(say: Words, person: NewPerson) -> Screen:
    choices = [
        Choice(say.plain(label), taps.TheirAge(household=person.household, age_band=band))
        for band, label in AGES.items()
    ]
    return screen(say, say("Roughly how old is {name}?", name=person.called), *choices, back=GoHome())


def pick_whom(say: Words, aim: Aim, home: Household, people: Sequence[Resident], page: int = 0) -> Screen:
    """Whose matter is going to be told."""
    choices = [Choice(person.name, taps.ForWhom(aim=aim, resident=person.id)) for person in people]
    turn = taps.Open(aim=aim, household=home.id, page=page + 1)
    text = say("{address}: whose matter is it?", address=home.address)
    return screen(say, text, *page_of(say, choices, page, turn), back=GoHome())


def card_made(say: Words, card: Card) -> Screen:
    name, number = card.resident.name, spaced(card.number)
    return screen(say, say("The card of {name} is {number}. Please print it.", name=name, number=number), back=GoHome())


def card_slip(say: Words, card: Card) -> tuple[str, str, tuple[str, ...]]:
    """What is printed for a person without a phone."""
    person = card.resident
    title = say.plain("Household card · {address}", address=person.household.address)
    lines = (
        say.plain("For: {name}", name=person.name),
        say.plain("Bring it to the community office or to your liaison:"),
        say.plain("they report, sign up and ask for you."),
    )
    return title, spaced(card.number), lines


def spaced(digits: str) -> str:
    """Eight digits as people read them out: 2191 3557"""
    return f"{digits[:4]} {digits[4:]}"


def no_such_door(say: Words, _: NoSuchDoor) -> Screen:
    return screen(say, say("The roll has no such door. Write for example 3-2-502, or tap."), back=GoHome())


def no_name(say: Words, _: NoName) -> Screen:
    return screen(say, say("This is not a name I can put on the roll. Please write it once more."), back=GoHome())


def nobody_named(say: Words, _: NobodyNamed) -> Screen:
    text = say("This card has been made already, or its name is missing. For another one, begin anew.")
    return screen(say, text, Choice(say.plain("Make a card"), taps.Seek(aim=Aim.CARD)), back=GoHome())


def has_phone(say: Words, _: HasPhone) -> Screen:
    return screen(say, say("This person has joined with a phone and needs no card."), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoSuchDoor: no_such_door,
    HasPhone: has_phone,
    NoName: no_name,
    NobodyNamed: nobody_named,
}
