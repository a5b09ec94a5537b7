"""What reaches outcomes and resolutions."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BufferedInputFile, Message

from bot.kit import sheet
from bot.kit.calls import SendScreen
from bot.kit.home import RESOLUTIONS, SeeResolutions
from bot.kit.picture import CannotDraw, draw
from bot.kit.routes import FormRoute, Routes
from bot.kit.screens import Screen
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.outcomes import group_views, poster_views, refusal_views, taps, views, why_views
from bot.outcomes.forms import AskingReceipt
from bot.outcomes.model.statement import Statement
from bot.outcomes.service import looking
from bot.votes.model.vote import VoteId
from nlu.number import number_in

Show = Callable[[Visit, Statement], Awaitable[None]]


async def shelf(visit: Visit, tap: SeeResolutions | str | None) -> None:
    """/resolutions. Whoever looks elsewhere looks for no receipt any more."""
    await _turn_away(visit)
    page = tap.page if isinstance(tap, SeeResolutions) else 0
    await visit.show(views.shelf(visit.say, await visit.ask(looking.shelf, visit.reader, page)))


async def see(visit: Visit, tap: taps.SeeOutcome) -> None:
    await _turn_away(visit)
    await visit.show(views.outcome(visit.say, await _of(visit, tap.vote), tap.page))


async def deeds(visit: Visit, tap: taps.OutcomeDeeds) -> None:
    await visit.show(views.more_deeds(visit.say, await _of(visit, tap.vote), tap.page))


async def why(visit: Visit, tap: taps.SeeWhy) -> None:
    await visit.show(why_views.why(visit.say, await _of(visit, tap.vote), tap.page))


async def who_took_part(visit: Visit, tap: taps.SeeWhoTookPart) -> None:
    statement, entries = await visit.ask(looking.who_took_part, visit.reader, VoteId(tap.vote))
    await visit.show(views.who_took_part(visit.say, statement, entries, tap.page))


async def picture(visit: Visit, tap: taps.SeePicture) -> None:
    """To who asked, in private; the words are complete without it."""
    statement = await _of(visit, tap.vote)
    try:
        drawn = await asyncio.to_thread(draw, poster_views.poster(visit.say, statement))
    except CannotDraw:
        await visit.show(views.not_drawn(visit.say, statement))
        return
    file = BufferedInputFile(drawn, f"vote-{statement.vote.number}.png")
    await visit.bot.send_photo(visit.place.telegram_id, file, caption=group_views.caption(visit.say, statement))
    await visit.show(views.outcome(visit.say, statement))


async def record(visit: Visit, tap: taps.GetRecord) -> None:
    """The file, to who asked, in private."""
    statement, text = await visit.ask(looking.record, visit.reader, VoteId(tap.vote))
    file = BufferedInputFile(text.encode(), f"vote-{statement.vote.number}.json")
    await visit.bot.send_document(visit.place.telegram_id, file)
    await visit.show(views.record_comes(visit.say, statement))


async def print_notice(visit: Visit, tap: taps.PrintNotice) -> None:
    """公示 on paper, to who asked, in private."""
    statement = await _of(visit, tap.vote)
    link = f"{await visit.ask(looking.link)}?start=outcome-{statement.vote.number}"
    pdf = await asyncio.to_thread(sheet.print_lines, why_views.on_paper(visit.say, statement), link)
    await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(pdf, f"vote-{statement.vote.number}.pdf"))
    await visit.show(views.printed(visit.say, statement))


async def find_receipt(visit: Visit, tap: taps.FindReceipt) -> None:
    statement = await visit.ask(looking.with_receipts, visit.reader, VoteId(tap.vote))
    if visit.in_group:
        link = await visit.ask(looking.link)
        await visit.show(views.receipt_in_private(visit.say, statement, link))
        return
    await visit.keep(AskingReceipt(statement.vote.id))
    await visit.show(views.ask_receipt(visit.say, statement))


async def hears_receipt(visit: Visit, message: Message) -> None:
    """It is looked up by itself, and neither it nor the answer is kept anywhere."""
    form = visit.form
    if not isinstance(form, AskingReceipt):
        return
    if not message.text:
        await visit.show(views.receipt_in_words(visit.say))
        return
    statement, place = await visit.ask(looking.place_of, visit.reader, VoteId(form.vote), message.text)
    found = views.receipt_unknown(visit.say, statement)
    if place is not None:
        found = views.receipt_found(visit.say, statement, place)
    await visit.keep(None)
    await _now_or_never(visit, found, views.looked_up(visit.say, statement))


async def leave_receipt(visit: Visit, _: taps.LeaveReceipt) -> None:
    await _turn_away(visit)
    await visit.show(views.receipt_left(visit.say))


async def _now_or_never(visit: Visit, shown: Screen, instead: Screen) -> None:
    """An answer that must not wait in the outbox, where it would stand beside a person."""
    try:
        await visit.bot(SendScreen.to(visit.place.chat_id, shown))
    except (TelegramRetryAfter, *PASSING):
        await visit.show(instead)


async def _ask_again(visit: Visit, form: AskingReceipt) -> None:
    statement = await visit.ask(looking.with_receipts, visit.reader, VoteId(form.vote))
    await visit.show(views.ask_receipt(visit.say, statement))


async def _of(visit: Visit, vote: int) -> Statement:
    return await visit.ask(looking.of, visit.reader, VoteId(vote))


async def _turn_away(visit: Visit) -> None:
    if isinstance(visit.form, AskingReceipt):
        await visit.keep(None)


def _numbered(show: Show) -> Callable[[Visit, str], Awaitable[None]]:
    """`/why 7`, or a link: of the vote with this number; without one the list."""

    async def by_number(visit: Visit, rest: str) -> None:
        number = number_in(rest)
        if number is None:
            await shelf(visit, None)
        else:
            await show(visit, await visit.ask(looking.numbered, visit.reader, number))

    return by_number


async def _see(visit: Visit, statement: Statement) -> None:
    await see(visit, taps.SeeOutcome(vote=statement.vote.id))


async def _why(visit: Visit, statement: Statement) -> None:
    await why(visit, taps.SeeWhy(vote=statement.vote.id))


async def _record(visit: Visit, statement: Statement) -> None:
    await record(visit, taps.GetRecord(vote=statement.vote.id))


async def _receipt(visit: Visit, statement: Statement) -> None:
    await find_receipt(visit, taps.FindReceipt(vote=statement.vote.id))


def routes() -> Routes:
    """What reaches outcomes."""
    return Routes(
        commands={"resolutions": shelf, "why": _numbered(_why)},
        group_commands={"resolutions": shelf, "why": _numbered(_why)},
        taps={
            SeeResolutions: shelf,
            taps.SeeOutcome: see,
            taps.OutcomeDeeds: deeds,
            taps.SeeWhy: why,
            taps.SeeWhoTookPart: who_took_part,
            taps.SeePicture: picture,
            taps.GetRecord: record,
            taps.PrintNotice: print_notice,
            taps.FindReceipt: find_receipt,
            taps.LeaveReceipt: leave_receipt,
        },
        says={RESOLUTIONS: shelf},
        doors={
            "resolutions": shelf,
            "outcome": _numbered(_see),
            "why": _numbered(_why),
            "receipt": _numbered(_receipt),
            "record": _numbered(_record),
        },
        forms={AskingReceipt: FormRoute(hears_receipt, _ask_again)},
        explanations=refusal_views.EXPLANATIONS,
    )
