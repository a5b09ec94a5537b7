"""Thanking somebody with points, for the moderators who do."""

from collections.abc import Sequence

from bot.kit.screens import Choice, GoHome, Screen, page_of, screen
from bot.kit.words import Words, shorten
from bot.points import taps
from bot.points.model.award import Award, Choosing
from bot.points.model.ledger import Entry
from bot.residents.model import Resident

OFFERED = (1, 2, 3, 5, 8, 10, 20, 50)
"""Amounts with a button of their own, where so much may be given at once."""
NAME = 12
"""Characters of a name on a button."""


def another(say: Words) -> Choice:
    return Choice(say.plain("Thank somebody else"), taps.AwardIn())


def pick_building(say: Words, buildings: Sequence[int], page: int = 0) -> Screen:
    if not buildings:
        return screen(say, say("Nobody has joined yet."), back=GoHome())
    choices = [Choice(say.plain("Building {number}", number=b), taps.AwardIn(building=b)) for b in buildings]
    shown = page_of(say, choices, page, taps.AwardIn(page=page + 1))
    return screen(say, say("Whom would you like to thank? First the building."), *shown, columns=4, back=GoHome())


def pick_person(say: Words, building: int, people: Sequence[Resident], page: int = 0) -> Screen:
    """Page by page: a building may have hundreds."""
    size = 3 if say.elder else 20
    pages = max(1, -(-len(people) // size))
    shown = people[page % pages * size :][:size]
    choices = [_person(say, one, "") for one in shown]
    if pages > 1:
        choices.append(Choice(say.plain("More choices"), taps.AwardIn(building=building, page=page % pages + 1)))
    text = say("Whom in building {number}?", number=building)
    return screen(say, text, *choices, back=taps.AwardIn())


def ask(say: Words, asked: Choosing) -> Screen:
    """The next thing that is not said yet."""
    drop = Choice(say.plain("No award"), taps.DropAward(key=asked.key))
    if asked.to is None:
        choices = [_person(say, one, asked.key) for one in asked.choices[: 3 if say.elder else 8]]
        return screen(say, say("Several are called so. Who is meant?"), *choices, drop)
    name = asked.to.name
    if not asked.amount:
        fits = [n for n in OFFERED if n <= min(asked.most, asked.left)][: 3 if say.elder else len(OFFERED)]
        amounts = [
            Choice(say.plain("{points} points", points=n), taps.AwardPoints(key=asked.key, amount=n)) for n in fits
        ]
        text = say("How many points for {name}? Today you may give {left} more.", name=name, left=asked.left)
        return screen(say, text, *amounts, drop, columns=3)
    text = say("{points} points for {name}. For what? Please write one line, {most} characters at most.",
               points=asked.amount, name=name, most=asked.reason_characters)  # fmt: skip
    return screen(say, text, drop)


def given(say: Words, award: Award) -> Screen:
    text = say("{name} has {points} points from you. Today you may give {left} more.", name=award.to.name,
               points=award.entry.amount, left=award.left)  # fmt: skip
    undo = Choice(say.plain("That was a mistake"), taps.TakeBack(entry=award.entry.id, sure=False))
    return screen(say, text, another(say), undo, back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, no award."), back=GoHome())


def ask_take_back(say: Words, entry: Entry) -> Screen:
    text = say("Take these {points} points back? Both lines stay in the ledger.", points=entry.amount)
    return screen(
        say, text, Choice(say.plain("Take them back"), taps.TakeBack(entry=entry.id, sure=True)), back=GoHome()
    )


def taken_back(say: Words, entry: Entry) -> Screen:
    return screen(say, say("{points} points are taken back.", points=entry.amount), back=GoHome())


def how_to_award(say: Words, link: str) -> Screen:
    """In the group; `link` goes on in private, with whoever wrote the message that was answered."""
    text = say(
        "In the group: answer somebody's message with /award 5 and the reason; or write /award, the name as it stands "
        "on the roll, the points and the reason. In our private chat /award asks one thing after the other."
    )
    return screen(say, text, Choice(say.plain("Open the private chat"), url=link))


def how_to_take_back(say: Words) -> Screen:
    text = say("Write for example: /takeback 12 It was for somebody else. The numbers stand in the books:")
    return screen(say, text, Choice(say.plain("See the books"), taps.SeeBooks()))


def _person(say: Words, resident: Resident, key: str) -> Choice:
    label = say.plain("{building}-{unit}-{room} {name}", building=resident.household.building,
                      unit=resident.household.unit, room=resident.household.room,
                      name=shorten(resident.name, NAME))  # fmt: skip
    return Choice(label, taps.AwardTo(key=key, resident=resident.id))
