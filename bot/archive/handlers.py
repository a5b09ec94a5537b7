"""`/export`"""

from pathlib import Path
from tempfile import TemporaryDirectory

from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import FSInputFile

from bot.archive import service, taps, views
from bot.kit.routes import Routes
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit

MOST_BYTES = 50 * 2**20
"""Of a document that a bot may send."""


async def see(visit: Visit, _: object) -> None:
    await visit.show(views.offer(visit.say, await visit.ask(service.look, visit.reader)))


async def ask(visit: Visit, _: taps.AskExport) -> None:
    await visit.ask(service.look, visit.reader)
    await visit.show(views.ask(visit.say))


async def export(visit: Visit, tap: taps.Export) -> None:
    """To the private chat, wherever it was asked for; what does not get through is asked for again."""
    await visit.do(service.begin, visit.reader, people=tap.people)
    with TemporaryDirectory() as folder:
        path = Path(folder, "community.zip")
        if await visit.ask(service.write, visit.reader, path, people=tap.people) > MOST_BYTES:
            await visit.show(views.too_big(visit.say))
            return
        try:
            await visit.bot.send_document(visit.place.telegram_id, FSInputFile(path))
        except (TelegramRetryAfter, TelegramBadRequest, *PASSING):
            await visit.show(views.not_fetched(visit.say))
        else:
            await visit.show(views.fetched(visit.say))


async def in_group(visit: Visit, _: str) -> None:
    await visit.show(views.in_private(visit.say))


def routes() -> Routes:
    """What reaches the file of a community."""
    return Routes(
        commands={"export": see},
        group_commands={"export": in_group},
        taps={taps.SeeExport: see, taps.AskExport: ask, taps.Export: export},
        explanations=views.EXPLANATIONS,
    )
