"""What people hear of points without asking."""

from collections.abc import Sequence

from bot.kit.home import SeePoints
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, shorten
from bot.points import taps
from bot.points.model.award import Given
from bot.points.model.ledger import Entry

NOTE, NOTE_ELDER = 60, 12
MOST_GIVERS = 20


def thanks(say: Words, entry: Entry, name: str, balance: int) -> Screen:
    """`name`: of who gave it, or said that it was earned."""
    note = shorten(entry.note, NOTE_ELDER if say.elder else NOTE)
    if not note:
        text = say("{points} points for you. {name} says thank you. You have {balance} now.", points=entry.amount,
                   name=name, balance=balance)  # fmt: skip
    else:
        text = say("{points} points for you: {note}. {name} says thank you. You have {balance} now.",
                   points=entry.amount, note=note, name=name, balance=balance)  # fmt: skip
    return _with_points(say, text)


def taken_back(say: Words, entry: Entry) -> Screen:
    if not entry.note:
        text = say("{points} points were taken back; they were a mistake.", points=entry.amount)
    else:
        text = say("{points} points were taken back: {note}.", points=entry.amount,
                   note=shorten(entry.note, NOTE_ELDER if say.elder else NOTE))  # fmt: skip
    return _with_points(say, text)


def budget_spent(say: Words) -> Screen:
    text = say("This month's points are not enough for all who earned some. The books show where they went.")
    return screen(say, text, Choice(say.plain("See the books"), taps.SeeBooks()))


def week_of_awards(say: Words, given: Sequence[Given]) -> Screen:
    """In the group: who gave how much."""
    lines = [
        say("{name}: {points} points to {people} people", name=one.name or say.plain("(deleted)"), points=one.points,
            people=one.people)
        for one in given[:MOST_GIVERS]
    ]  # fmt: skip
    return Screen("\n".join([say("<b>Points that moderators gave as thanks last week</b>"), *lines]))


def _with_points(say: Words, text: str) -> Screen:
    return screen(say, text, Choice(say.plain("My points"), SeePoints()))
