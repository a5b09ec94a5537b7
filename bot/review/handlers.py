"""`/report`: pictures and words at once, the numbers behind them and the paper by a tap."""

import asyncio

from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, Message

from bot.kit.picture import CannotDraw, draw_pages
from bot.kit.routes import FormRoute, Routes
from bot.kit.screens import Screen
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.review import file_views, sheet_views, taps, views
from bot.review.forms import WritingDays
from bot.review.model.days import Days, NoDaysNamed
from bot.review.model.review import Review
from bot.review.poster_views import poster
from bot.review.service import looking
from bot.review.sheet import print_sheet
from nlu.days import find_days

NOT_NOW = (TelegramRetryAfter, TelegramBadRequest, *PASSING)


async def begin(visit: Visit, words: str) -> None:
    """`/report`, or `/report 10月1日到10月15日`."""
    if words.strip():
        await _show(visit, await _named(visit, words))
    else:
        await choose(visit, taps.AskReport())


async def choose(visit: Visit, tap: taps.AskReport) -> None:
    if isinstance(visit.form, WritingDays):
        await visit.keep(None)
    await visit.show(views.which_days(visit.say, await visit.ask(looking.today, visit.reader), tap.page))


async def behind_link(visit: Visit, _: str) -> None:
    await choose(visit, taps.AskReport())


async def write_days(visit: Visit, _: taps.WriteDays) -> None:
    await visit.ask(looking.today, visit.reader)
    await visit.keep(WritingDays())
    await ask_days(visit, None)


async def ask_days(visit: Visit, _: WritingDays | None) -> None:
    await visit.show(views.write_days(visit.say))


async def hears_days(visit: Visit, message: Message) -> None:
    """What names no days leaves the question open."""
    days = await _named(visit, message.text or "")
    await visit.keep(None)
    await _show(visit, days)


async def see(visit: Visit, tap: taps.SeeReport) -> None:
    if isinstance(visit.form, WritingDays):
        await visit.keep(None)
    await _show(visit, taps.days_of(tap))


async def see_words(visit: Visit, tap: taps.SeeWords) -> None:
    review = await visit.ask(looking.look, visit.reader, taps.days_of(tap))
    await visit.show(views.in_words(visit.say, review, tap.page))


async def see_chart(visit: Visit, tap: taps.SeeChart) -> None:
    review = await visit.ask(looking.look, visit.reader, taps.days_of(tap))
    if not await _pictures(visit, review, tap.chart):
        await visit.show(views.nothing_to_draw(visit.say))


async def fetch_table(visit: Visit, tap: taps.FetchTable) -> None:
    review = await visit.ask(looking.look, visit.reader, taps.days_of(tap))
    name = file_views.file_name(visit.say, review, ".csv", tap.chart)
    await _file(visit, file_views.table(visit.say, review, tap.chart), name)


async def fetch_book(visit: Visit, tap: taps.FetchBook) -> None:
    review = await visit.ask(looking.look, visit.reader, taps.days_of(tap))
    await _doing(visit, ChatAction.UPLOAD_DOCUMENT)
    content = await asyncio.to_thread(file_views.book, visit.say, review)
    await _file(visit, content, file_views.file_name(visit.say, review, ".xlsx"))


async def fetch_sheet(visit: Visit, tap: taps.FetchSheet) -> None:
    review = await visit.ask(looking.look, visit.reader, taps.days_of(tap))
    await _doing(visit, ChatAction.UPLOAD_DOCUMENT)
    content = await asyncio.to_thread(print_sheet, sheet_views.on_paper(visit.say, review))
    await _file(visit, content, file_views.file_name(visit.say, review, ".pdf"))


async def _named(visit: Visit, words: str) -> Days:
    """Raises `NoDaysNamed`, and as `today` does."""
    found = find_days(words, await visit.ask(looking.today, visit.reader))
    if found is None:
        raise NoDaysNamed
    return Days(*found)


async def _show(visit: Visit, days: Days) -> None:
    """In a group, to the one who asked, in words alone."""
    if visit.in_group:
        await visit.show(views.in_words(visit.say, await visit.ask(looking.look, visit.reader, days)))
        return
    await _doing(visit, ChatAction.UPLOAD_PHOTO)
    review = await visit.ask(looking.look, visit.reader, days)
    drawn = await _pictures(visit, review, taps.Chart.FIGURES)
    await visit.show(views.in_words(visit.say, review, without_picture=not drawn))


async def _pictures(visit: Visit, review: Review, chart: taps.Chart) -> bool:
    """Whether there were any; what Telegram does not take now is in the words too."""
    await _doing(visit, ChatAction.UPLOAD_PHOTO)
    try:
        shown = poster(visit.say, review, chart)
        drawn = [] if shown is None else await asyncio.to_thread(draw_pages, shown)
    except CannotDraw:
        return False
    under = views.caption(visit.say, review, chart)
    try:
        for number, picture in enumerate(drawn, 1):
            await _photo(visit, picture, under if number == len(drawn) else None)
    except NOT_NOW:
        return False
    return bool(drawn)


async def _photo(visit: Visit, picture: bytes, under: Screen | None) -> None:
    await visit.bot.send_photo(
        visit.place.telegram_id,
        BufferedInputFile(picture, "report.png"),
        caption=under.text if under else None,
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup.model_validate(under.markup()) if under else None,
    )


async def _file(visit: Visit, content: bytes, name: str) -> None:
    """To the private chat, whatever it was asked in; what does not get through is asked for again."""
    try:
        await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(content, name))
    except NOT_NOW:
        await visit.show(views.not_sent(visit.say))
    else:
        await visit.show(views.sent(visit.say, name))


async def _doing(visit: Visit, action: ChatAction) -> None:
    """Telegram says that something is coming; where it does not, it comes all the same."""
    try:
        await visit.bot.send_chat_action(visit.place.telegram_id, action)
    except NOT_NOW:
        return


def routes() -> Routes:
    """What reaches the reports of a stretch of days."""
    return Routes(
        commands={"report": begin},
        group_commands={"report": begin},
        taps={
            taps.AskReport: choose,
            taps.WriteDays: write_days,
            taps.SeeReport: see,
            taps.SeeWords: see_words,
            taps.SeeChart: see_chart,
            taps.FetchTable: fetch_table,
            taps.FetchBook: fetch_book,
            taps.FetchSheet: fetch_sheet,
        },
        doors={"reports": behind_link},
        forms={WritingDays: FormRoute(heard=hears_days, ask=ask_days)},
        explanations=views.EXPLANATIONS,
    )
