"""The roll in a private chat with a moderator: send a file in, look, say yes; or have it sent."""

import asyncio
from contextlib import suppress

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramRetryAfter
from aiogram.types import BufferedInputFile, Document, Message

from bot.kit.routes import Routes
from bot.kit.screens import Screen
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.residents.model import ResidentId
from bot.roll import fault_views, service, taps, views
from bot.roll.faults import FileNotFetched, FileTooBig, NotInGroup
from bot.roll.files.reading import read
from bot.roll.files.writing import as_csv, as_xlsx
from bot.roll.plan import Offer

SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods", ".et", ".numbers")
"""What somebody sends who means a roll; which of them can be read is seen when it is read."""
LONG = 50_000
"""Bytes of a file from which on one is told how far it is."""
MANY = 500
"""The same, in people."""
MEGABYTE = 1024 * 1024


class Progress:
    """One message that says how far a long import is. Where it cannot be sent, the import goes on."""

    def __init__(self, visit: Visit, *, wanted: bool) -> None:
        self._visit = visit
        self._wanted = wanted
        self._message: Message | None = None

    async def says(self, text: str) -> None:
        if not self._wanted:
            return
        with suppress(TelegramAPIError):
            if self._message is None:
                self._message = await self._visit.bot.send_message(self._visit.place.chat_id, text, parse_mode="HTML")
            else:
                await self._message.edit_text(text, parse_mode="HTML")


async def about(visit: Visit, _: taps.SeeRoll | str | None) -> None:
    """`/roll`"""
    await visit.show(views.about(visit.say, await visit.ask(service.size, visit.reader)))


async def not_here(_visit: Visit, _: str) -> None:
    """`/roll` in the group. Raises `NotInGroup`."""
    raise NotInGroup


async def hears_file(visit: Visit, message: Message) -> None:
    document = message.document
    if document is None or not (document.file_name or "").lower().endswith(SPREADSHEETS):
        await visit.show(views.cannot_read(visit.say))
        return
    limits = await visit.ask(service.limits, visit.reader)
    progress = Progress(visit, wanted=(document.file_size or 0) > LONG)
    await progress.says(views.received(visit.say))
    content = await _fetch(visit, document, limits.megabytes)
    file = await asyncio.to_thread(read, content, limits.rows)
    await progress.says(views.comparing(visit.say, file.rows))
    offer = await visit.do(service.offer, visit.reader, file.roll)
    await visit.show(views.preview(visit.say, offer, file.unused))


async def ask_next(visit: Visit, tap: taps.AskNext) -> None:
    await _go_on(visit, await visit.ask(service.look, visit.reader, tap.number))


async def answer(visit: Visit, tap: taps.Answer) -> None:
    await _go_on(visit, await visit.do(service.answer, visit.reader, tap.number, ResidentId(tap.resident), tap.moved))


async def all_stay(visit: Visit, tap: taps.AllStay) -> None:
    await _go_on(visit, await visit.do(service.all_stay, visit.reader, tap.number))


async def apply(visit: Visit, tap: taps.Apply) -> None:
    waiting = await visit.ask(service.look, visit.reader, tap.number)
    if waiting.unanswered:
        await visit.show(views.question(visit.say, waiting))
        return
    progress = Progress(visit, wanted=_many(waiting))
    await progress.says(views.applying(visit.say))
    await _go_on(visit, await visit.do(service.apply, visit.reader, tap.number))


async def drop(visit: Visit, tap: taps.Drop) -> None:
    await visit.do(service.drop, visit.reader, tap.number)
    await visit.show(views.dropped(visit.say))


async def give_roll(visit: Visit, tap: taps.GiveRoll) -> None:
    units = await visit.ask(service.units, visit.reader)
    write = as_csv if tap.format is taps.Format.CSV else as_xlsx
    content = await asyncio.to_thread(write, units, visit.say.language)
    await _send_file(visit, content, f"roll.{tap.format}", views.file_follows(visit.say))


async def give_template(visit: Visit, _: taps.GiveTemplate) -> None:
    await visit.ask(service.limits, visit.reader)
    content = await asyncio.to_thread(as_xlsx, (), visit.say.language)
    await _send_file(visit, content, "template.xlsx", views.template_follows(visit.say))


def _many(offer: Offer) -> bool:
    counts = offer.counts
    return counts.new_people + counts.changed_people + counts.gone_people > MANY


async def _go_on(visit: Visit, offer: Offer) -> None:
    if offer.done:
        await visit.show(views.applied(visit.say, offer))
    elif offer.unanswered and not offer.changed_meanwhile:
        await visit.show(views.question(visit.say, offer))
    else:
        await visit.show(views.preview(visit.say, offer))


async def _fetch(visit: Visit, document: Document, megabytes: int) -> bytes:
    """Raises `FileTooBig`, `FileNotFetched`."""
    if (document.file_size or 0) > megabytes * MEGABYTE:
        raise FileTooBig(megabytes)
    try:
        content = await visit.bot.download(document)
    except TelegramBadRequest as reason:  # Telegram's own limit, for a file whose size it did not tell
        raise FileTooBig(megabytes) from reason
    except (TelegramRetryAfter, *PASSING) as reason:
        raise FileNotFetched from reason
    if content is None:
        raise FileNotFetched
    return content.read()


async def _send_file(visit: Visit, content: bytes, name: str, introduction: Screen) -> None:
    """To the one who asked, in private. Raises `NotInGroup`."""
    if visit.in_group:
        raise NotInGroup
    await visit.show(introduction)
    try:
        await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(content, name))
    except (TelegramRetryAfter, *PASSING):
        await visit.show(views.not_now(visit.say))


def routes() -> Routes:
    """What reaches the roll."""
    return Routes(
        commands={"roll": about},
        group_commands={"roll": not_here},
        taps={
            taps.SeeRoll: about,
            taps.GiveRoll: give_roll,
            taps.GiveTemplate: give_template,
            taps.AskNext: ask_next,
            taps.Answer: answer,
            taps.AllStay: all_stay,
            taps.Apply: apply,
            taps.Drop: drop,
        },
        otherwise={"document": hears_file},
        explanations=fault_views.EXPLANATIONS,
    )
