"""`/rates` and `/topten`."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BufferedInputFile, InputMediaPhoto

from bot.kit.picture import CannotDraw, draw_pages
from bot.kit.poster import Bar, Poster, Section
from bot.kit.routes import Routes
from bot.kit.trouble import PASSING
from bot.kit.visit import Visit
from bot.kit.words import Words
from bot.reports import rate_views, taps, ten_views
from bot.reports.model.dates import read_month
from bot.reports.model.rates import Dimension, Month, Rate, Rates
from bot.reports.part_views import RATES, part
from bot.reports.service import figures, ten

MOST_IN_ALBUM = 10


async def see_rates(visit: Visit, _: str) -> None:
    """The running month."""
    await _show(visit, await visit.ask(figures.month, visit.reader))


async def see_month(visit: Visit, tap: taps.SeeMonth) -> None:
    """Another month, or the next page of one."""
    month = await visit.ask(figures.month, visit.reader, read_month(tap.month))
    if tap.page:
        await visit.show(rate_views.in_words(visit.say, month, tap.page))
    else:
        await _show(visit, month)


async def _show(visit: Visit, month: Month) -> None:
    """Pictures, and all of it in words; in a group, to the one who asked, in words alone."""
    if visit.in_group:
        await visit.show(rate_views.in_words(visit.say, month))
        return
    try:
        drawn = [await asyncio.to_thread(draw_pages, poster) for poster in posters(visit.say, month)]
    except CannotDraw:
        await visit.show(rate_views.in_words(visit.say, month, without_picture=True))
        return
    pictures = [picture for pages in drawn for picture in pages]
    for first in range(0, len(pictures), MOST_IN_ALBUM):
        await _send(visit, pictures[first : first + MOST_IN_ALBUM])
    await visit.show(rate_views.in_words(visit.say, month))


async def _send(visit: Visit, pictures: Sequence[bytes]) -> None:
    """As one album. What Telegram does not take now is left out: the words that follow are complete."""
    album = [InputMediaPhoto(media=BufferedInputFile(picture, "rates.png")) for picture in pictures]
    with suppress(TelegramRetryAfter, *PASSING):
        if len(album) > 1:
            await visit.bot.send_media_group(visit.place.chat_id, list(album))
        else:
            await visit.bot.send_photo(visit.place.chat_id, album[0].media)


async def see_ten(visit: Visit, _: str) -> None:
    """This month's."""
    await visit.show(ten_views.top_ten(visit.say, await visit.ask(ten.see_ten, visit.reader)))


async def see_ten_of(visit: Visit, tap: taps.SeeTen) -> None:
    """Another month's, or the next of them."""
    found = await visit.ask(ten.see_ten, visit.reader, read_month(tap.month))
    await visit.show(ten_views.top_ten(visit.say, found, tap.page))


def posters(say: Words, month: Month) -> Sequence[Poster]:
    """Those of each rate that can be shown."""
    return [_poster(say, month, rate) for rate, share in month.now.total.items() if share.known is not None]


def _poster(say: Words, month: Month, rate: Rate) -> Poster:
    now, before = month.now.total[rate], month.before.total[rate]
    title = say.plain("{rate}: {percent}%", rate=say.plain(RATES[rate]), percent=now.percent)
    under = say.plain("{month}; {before}", month=say.month(month.month), before=rate_views.changed(say, now, before))
    sections = [_section(say, month.now, rate, dimension) for dimension in Dimension]
    return Poster(title, under, sections, _footnote(say, sections))


def _footnote(say: Words, sections: Sequence[Section]) -> str:
    hidden = any(bar.share is None for section in sections for bar in section.bars)
    return say.plain(rate_views.WHY_HIDDEN) if hidden else ""


def _section(say: Words, rates: Rates, rate: Rate, dimension: Dimension) -> Section:
    """Without the changes, which are in the words: there would be room for one column."""
    bars = [
        Bar(
            part(say, dimension, name),
            rate_views.value(say, share),
            None if share.known is None else float(share.known),
        )
        for name, share in rates.parts[rate, dimension].items()
    ]
    return Section(say.plain(rate_views.HEADINGS[rate, dimension]), bars)


def routes() -> Routes:
    """What reaches the reports."""
    return Routes(
        commands={"rates": see_rates, "topten": see_ten},
        group_commands={"rates": see_rates, "topten": see_ten},
        taps={taps.SeeMonth: see_month, taps.SeeTen: see_ten_of},
    )
