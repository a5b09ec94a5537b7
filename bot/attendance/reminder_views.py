"""What people read before a sitting, without having asked."""

from datetime import datetime, timedelta

from bot.attendance import taps
from bot.attendance.model.alternates import Forecast
from bot.attendance.views import can_come, cannot_come, in_words, not_after_all, place_for, see_preview
from bot.kit.home import TODAY, SeeSitting
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later
from bot.sittings.model.sitting import Sitting


def to_who_comes(say: Words, sitting: Sitting, place: str, read_at: datetime) -> Screen:
    """`read_at`: when it reaches them."""
    text = say("{when} is the deliberation day, {place}. You said that you come. See you there.",
               when=moment(say, sitting.starts_at, read_at), place=place_for(say, place))  # fmt: skip
    return screen(say, text, not_after_all(say, sitting), see_preview(say))


def to_invited(say: Words, sitting: Sitting, place: str, read_at: datetime) -> Screen:
    text = say("{when} is the deliberation day, {place}. Do you come?",
               when=moment(say, sitting.starts_at, read_at), place=place_for(say, place))  # fmt: skip
    return screen(say, text, can_come(say, sitting), cannot_come(say, sitting), see_preview(say))


def to_who_has_seat(say: Words, sitting: Sitting, place: str, read_at: datetime) -> Screen:
    """Before a workshop."""
    text = say("{when} is the workshop, {place}. Your seat is kept. See you there.",
               when=moment(say, sitting.starts_at, read_at), place=place_for(say, place))  # fmt: skip
    return screen(say, text, not_after_all(say, sitting))


def seat_given(say: Words, sitting: Sitting, place: str) -> Screen:
    """To who was first in the line."""
    text = say("A seat is free, and it is yours: workshop, {when}, {place}. See you there.",
               when=say.time(sitting.starts_at), place=place_for(say, place))  # fmt: skip
    return screen(say, text, not_after_all(say, sitting))


def workshop_starts(say: Words, place: str) -> Screen:
    """At the start, to who has a seat."""
    return screen(say, say("The workshop begins now, {place}. We are expecting you.", place=place_for(say, place)))


def it_starts(say: Words, place: str) -> Screen:
    """At the start, to who said that they come."""
    text = say("The deliberation day begins now, {place}. We are expecting you.", place=place_for(say, place))
    return screen(say, text, _see_sitting(say))


def it_is_off(say: Words, sitting: Sitting) -> Screen:
    """To who said that they come, or that they would."""
    told = later("You wanted to come: {when}. It is called off, please do not set out.")
    if sitting.workshop:
        told = later("You wanted to come to the workshop: {when}. It is called off, please do not set out.")
    text = say(told, when=say.time(sitting.starts_at))
    return screen(say, text, see_preview(say))


def before_in_group(say: Words, sitting: Sitting, place: str, read_at: datetime) -> Screen:
    """Everybody reads it."""
    text = say("<b>{when} is the deliberation day</b>\nIt is in: {place}. Do you come? Please tap below.",
               when=moment(say, sitting.starts_at, read_at), place=place)  # fmt: skip
    return screen(say, text, can_come(say, sitting), cannot_come(say, sitting), see_preview(say))


def start_in_group(say: Words, place: str) -> Screen:
    text = say("<b>The deliberation day begins now</b>\nIt is in: {place}. Everybody is welcome.", place=place)
    return screen(say, text, _see_sitting(say))


def too_few(say: Words, sitting: Sitting, forecast: Forecast, alternates: int) -> Screen:
    """The alarm, to moderators; `alternates`: so many are asked now."""
    lines = [say("The deliberation day of {day}.", day=say.time(sitting.starts_at)), in_words(say, forecast)]
    if alternates:
        lines.append(say("{asked} alternates are being asked.", asked=alternates))
    look = Choice(say.plain("See who comes"), taps.SeeForecast(sitting=sitting.id))
    return screen(say, "\n".join(lines), look, see_preview(say))


def stand_in(say: Words, sitting: Sitting, missing: int) -> Screen:
    """To an alternate."""
    text = say("{when}: {missing} representatives are missing. Can you stand in, and come?",
               when=say.time(sitting.starts_at), missing=missing)  # fmt: skip
    return screen(say, text, can_come(say, sitting), cannot_come(say, sitting))


def you_stand_in(say: Words, sitting: Sitting) -> Screen:
    """To an alternate who comes anyway."""
    text = say("{when}: you said that you come. This time you stand in as a representative. Thank you.",
               when=say.time(sitting.starts_at))  # fmt: skip
    return screen(say, text, not_after_all(say, sitting))


def _see_sitting(say: Words) -> Choice:
    """Where one checks in; the preview shows the next one from the start on."""
    return Choice(say.plain(TODAY), SeeSitting())


def moment(say: Words, at: datetime, read_at: datetime) -> str:
    """Tomorrow, 7 PM; today, 7 PM; or the day."""
    if say.day(at) == say.day(read_at):
        return say.plain("Today {hour}", hour=say.hour(at))
    if say.day(at) == say.day(read_at + timedelta(days=1)):
        return say.plain("Tomorrow {hour}", hour=say.hour(at))
    return say.time(at)
