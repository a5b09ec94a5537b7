"""How calling an extraordinary sitting looks, and calling it off."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from bot.config import Community as Settings
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.sittings import taps
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.sitting import (
    DayUnclear,
    NoSitting,
    NoSittingDraft,
    ReasonUnfit,
    Sitting,
    SittingBegan,
    SittingInPast,
    SittingThen,
    SittingTooFar,
)
from bot.sittings.views import PLACE_ELDER, see_preview

OFFERED_DAYS = (1, 3, 7)
OFFERED_HOURS = (time(10), time(15))
"""Beside the usual hour."""


def question(say: Words, draft: Calling, settings: Settings, now: datetime) -> Screen:
    """What the draft asks next: the day, the hour, or whether it is right."""
    today = now.astimezone(settings.zone)
    starts_at = draft.starts_at(settings.zone)
    drop = Choice(say.plain("No change after all"), taps.DropSitting(key=draft.key))
    if draft.day is None:
        offered = [today + timedelta(days=ahead) for ahead in OFFERED_DAYS]
        days = [Choice(say.day(day), taps.OnDay(key=draft.key, day=day.toordinal())) for day in offered]
        text = say("On which day? Tap one, or write it, for example: next Friday.")
        return screen(say, text, *days, drop, columns=1)
    if starts_at is None:
        day = datetime.combine(draft.day, settings.sittings.starts, settings.zone)
        hours = sorted({*OFFERED_HOURS, settings.sittings.starts})
        choices = [_hour(say, draft, day, hour) for hour in hours]
        return screen(
            say, say("{day}: at which hour? Tap one, or write it.", day=say.day(day)), *choices, drop, columns=1
        )
    place = shorten(settings.sittings.place, PLACE_ELDER) if say.elder else settings.sittings.place
    text = say(
        "An extraordinary one, {when}, {place}. Everybody reads it. Right?", when=say.time(starts_at), place=place
    )
    return screen(
        say,
        text,
        Choice(say.plain("Yes, call it"), taps.ConfirmSitting(key=draft.key)),
        Choice(say.plain("Another day or hour"), taps.SayAnew(key=draft.key)),
        drop,
        columns=1,
    )


def _hour(say: Words, draft: Calling, day: datetime, hour: time) -> Choice:
    shown = say.hour(day.replace(hour=hour.hour, minute=hour.minute))
    return Choice(shown, taps.AtHour(key=draft.key, minutes=hour.hour * 60 + hour.minute))


def called(say: Words, sitting: Sitting) -> Screen:
    if sitting.off:
        return off_now(say, sitting)
    text = say("Done. {when} stands in the calendar, and the group is told.", when=say.time(sitting.starts_at))
    return screen(say, text, see_preview(say))


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing changes."), see_preview(say))


def ask_reason(say: Words, sitting: Sitting, most: int, key: str) -> Screen:
    if sitting.off:
        return off_now(say, sitting)
    text = say("Why is {when} off? Please write it in at most {most} characters.", when=say.time(sitting.starts_at),
               most=most)  # fmt: skip
    return screen(say, text, Choice(say.plain("No change after all"), taps.DropSitting(key=key)))


def read_reason_back(say: Words, draft: CallingOff) -> Screen:
    told = shorten(draft.reason, 30) if say.elder else draft.reason
    return screen(
        say,
        say("You say: {told}\nEverybody reads it. Call it off?", told=told),
        Choice(say.plain("Yes, call it off"), taps.ConfirmOff(key=draft.key)),
        Choice(say.plain("In other words"), taps.SayAnew(key=draft.key)),
        Choice(say.plain("No change after all"), taps.DropSitting(key=draft.key)),
        columns=1,
    )


def off_now(say: Words, sitting: Sitting) -> Screen:
    told = later("{when} is called off. The group is told why.")
    if sitting.workshop:
        told = later("The workshop of {when} is called off. The group is told why.")
    text = say(told, when=say.time(sitting.starts_at))
    return screen(say, text, see_preview(say))


def only_in_private(say: Words) -> Screen:
    return screen(say, say("Please call a sitting in our private chat."))


def no_draft(say: Words, _: NoSittingDraft) -> Screen:
    return screen(say, say("This was finished or dropped before. The calendar shows how it stands."), see_preview(say))


def no_sitting(say: Words, _: NoSitting) -> Screen:
    return screen(say, say("There is no such deliberation day here."), see_preview(say))


def in_past(say: Words, _: SittingInPast) -> Screen:
    return screen(say, say("That hour is over. Please write a later day or hour."))


def too_far(say: Words, refusal: SittingTooFar) -> Screen:
    return screen(say, say("At most {most} days ahead. Please write an earlier day.", most=refusal.most))


def there_then(say: Words, refusal: SittingThen) -> Screen:
    return screen(
        say, say("There is one already: {when}. Please write another day or hour.", when=say.time(refusal.at))
    )


def began(say: Words, _: SittingBegan) -> Screen:
    return screen(say, say("It has begun, and cannot be called off any more."), see_preview(say))


def day_unclear(say: Words, _: DayUnclear) -> Screen:
    return screen(say, say("I found no day or hour in it. Please write it so: 5 December, 3 pm."))


def reason_unfit(say: Words, refusal: ReasonUnfit) -> Screen:
    text = say("Please write the reason, in at most {most} characters: everybody reads it.", most=refusal.most)
    return screen(say, text)


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoSittingDraft: no_draft,
    NoSitting: no_sitting,
    SittingInPast: in_past,
    SittingTooFar: too_far,
    SittingThen: there_then,
    SittingBegan: began,
    DayUnclear: day_unclear,
    ReasonUnfit: reason_unfit,
}
