"""Agenda items as everybody meets them: the list, one of them, its papers, and support."""

from aiogram.methods import SendDocument, SendPhoto, SendVoice

from bot.agenda import point_views, refusal_views, taps, views
from bot.agenda.forms import AddingPapers, Proposal, Writing
from bot.agenda.model.item import ItemId, PaperKind
from bot.agenda.service import moving, reading, supporting
from bot.kit.home import ITEMS
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from nlu.number import number_in


async def see_items(visit: Visit, asked: taps.SeeItems | str | None) -> None:
    """议题 or /agenda; `/agenda 3` shows that one."""
    await _turn_away(visit)
    if isinstance(asked, str) and (number := number_in(asked)) is not None:
        await show_numbered(visit, number)
        return
    page = asked.page if isinstance(asked, taps.SeeItems) else 0
    await visit.show(views.listed(visit.say, await visit.ask(reading.listed, visit.reader, page)))


async def show_numbered(visit: Visit, number: int) -> None:
    await visit.show(views.item(visit.say, await visit.ask(reading.numbered, visit.reader, number)))


async def see_item(visit: Visit, tap: taps.SeeItem) -> None:
    await visit.show(views.item(visit.say, await visit.ask(reading.of, visit.reader, ItemId(tap.item)), tap.page))


async def item_deeds(visit: Visit, tap: taps.ItemDeeds) -> None:
    seen = await visit.ask(reading.of, visit.reader, ItemId(tap.item))
    await visit.show(views.more_deeds(visit.say, seen, tap.page))


async def support(visit: Visit, tap: taps.SupportItem) -> None:
    item = await visit.do(supporting.support, visit.reader, ItemId(tap.item), tap.support)
    await visit.show(views.supported(visit.say, item, supports=tap.support, in_group=visit.in_group))


async def read_points(visit: Visit, tap: taps.ReadPoints) -> None:
    seen = await visit.ask(reading.of, visit.reader, ItemId(tap.item))
    await visit.show(point_views.points(visit.say, seen, tap.page))


async def read_answer(visit: Visit, tap: taps.ReadAnswer) -> None:
    seen, point = await visit.ask(reading.point, visit.reader, tap.point)
    await visit.show(point_views.answered(visit.say, seen, point, tap.page))


async def hear_point(visit: Visit, tap: taps.HearPoint) -> None:
    """The voice message itself, to who tapped alone."""
    seen, point = await visit.ask(reading.point, visit.reader, tap.point)
    if point.voice is not None:
        await visit.pass_on(SendVoice, {"voice": point.voice})
    await visit.show(point_views.voice_comes(visit.say, seen))


async def see_papers(visit: Visit, tap: taps.SeePapers) -> None:
    seen = await visit.ask(reading.of, visit.reader, ItemId(tap.item))
    await visit.show(views.papers(visit.say, seen, tap.page))


async def see_paper(visit: Visit, tap: taps.SeePaper) -> None:
    """A text page by page; a photo or file itself."""
    paper = await visit.ask(reading.paper, visit.reader, tap.paper)
    if paper.kind is PaperKind.TEXT or paper.file is None:
        await visit.show(views.text_paper(visit.say, paper, tap.page))
    elif paper.kind is PaperKind.PHOTO:
        await visit.pass_on(SendPhoto, {"photo": paper.file})
        await visit.show(views.paper_comes(visit.say, paper))
    else:
        await visit.pass_on(SendDocument, {"document": paper.file})
        await visit.show(views.paper_comes(visit.say, paper))


async def withdraw(visit: Visit, tap: taps.WithdrawItem) -> None:
    """收回提议: asked once more, then done."""
    item = ItemId(tap.item)
    if tap.sure:
        await visit.show(views.withdrawn(visit.say, await visit.do(moving.withdraw, visit.reader, item)))
    else:
        await visit.show(views.ask_withdraw(visit.say, await visit.ask(moving.to_withdraw, visit.reader, item)))


async def _turn_away(visit: Visit) -> None:
    """Whoever looks at something else writes nothing about an item with the next words."""
    if isinstance(visit.form, Proposal | Writing | AddingPapers):
        await visit.keep(None)


def routes() -> Routes:
    """What everybody may see and do of the agenda."""
    return Routes(
        commands={"agenda": see_items},
        group_commands={"agenda": see_items},
        taps={
            taps.SeeItems: see_items,
            taps.SeeItem: see_item,
            taps.ItemDeeds: item_deeds,
            taps.SupportItem: support,
            taps.ReadPoints: read_points,
            taps.ReadAnswer: read_answer,
            taps.HearPoint: hear_point,
            taps.SeePapers: see_papers,
            taps.SeePaper: see_paper,
            taps.WithdrawItem: withdraw,
        },
        says={ITEMS: see_items},
        doors={"agenda": see_items},
        explanations=refusal_views.EXPLANATIONS,
    )
