"""The books of the points, for moderators and supervisors."""

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import BufferedInputFile

from bot.kit.routes import Routes
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.points import book_views, taps, views
from bot.points.service import books


async def see(visit: Visit, tap: taps.SeeBooks | str) -> None:
    """`/books`"""
    found = await visit.ask(books.look, visit.reader)
    await visit.show(book_views.books(visit.say, found, tap.page if isinstance(tap, taps.SeeBooks) else 0))


async def fetch(visit: Visit, tap: taps.FetchBooks) -> None:
    month, entries = await visit.ask(books.export, visit.reader, tap.month)
    write, kind = (book_views.books_xlsx, ".xlsx") if tap.excel else (book_views.books_csv, ".csv")
    await send_file(visit, write(visit.say, entries), book_views.file_name(visit.say, month, kind))


async def send_file(visit: Visit, content: bytes, name: str) -> None:
    """To the private chat, whatever it was asked in; what does not get through is asked for again."""
    try:
        await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(content, name))
    except (TelegramRetryAfter, TelegramBadRequest, *PASSING):
        await visit.show(views.fetch_failed(visit.say))
    else:
        await visit.show(views.fetched(visit.say))


def routes() -> Routes:
    """What reaches the books."""
    return Routes(
        commands={"books": see},
        taps={taps.SeeBooks: see, taps.FetchBooks: fetch},
    )
