"""`/coverage`: the picture and its words."""

import asyncio
from collections.abc import Sequence

from aiogram.types import BufferedInputFile

from bot.coverage import service, taps, views
from bot.coverage.model import Cell, Coverage, Dimension
from bot.kit.picture import CannotDraw, draw_pages
from bot.kit.poster import Bar, Poster, Section
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.kit.words import Words


async def see(visit: Visit, _: str) -> None:
    """The picture, and all of it in words."""
    coverage = await visit.ask(service.coverage, visit.reader)
    try:
        pictures = await asyncio.to_thread(draw_pages, poster(visit.say, coverage))
    except CannotDraw:
        await visit.show(views.in_words(visit.say, coverage, without_picture=True))
        return
    for picture in pictures:
        await visit.bot.send_photo(visit.place.chat_id, BufferedInputFile(picture, "coverage.png"))
    await visit.show(views.in_words(visit.say, coverage))


async def whisper(visit: Visit, _: str) -> None:
    """In a group: in words, to the one who asked."""
    await visit.show(views.in_words(visit.say, await visit.ask(service.coverage, visit.reader)))


async def read_on(visit: Visit, tap: taps.ReadOn) -> None:
    await visit.show(views.in_words(visit.say, await visit.ask(service.coverage, visit.reader), tap.page))


def poster(say: Words, coverage: Coverage) -> Poster:
    """What the picture says."""
    sections = [_section(say, dimension, cells) for dimension, cells in coverage.parts.items()]
    hidden = any(cell.hidden for cells in coverage.parts.values() for cell in cells)
    total = coverage.total
    return Poster(
        title=say.plain("{percent}% have joined", percent=total.percent),
        total=say.plain(views.OUT_OF_ALL, joined=total.joined, all=total.on_roll),
        sections=sections,
        footnote=say.plain(views.WHY_HIDDEN) if hidden else "",
    )


def _section(say: Words, dimension: Dimension, cells: Sequence[Cell]) -> Section:
    bars = [
        Bar(views.name(say, dimension, cell), views.value(say, cell), None if cell.hidden else cell.percent / 100)
        for cell in cells
    ]
    return Section(say.plain(views.HEADINGS[dimension]), bars)


def routes() -> Routes:
    """What reaches the figures."""
    return Routes(
        commands={"coverage": see},
        group_commands={"coverage": whisper},
        taps={taps.ReadOn: read_on},
        explanations=views.EXPLANATIONS,
    )
