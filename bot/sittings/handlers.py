"""What reaches the deliberation days."""

from datetime import date, time

from aiogram.types import Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.sittings import calling_views, service, taps, views
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.sitting import SittingId
from nlu.answer import yes_or_no
from nlu.day import find_day
from nlu.hour import find_hour


async def calendar(visit: Visit, _: taps.SeeCalendar) -> None:
    """Whoever looks writes no day and no reason any more."""
    if isinstance(visit.form, Calling | CallingOff):
        await visit.keep(None)
    await visit.show(views.calendar(visit.say, await visit.ask(service.coming, visit.reader)))


async def further(visit: Visit, tap: taps.Later) -> None:
    await visit.show(views.further(visit.say, await visit.ask(service.coming, visit.reader), tap.page))


async def call(visit: Visit, words: str | taps.CallSitting) -> None:
    """加开一次, or `/sitting 11月28日 下午3点`."""
    day, hour = await _said(visit, words) if isinstance(words, str) else (None, None)
    await _ask(visit, await visit.do(service.begin, visit.reader, visit.place, str(visit.key), day, hour))


async def hears(visit: Visit, message: Message) -> None:
    """The day, the hour, or yes and no."""
    draft = visit.form
    if not isinstance(draft, Calling):
        return
    text = message.text or ""
    agreed = yes_or_no(text) if draft.day is not None and draft.hour is not None else None
    if agreed is None:
        said = await _said(visit, text)
        await _ask(visit, await visit.do(service.tell, visit.reader, visit.place, draft.key, *said))
    elif agreed:
        await confirm(visit, taps.ConfirmSitting(key=draft.key))
    else:
        await say_anew(visit, taps.SayAnew(key=draft.key))


async def on_day(visit: Visit, tap: taps.OnDay) -> None:
    day = date.fromordinal(tap.day) if 0 < tap.day <= date.max.toordinal() else None
    await _ask(visit, await visit.do(service.tell, visit.reader, visit.place, tap.key, day, None))


async def at_hour(visit: Visit, tap: taps.AtHour) -> None:
    hour = time(*divmod(tap.minutes, 60)) if 0 <= tap.minutes < 24 * 60 else None
    await _ask(visit, await visit.do(service.tell, visit.reader, visit.place, tap.key, None, hour))


async def confirm(visit: Visit, tap: taps.ConfirmSitting) -> None:
    sitting = await visit.do(service.call, visit.reader, visit.place, tap.key)
    await visit.show(calling_views.called(visit.say, sitting))


async def say_anew(visit: Visit, tap: taps.SayAnew) -> None:
    form = await visit.do(service.say_anew, visit.place, tap.key)
    await (_ask(visit, form) if isinstance(form, Calling) else _ask_reason(visit, form))


async def drop(visit: Visit, tap: taps.DropSitting) -> None:
    await visit.do(service.drop, visit.place, tap.key)
    await visit.show(calling_views.dropped(visit.say))


async def call_off(visit: Visit, tap: taps.CallOff) -> None:
    key, (settings, _now) = str(visit.key), await visit.ask(service.rules)
    sitting = await visit.do(service.begin_off, visit.reader, visit.place, key, SittingId(tap.sitting))
    await visit.show(calling_views.ask_reason(visit.say, sitting, settings.sittings.reason_characters, key))


async def hears_reason(visit: Visit, message: Message) -> None:
    """Why it is called off, or yes and no."""
    form = visit.form
    if not isinstance(form, CallingOff):
        return
    reason = " ".join((message.text or "").split())
    agreed = yes_or_no(reason) if form.reason else None
    if agreed is None:
        written = await visit.do(service.write_reason, visit.place, form.key, reason)
        await visit.show(calling_views.read_reason_back(visit.say, written))
    elif agreed:
        await confirm_off(visit, taps.ConfirmOff(key=form.key))
    else:
        await say_anew(visit, taps.SayAnew(key=form.key))


async def confirm_off(visit: Visit, tap: taps.ConfirmOff) -> None:
    sitting = await visit.do(service.call_off, visit.reader, visit.place, tap.key)
    await visit.show(calling_views.off_now(visit.say, sitting))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(calling_views.only_in_private(visit.say))


async def _ask(visit: Visit, draft: Calling) -> None:
    await visit.show(calling_views.question(visit.say, draft, *await visit.ask(service.rules)))


async def _ask_reason(visit: Visit, form: CallingOff) -> None:
    if form.reason:
        await visit.show(calling_views.read_reason_back(visit.say, form))
        return
    settings, _now = await visit.ask(service.rules)
    sitting = await visit.ask(service.to_call_off, visit.reader, form.sitting)
    most = settings.sittings.reason_characters
    await visit.show(calling_views.ask_reason(visit.say, sitting, most, form.key))


async def _said(visit: Visit, text: str) -> tuple[date | None, time | None]:
    settings, now = await visit.ask(service.rules)
    return find_day(text, now.astimezone(settings.zone).date()), find_hour(text)


def routes() -> Routes:
    """What reaches the deliberation days."""
    return Routes(
        commands={"sitting": call},
        group_commands={"sitting": in_private},
        taps={
            taps.SeeCalendar: calendar,
            taps.Later: further,
            taps.CallSitting: call,
            taps.OnDay: on_day,
            taps.AtHour: at_hour,
            taps.SayAnew: say_anew,
            taps.ConfirmSitting: confirm,
            taps.DropSitting: drop,
            taps.CallOff: call_off,
            taps.ConfirmOff: confirm_off,
        },
        forms={Calling: FormRoute(hears, _ask), CallingOff: FormRoute(hears_reason, _ask_reason)},
        explanations=calling_views.EXPLANATIONS,
    )
