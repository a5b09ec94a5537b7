"""One answer for many concerns, and ready answers."""

from aiogram.types import Message

from bot.concerns.model.concern import ConcernId
from bot.concerns.taps import UseCanned
from bot.inbox import answer_views, taps
from bot.inbox.forms import AddingCanned, AnsweringMany, AnsweringOne
from bot.inbox.service import answering
from bot.inbox.service import canned as shelf
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit


async def answer_many(visit: Visit, tap: taps.AnswerMany) -> None:
    form = await visit.do(answering.begin_many, visit.reader, visit.place, taps.only(tap), str(visit.key))
    await _ask_many(visit, form)


async def hears_many(visit: Visit, message: Message) -> None:
    """The words for all of them."""
    if isinstance(visit.form, AnsweringMany):
        words = message.text or message.caption or ""
        form = await visit.do(answering.write_many, visit.place, visit.form.key, words)
        await visit.show(answer_views.read_back_many(visit.say, form))


async def use_for_many(visit: Visit, tap: taps.UseForMany) -> None:
    form = await visit.do(answering.use_for_many, visit.place, tap.key, tap.canned)
    await visit.show(answer_views.read_back_many(visit.say, form))


async def turn_for_many(visit: Visit, tap: taps.TurnForMany) -> None:
    form = await visit.ask(answering.open_many, visit.place, tap.key)
    await _ask_many(visit, form, tap.page)


async def send_many(visit: Visit, tap: taps.SendMany) -> None:
    answered = await visit.do(answering.send_many, visit.reader, visit.place, tap.key)
    await visit.show(answer_views.many_sent(visit.say, answered))


async def use_canned(visit: Visit, tap: UseCanned) -> None:
    form = await visit.do(answering.use_canned, visit.reader, visit.place, ConcernId(tap.concern), tap.canned)
    await visit.show(answer_views.read_back(visit.say, form))


async def hears_one(visit: Visit, message: Message) -> None:
    """Other words."""
    form = await visit.do(answering.write_one, visit.place, message.text or message.caption or "")
    await visit.show(answer_views.read_back(visit.say, form))


async def send_one(visit: Visit, tap: taps.SendOne) -> None:
    concern = await visit.do(answering.send_one, visit.reader, visit.place, ConcernId(tap.concern))
    await visit.show(answer_views.sent(visit.say, concern))


async def see_canned(visit: Visit, tap: taps.SeeCanned | str | None) -> None:
    """`/canned`"""
    page = tap.page if isinstance(tap, taps.SeeCanned) else 0
    await visit.show(answer_views.canned(visit.say, *await visit.ask(shelf.kept, visit.reader), page))


async def add_canned(visit: Visit, _: taps.AddCanned) -> None:
    await visit.do(shelf.begin, visit.reader, visit.place)
    await visit.show(answer_views.ask_canned(visit.say))


async def hears_canned(visit: Visit, message: Message) -> None:
    ready = await visit.do(shelf.add, visit.reader, visit.place, message.text or message.caption or "")
    await visit.show(answer_views.canned(visit.say, ready, may=True, page=len(ready) - 1))


async def remove_canned(visit: Visit, tap: taps.RemoveCanned) -> None:
    ready = await visit.do(shelf.remove, visit.reader, tap.canned)
    await visit.show(answer_views.canned(visit.say, ready, may=True))


async def _ask_many(visit: Visit, form: AnsweringMany, page: int = 0) -> None:
    if form.words:
        await visit.show(answer_views.read_back_many(visit.say, form))
    else:
        ready, _ = await visit.ask(shelf.kept, visit.reader)
        await visit.show(answer_views.ask_many(visit.say, form, ready, page))


async def _ask_one(visit: Visit, form: AnsweringOne) -> None:
    await visit.show(answer_views.read_back(visit.say, form))


async def _ask_canned(visit: Visit, _: AddingCanned) -> None:
    await visit.show(answer_views.ask_canned(visit.say))


def routes() -> Routes:
    """What reaches those who answer many, or with what is ready."""
    return Routes(
        commands={"canned": see_canned},
        taps={
            taps.AnswerMany: answer_many,
            taps.UseForMany: use_for_many,
            taps.TurnForMany: turn_for_many,
            taps.SendMany: send_many,
            UseCanned: use_canned,
            taps.SendOne: send_one,
            taps.SeeCanned: see_canned,
            taps.AddCanned: add_canned,
            taps.RemoveCanned: remove_canned,
        },
        forms={
            AnsweringMany: FormRoute(hears_many, _ask_many),
            AnsweringOne: FormRoute(hears_one, _ask_one),
            AddingCanned: FormRoute(hears_canned, _ask_canned),
        },
        explanations=answer_views.EXPLANATIONS,
    )
