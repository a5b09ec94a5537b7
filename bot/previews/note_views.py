"""What else is said around a preview: there is none, it is off, it came too late, here is the file."""

from bot.kit.home import PREVIEW, SeePreview
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, shorten
from bot.residents.taps import Join
from bot.sittings.model.sitting import Sitting
from bot.sittings.taps import SeeCalendar


def none(say: Words) -> Screen:
    """Nothing is in the books."""
    return screen(say, say("There is no agenda yet. The days are in the calendar."), see_calendar(say), back=GoHome())


def outside(say: Words) -> Screen:
    """To who has joined no household, and so belongs to no community yet."""
    join = Choice(say.plain("Join my household"), Join())
    return screen(say, say("Once you have joined your household, you see the agenda here."), join, see_calendar(say),
                  back=GoHome())  # fmt: skip


def printed(say: Words) -> Screen:
    """Under the sheet."""
    return screen(
        say, say("This is the sheet. It can be printed and put up."), Choice(say.plain(PREVIEW), SeePreview())
    )


def in_calendar(say: Words) -> Screen:
    """Under the file."""
    text = say("Tap the file, then your phone's calendar takes the day.")
    return screen(say, text, Choice(say.plain(PREVIEW), SeePreview()))


def late(say: Words, sitting: Sitting, items: int, days: int, *, no_group: bool) -> Screen:
    """For moderators."""
    when = say.time(sitting.starts_at)
    if no_group:
        text = say("There is no main group for the preview of {when}: {items} items cannot be voted.", when=when,
                   items=items)  # fmt: skip
    else:
        text = say("The group had no preview {days} days before {when}: {items} items can only be talked about.",
                   days=days, when=when, items=items)  # fmt: skip
    return screen(say, text, Choice(say.plain(PREVIEW), SeePreview()))


def called_off(say: Words, sitting: Sitting) -> Screen:
    """In place of its agenda."""
    day, reason = say.day(sitting.starts_at), shorten(sitting.reason, 20) if say.elder else sitting.reason
    text = say("{when}: this one was called off. {reason}", when=day, reason=reason)
    return screen(say, text, Choice(say.plain(PREVIEW), SeePreview()))


def see_calendar(say: Words) -> Choice:
    """Of the next and the following days."""
    return Choice(say.plain("See the days to come"), SeeCalendar())
