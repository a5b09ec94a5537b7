"""What reaches badges, goals and certificates."""

import asyncio
from collections.abc import Sequence
from datetime import date

from aiogram.types import BufferedInputFile

from bot.honours import picture, refusal_views, sheet, taps, views
from bot.honours.model.thanks import Goal
from bot.honours.service import looking, thanking
from bot.kit.home import HONOURS, SeeHonours
from bot.kit.picture import CannotDraw, draw_pages
from bot.kit.poster import Bar, Poster, Section
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.kit.words import Words


async def honours(visit: Visit, _: object) -> None:
    """感谢和荣誉, or /honours"""
    await visit.show(views.mine(visit.say, await visit.ask(looking.mine, visit.reader)))


async def stand_nowhere(visit: Visit, tap: taps.StandNowhere) -> None:
    await visit.do(thanking.opt, visit.reader, tap.out)
    await visit.show(views.opted(visit.say, tap.out))


async def goals(visit: Visit, _: object) -> None:
    """/goals: as a picture and in words; in 长辈版 in words of one's own building."""
    month, found, home = await visit.ask(looking.goals, visit.reader)
    if not visit.say.elder and not visit.in_group:
        await _send_picture(visit, month, found)
    await visit.show(views.goals(visit.say, month, found, home))


async def certificates(visit: Visit, tap: taps.SeeCertificates) -> None:
    own = await visit.ask(looking.mine, visit.reader)
    year = await visit.ask(looking.year_of)
    await visit.show(views.certificates(visit.say, own, year, tap.page))


async def certify(visit: Visit, tap: taps.GetCertificate) -> None:
    """A picture to show, and a file to print."""
    found = await visit.do(looking.certify, visit.reader, tap.honour, tap.year)
    paper = views.paper(visit.say, found, await visit.ask(looking.link))
    pdf = await asyncio.to_thread(sheet.print_certificate, paper)
    name, me = f"certificate-{found.certificate.code}", visit.place.telegram_id
    try:
        png = await asyncio.to_thread(picture.draw, paper)
    except CannotDraw:
        await visit.bot.send_document(me, BufferedInputFile(pdf, f"{name}.pdf"))
        await visit.show(views.without_picture(visit.say))
        return
    await visit.bot.send_photo(me, BufferedInputFile(png, f"{name}.png"))
    await visit.bot.send_document(me, BufferedInputFile(pdf, f"{name}.pdf"))
    await visit.show(views.handed_out(visit.say))


async def verify(visit: Visit, written: str) -> None:
    """`/verify 1234567897`, or a scanned certificate: for anybody, on the roll or not."""
    if written:
        await visit.show(views.verified(visit.say, await visit.ask(looking.verify, written)))
    else:
        await visit.show(views.how_to_verify(visit.say))


async def _send_picture(visit: Visit, month: date, found: Sequence[Goal]) -> None:
    try:
        pictures = await asyncio.to_thread(draw_pages, poster(visit.say, month, found)) if found else []
    except CannotDraw:
        return
    for png in pictures:
        await visit.bot.send_photo(visit.place.telegram_id, BufferedInputFile(png, "goals.png"))


def poster(say: Words, month: date, found: Sequence[Goal]) -> Poster:
    """The buildings in their order, each with how much of its goal is reached."""
    bars = [
        Bar(
            say.plain("Building {building}", building=one.building),
            say.plain("{done} of {wanted}", done=one.took_part, wanted=one.wanted),
            min(1.0, one.took_part / one.wanted),
        )
        for one in found
    ]
    reached = sum(one.reached for one in found)
    return Poster(
        title=say.plain("{month}: together", month=say.month(month)),
        total=say.plain("{reached} of {all} buildings have reached their goal", reached=reached, all=len(found)),
        sections=[Section(say.plain("Households that took part"), bars)],
        footnote="",
    )


def routes() -> Routes:
    """What reaches badges, goals and certificates."""
    return Routes(
        commands={"honours": honours, "goals": goals, "verify": verify},
        group_commands={"goals": goals, "verify": verify},
        taps={
            SeeHonours: honours,
            taps.StandNowhere: stand_nowhere,
            taps.SeeGoals: goals,
            taps.SeeCertificates: certificates,
            taps.GetCertificate: certify,
        },
        says={HONOURS: honours},
        doors={"honours": honours, "verify": verify},
        explanations=refusal_views.EXPLANATIONS,
    )
