"""How signing up looks, to the one who does it; and to moderators, whether enough come."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.attendance import taps
from bot.attendance.model.alternates import Forecast
from bot.attendance.model.rsvp import MyPart, SignupClosed, SignupOff
from bot.kit.home import PREVIEW, SeePreview
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later, shorten, within
from bot.sittings.model.sitting import Sitting
from bot.sittings.taps import SeeCalendar

ALERT = 200
"""Characters that Telegram shows in answer to a tap."""
PLACE_ELDER = 9
"""Characters of the place that fit on a screen in 长辈版."""
COMING = later("Noted: {when}, {place}. I remind you {before}.")
COMING_SOON = later("Noted: {when}, {place}.")
SPEAKING = later("Noted, you want to speak: {when}, {place}. I remind you {before}.")
SPEAKING_SOON = later("Noted, you want to speak: {when}, {place}.")
NOT_COMING = later("Noted, you cannot come: {when}. If you can after all, tap below.")
UNSAID = later("{when}, {place}. Do you come?")
ROOM = later("Workshop: {when}, {place}. {free} seats are free. Do you come?")
FULL = later(
    "Workshop: {when}, {place}. It is full. If you wait for a seat, you are number {next} in the line. Do you?"
)
IN_LINE = later(
    "The workshop of {when} is full. You are number {position} in the line. I tell you as soon as there is a seat."
)
HOURS_A_DAY = 24


def my_part(say: Words, part: MyPart) -> Screen:
    """How one stands to it, and what can be said now."""
    if part.sitting.workshop:
        return _workshop(say, part)
    come, leave = can_come(say, part.sitting), not_after_all(say, part.sitting)
    if part.signup is None:
        deeds = [come, cannot_come(say, part.sitting)]
    elif not part.signup.coming:
        deeds = [come]
    else:
        deeds = [leave, _speak(say, part.sitting, speak=not part.signup.speaks)]
    return screen(say, say(_said(part), **_values(say, part)), *deeds, _posted(say, on=not part.posted))


def _workshop(say: Words, part: MyPart) -> Screen:
    """There is room for so many; one may wait for a seat."""
    text = say(_said(part), **_values(say, part))
    if part.signup is not None and part.signup.coming:
        deed = not_after_all(say, part.sitting)
    elif part.seats is not None and part.seats.position:
        deed = Choice(say.plain("I wait no longer"), taps.Rsvp(sitting=part.sitting.id, coming=False))
    elif part.seats is not None and not part.seats.free:
        deed = Choice(say.plain("I wait for a seat"), taps.Rsvp(sitting=part.sitting.id))
    else:
        deed = can_come(say, part.sitting)
    return screen(say, text, deed, see_calendar(say), columns=1)


def in_alert(say: Words, part: MyPart) -> str:
    """The same within the 200 characters of an alert, for who tapped in the group."""
    return within(say.plain(_said(part), **_values(say, part)), ALERT)


def posted(say: Words, on: bool) -> Screen:
    """After 每次提醒我, and after 不用提醒我."""
    if on:
        text = say("Good, I tell you of every deliberation day: the agenda, and a reminder before it.")
    else:
        text = say("Good, I tell you only of those to which you said that you come.")
    return screen(say, text, see_preview(say), _posted(say, on=not on))


def forecast(say: Words, sitting: Sitting, forecast: Forecast) -> Screen:
    """To moderators: will enough come?"""
    return screen(say, "\n".join((say.time(sitting.starts_at), in_words(say, forecast))), see_preview(say))


def in_words(say: Words, forecast: Forecast) -> str:
    """报名 7 人,其中代表 3 人,还差 2 人; in HTML."""
    values = {"coming": forecast.coming, "counting": forecast.counting, "missing": forecast.missing}
    if not forecast.quorum.seats:
        short = later("{coming} have signed up, {missing} more are needed.")
        return say(short if forecast.missing else later("{coming} have signed up, that is enough."), **values)
    if forecast.missing:
        return say("{coming} have signed up, {counting} of them representatives; {missing} more are needed.", **values)
    return say("{coming} have signed up, {counting} of them representatives; that is enough.", **values)


def can_come(say: Words, sitting: Sitting) -> Choice:
    return Choice(say.plain("I will come"), taps.Rsvp(sitting=sitting.id))


def cannot_come(say: Words, sitting: Sitting) -> Choice:
    return Choice(say.plain("I cannot come"), taps.Rsvp(sitting=sitting.id, coming=False))


def not_after_all(say: Words, sitting: Sitting) -> Choice:
    """For who said that they come."""
    return Choice(say.plain("I cannot come after all"), taps.Rsvp(sitting=sitting.id, coming=False))


def see_preview(say: Words) -> Choice:
    return Choice(say.plain(PREVIEW), SeePreview())


def see_calendar(say: Words) -> Choice:
    return Choice(say.plain("See the days to come"), SeeCalendar())


def place_for(say: Words, place: str) -> str:
    """As much of it as fits."""
    return shorten(place, PLACE_ELDER) if say.elder else place


def closed(say: Words, refusal: SignupClosed) -> Screen:
    text = say("{when}: it has begun, so nobody signs up any more. You may simply come.", when=say.time(refusal.at))
    return screen(say, text)


def off(say: Words, refusal: SignupOff) -> Screen:
    return screen(say, say("{when}: this one was called off.", when=say.time(refusal.at)))


def _said(part: MyPart) -> str:
    if part.seats is not None and part.seats.position:
        return IN_LINE
    if part.signup is None:
        return UNSAID if part.seats is None else ROOM if part.seats.free else FULL
    if not part.signup.coming:
        return NOT_COMING
    if part.signup.speaks:
        return SPEAKING_SOON if part.reminded is None else SPEAKING
    return COMING_SOON if part.reminded is None else COMING


def _values(say: Words, part: MyPart) -> dict[str, object]:
    before = "" if part.reminded is None else _before(say, part.reminded)
    when, place = say.time(part.sitting.starts_at), place_for(say, part.place)
    values: dict[str, object] = {"when": when, "place": place, "before": before}
    if part.seats is not None:
        values |= {"free": part.seats.free, "next": part.seats.waiting + 1, "position": part.seats.position}
    return values


def _before(say: Words, hours: int) -> str:
    if hours == HOURS_A_DAY:
        return say.plain("a day before")
    if hours % HOURS_A_DAY == 0:
        return say.plain("{days} days before", days=hours // HOURS_A_DAY)
    return say.plain("{hours} hours before", hours=hours)


def _speak(say: Words, sitting: Sitting, *, speak: bool) -> Choice:
    label = later("I want to speak") if speak else later("I would rather not speak")
    return Choice(say.plain(label), taps.WantToSpeak(sitting=sitting.id, speak=speak))


def _posted(say: Words, *, on: bool) -> Choice:
    label = later("Remind me each time") if on else later("Do not remind me each time")
    return Choice(say.plain(label), taps.KeepMePosted(on=on))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    SignupClosed: closed,
    SignupOff: off,
}
