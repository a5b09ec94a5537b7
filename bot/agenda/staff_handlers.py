"""What moderators do with items."""

from dataclasses import replace

from aiogram.types import Message

from bot.agenda import staff_views, views
from bot.agenda.forms import AddingPapers
from bot.agenda.model.item import ItemId, Paper, PaperKind, notice_days
from bot.agenda.service import moving, papers, reading, scheduling
from bot.agenda.taps import staff
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.sittings.model.sitting import SittingId
from nlu.number import number_in


async def manage(visit: Visit, tap: staff.ManageItem) -> None:
    item = await visit.ask(moving.managed, visit.reader, ItemId(tap.item))
    await visit.show(staff_views.manage(visit.say, await visit.ask(reading.of, visit.reader, item.id), tap.page))


async def manage_numbered(visit: Visit, words: str) -> None:
    """`/item 3`"""
    number = number_in(words)
    if number is None:
        await visit.show(staff_views.how_to_manage(visit.say))
        return
    seen = await visit.ask(reading.numbered, visit.reader, number)
    await manage(visit, staff.ManageItem(item=seen.item.id))


async def ask_scope(visit: Visit, tap: staff.AskScope) -> None:
    item = await visit.ask(moving.managed, visit.reader, ItemId(tap.item))
    await visit.show(staff_views.ask_scope(visit.say, item, tap.page))


async def set_scope(visit: Visit, tap: staff.SetScope) -> None:
    item = await visit.do(moving.set_scope, visit.reader, ItemId(tap.item), tap.scope)
    days = notice_days(item.scope, await visit.ask(reading.settings))
    await visit.show(staff_views.scoped(visit.say, item, days))


async def move_on(visit: Visit, tap: staff.MoveOn) -> None:
    item = await visit.do(moving.advance, visit.reader, ItemId(tap.item), tap.step)
    await visit.show(staff_views.moved_on(visit.say, await visit.ask(reading.of, visit.reader, item.id)))


async def schedule(visit: Visit, tap: staff.Schedule) -> None:
    item, sittings = await visit.ask(scheduling.choices, visit.reader, ItemId(tap.item))
    await visit.show(staff_views.pick_sitting(visit.say, item, sittings, tap.page))


async def plan(visit: Visit, tap: staff.Plan) -> None:
    item, sitting = await visit.ask(scheduling.plan, visit.reader, ItemId(tap.item), SittingId(tap.sitting))
    await visit.show(staff_views.pick_minutes(visit.say, item, sitting, await visit.ask(reading.rules)))


async def put_on(visit: Visit, tap: staff.PutOn) -> None:
    item, sitting = await visit.do(
        scheduling.put_on, visit.reader, ItemId(tap.item), SittingId(tap.sitting), tap.minutes
    )
    await visit.show(staff_views.put_on(visit.say, item, sitting))


async def take_off(visit: Visit, tap: staff.TakeOff) -> None:
    item = await visit.do(scheduling.take_off, visit.reader, ItemId(tap.item), SittingId(tap.sitting))
    await visit.show(staff_views.taken_off(visit.say, item))


async def shift(visit: Visit, tap: staff.Shift) -> None:
    item = await visit.do(scheduling.shift, visit.reader, ItemId(tap.item), tap.up)
    await visit.show(staff_views.shifted(visit.say, item))


async def join_to(visit: Visit, tap: staff.JoinTo) -> None:
    item, others = await visit.ask(moving.others, visit.reader, ItemId(tap.item))
    await visit.show(staff_views.pick_other(visit.say, item, others, tap.page))


async def join_into(visit: Visit, tap: staff.JoinInto) -> None:
    """Asked once more, then done."""
    item, other = ItemId(tap.item), ItemId(tap.other)
    if tap.sure:
        await visit.show(staff_views.joined(visit.say, *await visit.do(moving.join, visit.reader, item, other)))
    else:
        await visit.show(staff_views.ask_join(visit.say, *await visit.ask(moving.both, visit.reader, item, other)))


async def add_papers(visit: Visit, tap: staff.AddPapers) -> None:
    if visit.in_group:
        await visit.show(views.papers_in_private(visit.say))
        return
    form = AddingPapers(str(visit.key), ItemId(tap.item))
    await visit.do(papers.begin, visit.reader, visit.place, form)
    await _ask_papers(visit, form)


async def hears_paper(visit: Visit, message: Message) -> None:
    form = visit.form
    if not isinstance(form, AddingPapers):
        return
    paper = _paper(message, form.item)
    if paper is None:
        await visit.show(staff_views.cannot_keep(visit.say))
        await _ask_papers(visit, form)
    else:
        await visit.do(papers.add, visit.reader, visit.place, form.key, replace(paper, by=visit.reader.telegram_id))
        await _ask_papers(visit, form)


async def papers_sent(visit: Visit, tap: staff.PapersSent) -> None:
    await visit.do(papers.finish, visit.place, tap.key)
    await visit.show(staff_views.papers_done(visit.say))


def _paper(message: Message, item: ItemId) -> Paper | None:
    """What was sent, as a paper; None for what cannot be one."""
    title, at = (message.text or message.caption or "").strip(), message.date
    if message.photo:
        return Paper(0, item, PaperKind.PHOTO, title, message.photo[-1].file_id, 0, at)
    if message.document:
        name = title or message.document.file_name or ""
        return Paper(0, item, PaperKind.DOCUMENT, name, message.document.file_id, 0, at)
    return Paper(0, item, PaperKind.TEXT, title, None, 0, at) if message.text else None


async def _ask_papers(visit: Visit, form: AddingPapers) -> None:
    seen = await visit.ask(reading.of, visit.reader, form.item)
    rules = await visit.ask(reading.rules)
    await visit.show(staff_views.ask_papers(visit.say, form.key, len(seen.papers), rules))


def routes() -> Routes:
    """What reaches who looks after items."""
    return Routes(
        commands={"item": manage_numbered},
        taps={
            staff.ManageItem: manage,
            staff.AskScope: ask_scope,
            staff.SetScope: set_scope,
            staff.MoveOn: move_on,
            staff.Schedule: schedule,
            staff.Plan: plan,
            staff.PutOn: put_on,
            staff.TakeOff: take_off,
            staff.Shift: shift,
            staff.JoinTo: join_to,
            staff.JoinInto: join_into,
            staff.AddPapers: add_papers,
            staff.PapersSent: papers_sent,
        },
        forms={AddingPapers: FormRoute(hears_paper, _ask_papers)},
    )
