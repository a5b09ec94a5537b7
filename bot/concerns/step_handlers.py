"""The staff says how a concern goes on: what is to be done, in which words, by when."""

import asyncio
from dataclasses import replace
from io import BytesIO

from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, Message

from bot.concerns import staff_views, step_views, taps
from bot.concerns.forms import Writing
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.life import NEED_DAY, NEED_WORDS, Deed
from bot.concerns.model.refusals import AnsweredAlready, Closed, NoConcern, NoDay, NotLikeThat
from bot.concerns.picture import CannotDraw, side_by_side
from bot.concerns.service import staff
from bot.concerns.staff_handlers import turn_away
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.roles.model import NotAllowed
from nlu.day import find_day
from nlu.number import number_first, number_in

OVER = (AnsweredAlready, Closed, NoConcern, NotAllowed, NotLikeThat)
"""Nothing that is written can be the words of this deed any more."""


async def see_steps(visit: Visit, tap: taps.Steps) -> None:
    concern = await visit.ask(staff.to_see, visit.reader, ConcernId(tap.concern))
    await visit.show(step_views.steps(visit.say, concern, tap.page))


async def take_step(visit: Visit, tap: taps.Step) -> None:
    concern = ConcernId(tap.concern)
    if visit.in_group:
        found = await visit.ask(staff.to_move, visit.reader, concern, tap.deed)
        link = f"https://t.me/{(await visit.bot.me()).username}"
        await visit.show(staff_views.step_in_private(visit.say, found, tap.deed, link))
    elif tap.deed is Deed.FORWARD:
        found = await visit.ask(staff.to_move, visit.reader, concern, tap.deed)
        await visit.show(step_views.ask_whom(visit.say, found))
    elif tap.deed in NEED_WORDS or tap.deed is Deed.JOIN:
        await _begin(visit, Writing(concern, tap.deed))
    else:
        await turn_away(visit)
        await _say_done(visit, await visit.do(staff.say, visit.reader, concern, tap.deed), tap.deed)


async def forward(visit: Visit, tap: taps.ForwardTo) -> None:
    await _begin(visit, Writing(ConcernId(tap.concern), Deed.FORWARD, to=tap.to))


async def hears(visit: Visit, message: Message) -> None:
    """The words of somebody who was asked for them."""
    form = visit.form
    if not isinstance(form, Writing):
        return
    try:
        await _hears(visit, form, message)
    except OVER:
        await turn_away(visit)
        raise


async def _hears(visit: Visit, form: Writing, message: Message) -> None:
    words = (message.text or message.caption or "").strip()
    photo = message.photo[-1].file_id if message.photo else None
    if form.deed is Deed.JOIN:
        await _join(visit, form, words)
    elif form.asks_day:
        today, _ = await visit.ask(staff.calendar)
        day = find_day(words, today)
        if day is None:
            raise NoDay
        concern = await visit.do(staff.say_written, visit.reader, visit.place, form.concern, day)
        await _say_done(visit, concern, form.deed)
    elif form.deed in NEED_DAY:
        await _ask(visit, await visit.do(staff.write, visit.place, words, photo))
    else:
        photo = await _evidence(visit, form, photo) if photo else None
        concern = await visit.do(
            staff.say, visit.reader, form.concern, form.deed, words, photo=photo, asked=visit.place
        )  # fmt: skip
        await _say_done(visit, concern, form.deed)


async def pick_day(visit: Visit, tap: taps.PickDay) -> None:
    concern = await visit.do(staff.say_in_days, visit.reader, visit.place, ConcernId(tap.concern), tap.days)
    await _say_done(visit, concern, visit.form.deed if isinstance(visit.form, Writing) else Deed.PLAN)


async def turn_canned(visit: Visit, tap: taps.TurnCanned) -> None:
    """The next page of ready answers."""
    concern = await visit.ask(staff.to_move, visit.reader, ConcernId(tap.concern), Deed.ANSWER)
    form = Writing(concern.id, Deed.ANSWER, concern.number)
    await visit.show(
        step_views.ask_words(visit.say, form, await visit.ask(staff.canned, concern.id), tap.page)
    )  # fmt: skip


async def reply_command(visit: Visit, words: str) -> None:
    """`/reply 12 text`"""
    number, answer = number_first(words)
    if number is None or not answer:
        await visit.show(staff_views.how_to_reply(visit.say))
        return
    concern = await visit.do(staff.answer_numbered, visit.reader, number, answer)
    await _say_done(visit, concern, Deed.ANSWER)


async def come_to_step(visit: Visit, step: str) -> None:
    """From the card in the moderators' group: `12-finish`."""
    concern, _, deed = step.partition("-")
    number = number_in(concern)
    if number is not None and deed in set(Deed):
        await take_step(visit, taps.Step(concern=number, deed=Deed(deed)))
    else:
        await visit.show(staff_views.how_to_reply(visit.say))


async def come_to_steps(visit: Visit, concern: str) -> None:
    """From the card in the moderators' group."""
    number = number_in(concern)
    if number is None:
        await visit.show(staff_views.how_to_reply(visit.say))
    else:
        await see_steps(visit, taps.Steps(concern=number))


async def _begin(visit: Visit, form: Writing) -> None:
    found = await visit.do(staff.begin_writing, visit.reader, visit.place, form)
    await _ask(visit, replace(form, number=found.number))


async def _join(visit: Visit, form: Writing, words: str) -> None:
    number = number_in(words)
    if number is None:
        await visit.show(step_views.what_number(visit.say))
        return
    concern = await visit.do(staff.join, visit.reader, form.concern, number, visit.place)
    await visit.show(step_views.joined(visit.say, concern))


async def _evidence(visit: Visit, form: Writing, photo: str) -> str:
    """The card with both photos, which its maker sees first; the photo alone where there is nothing to compare with."""
    concern = await visit.ask(staff.to_see, visit.reader, form.concern)
    if form.deed is not Deed.FINISH or not concern.told.photos:
        return photo
    try:
        before, after = [await _download(visit, one) for one in (concern.told.photos[0], photo)]
        card = await asyncio.to_thread(side_by_side, before, after, step_views.before_and_after(visit.say))
        shown = await visit.bot.send_photo(visit.place.chat_id, BufferedInputFile(card, "before-after.jpg"))
    except (TelegramAPIError, CannotDraw):
        return photo
    return shown.photo[-1].file_id if shown.photo else photo


async def _download(visit: Visit, file_id: str) -> bytes:
    into = await visit.bot.download(file_id, BytesIO())
    return into.read() if into else b""


async def _say_done(visit: Visit, concern: Concern, deed: Deed) -> None:
    _, arrives = await visit.ask(staff.calendar)
    await visit.show(step_views.done(visit.say, concern, deed, arrives))


async def _ask(visit: Visit, form: Writing) -> None:
    if form.asks_day:
        offered = (await visit.ask(staff.rules)).promise_days
        await visit.show(step_views.ask_day(visit.say, form, offered))
    else:
        canned = await visit.ask(staff.canned, form.concern) if form.deed is Deed.ANSWER else ()
        await visit.show(step_views.ask_words(visit.say, form, canned))


def routes() -> Routes:
    """What reaches those who say how concerns go on."""
    return Routes(
        commands={"reply": reply_command},
        taps={
            taps.Steps: see_steps,
            taps.Step: take_step,
            taps.ForwardTo: forward,
            taps.PickDay: pick_day,
            taps.TurnCanned: turn_canned,
        },
        doors={"step": come_to_step, "steps": come_to_steps},
        forms={Writing: FormRoute(hears, _ask)},
    )
