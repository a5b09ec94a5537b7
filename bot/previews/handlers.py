"""What reaches the preview of a deliberation day."""

import asyncio

from aiogram.types import BufferedInputFile

from bot.kit.home import PREVIEW, SeePreview
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.previews import file_views, ics, note_views, sheet, taps, views
from bot.previews.model.program import Program
from bot.previews.service import looking
from bot.sittings.model.sitting import SittingId
from nlu.number import number_in


async def preview(visit: Visit, _: object) -> None:
    """看预告, or /wednesday: the next sitting with its agenda."""
    await _show(visit, await visit.ask(looking.coming, visit.reader))


async def behind_link(visit: Visit, written: str) -> None:
    """From a message in the group, a sheet of paper or a calendar."""
    await _show(visit, await visit.ask(looking.behind_link, visit.reader, number_in(written)))


async def agenda(visit: Visit, tap: taps.SeeAgenda) -> None:
    program = await visit.ask(looking.program, visit.reader, SittingId(tap.sitting))
    await visit.show(views.agenda(visit.say, program, tap.page))


async def more(visit: Visit, tap: taps.SeeMore) -> None:
    program = await visit.ask(looking.program, visit.reader, SittingId(tap.sitting))
    await visit.show(views.more(visit.say, program, tap.page))


async def print_agenda(visit: Visit, tap: taps.PrintAgenda) -> None:
    program, link, _ = await visit.ask(looking.in_full, visit.reader, SittingId(tap.sitting))
    pdf = await asyncio.to_thread(sheet.print_sheet, file_views.on_paper(visit.say, program, link))
    await _send(visit, pdf, f"agenda-{_day(program)}.pdf")
    await visit.show(note_views.printed(visit.say))


async def into_calendar(visit: Visit, tap: taps.IntoCalendar) -> None:
    program, link, now = await visit.ask(looking.in_full, visit.reader, SittingId(tap.sitting))
    await _send(visit, ics.write(file_views.in_calendar(visit.say, program, link, now)), f"{_day(program)}.ics")
    await visit.show(note_views.in_calendar(visit.say))


async def _show(visit: Visit, program: Program | None) -> None:
    if program is not None:
        await visit.show(views.first(visit.say, program))
    elif visit.reader.community is None:
        await visit.show(note_views.outside(visit.say))
    else:
        await visit.show(note_views.none(visit.say))


async def _send(visit: Visit, file: bytes, name: str) -> None:
    await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(file, name))


def _day(program: Program) -> str:
    return f"{program.sitting.starts_at:%Y-%m-%d}"


def routes() -> Routes:
    """What reaches the preview of a deliberation day."""
    return Routes(
        commands={"wednesday": preview, "preview": preview},
        group_commands={"wednesday": preview, "preview": preview},
        taps={
            SeePreview: preview,
            taps.SeeAgenda: agenda,
            taps.SeeMore: more,
            taps.PrintAgenda: print_agenda,
            taps.IntoCalendar: into_calendar,
        },
        says={PREVIEW: preview},
        means=dict.fromkeys(("agenda_preview", "next_sitting", "rsvp"), preview),
        doors={"preview": behind_link},
    )
