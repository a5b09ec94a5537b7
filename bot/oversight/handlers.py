"""`/oversight`"""

import asyncio

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import BufferedInputFile, Message

from bot.kit.cells import xlsx_of
from bot.kit.routes import FormRoute, Routes
from bot.kit.sheet import print_lines
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.oversight import service, taps, views
from bot.oversight.forms import PackWords


async def see(visit: Visit, tap: taps.SeePack | str | None) -> None:
    month, page = (tap.month, tap.page) if isinstance(tap, taps.SeePack) else (0, 0)
    await visit.show(views.pack(visit.say, await visit.ask(service.look, visit.reader, month), page))


async def fetch(visit: Visit, tap: taps.FetchPack) -> None:
    """To the private chat, made now."""
    found = await visit.ask(service.files, visit.reader, tap.month)
    title, link = views.title(visit.say, found), await visit.ask(service.link)
    head, *rows = views.rows(visit.say, found)
    paper = await asyncio.to_thread(print_lines, [title, *views.lines(visit.say, found)], link)
    table = await asyncio.to_thread(xlsx_of, [str(cell) for cell in head], rows)
    try:
        for content, kind in ((paper, "pdf"), (table, "xlsx")):
            file = BufferedInputFile(content, f"supervision-{found.month:%Y-%m}.{kind}")
            await visit.bot.send_document(visit.place.telegram_id, file)
    except (TelegramRetryAfter, TelegramBadRequest, *PASSING):
        await visit.show(views.not_fetched(visit.say, found))


async def write(visit: Visit, tap: taps.WriteNote) -> None:
    await _write(visit, PackWords(str(visit.key), tap.month))


async def hears(visit: Visit, message: Message) -> None:
    """The words of a supervisor who was asked for them."""
    form = visit.form
    if not isinstance(form, PackWords):
        return
    said = " ".join((message.text or "").split())
    if said:
        await _write(visit, PackWords(form.key, form.month, said))
    else:
        await visit.show(views.needs_words(visit.say))


async def ask_anew(visit: Visit, form: PackWords) -> None:
    await _ask(visit, form)


async def read_back(visit: Visit, tap: taps.ReadNoteBack) -> None:
    form = await visit.ask(service.draft, visit.place, tap.key)
    await visit.show(views.read_back(visit.say, form, tap.page))


async def publish(visit: Visit, tap: taps.PublishNote) -> None:
    await visit.show(views.published(visit.say, await visit.do(service.publish, visit.reader, visit.place, tap.key)))


async def drop(visit: Visit, tap: taps.DropNote) -> None:
    await visit.do(service.drop, visit.place, tap.key)
    await visit.show(views.dropped(visit.say))


async def _write(visit: Visit, form: PackWords) -> None:
    await _ask(visit, await visit.do(service.write, visit.reader, visit.place, form))


async def _ask(visit: Visit, form: PackWords) -> None:
    if form.words:
        await visit.show(views.read_back(visit.say, form))
    else:
        await visit.show(views.ask_note(visit.say, form, await visit.ask(service.characters)))


def routes() -> Routes:
    """What reaches the months of supervision."""
    return Routes(
        commands={"oversight": see},
        group_commands={"oversight": see},
        taps={
            taps.SeePack: see,
            taps.FetchPack: fetch,
            taps.WriteNote: write,
            taps.ReadNoteBack: read_back,
            taps.PublishNote: publish,
            taps.DropNote: drop,
        },
        doors={"oversight": see},
        forms={PackWords: FormRoute(hears, ask_anew)},
        explanations=views.EXPLANATIONS,
    )
