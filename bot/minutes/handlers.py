"""What reaches the minutes."""

import asyncio

from aiogram.types import BufferedInputFile, Message

from bot.kit import sheet
from bot.kit.home import MINUTES, SeeMinutes
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.minutes import refusal_views, taps, text_views, views, writing_views
from bot.minutes.forms import MinutesWords, Wanted
from bot.minutes.model.erratum import Erratum, ErratumId
from bot.minutes.service import approving, looking, writing
from bot.sittings.model.sitting import SittingId
from nlu.answer import yes_or_no
from nlu.number import number_in


async def shelf(visit: Visit, tap: SeeMinutes | str | None) -> None:
    """/minutes, or a link to those of one sitting. Whoever looks writes nothing any more."""
    await _turn_away(visit)
    if isinstance(tap, str) and (sitting := _sitting(tap)):
        await _show(visit, sitting, 0)
        return
    page = tap.page if isinstance(tap, SeeMinutes) else 0
    await visit.show(views.shelf(visit.say, await visit.ask(looking.shelf, visit.reader, page)))


async def read(visit: Visit, tap: taps.ReadMinutes) -> None:
    await _turn_away(visit)
    await _show(visit, SittingId(tap.sitting), tap.page)


async def approve(visit: Visit, tap: taps.ApproveMinutes) -> None:
    minutes = await visit.do(approving.approve, visit.reader, SittingId(tap.sitting), tap.revision)
    await visit.show(views.approved(visit.say, minutes))


async def print_sheet(visit: Visit, tap: taps.PrintMinutes) -> None:
    """A file to who asked, in private."""
    found, link = await visit.ask(looking.on_paper, visit.reader, SittingId(tap.sitting))
    pdf = await asyncio.to_thread(sheet.print_lines, text_views.lines(visit.say, found), link)
    name = f"minutes-{found.minutes.record.starts_at:%Y-%m-%d}.pdf"
    await visit.bot.send_document(visit.place.telegram_id, BufferedInputFile(pdf, name))
    await visit.show(views.printed(visit.say, found.minutes))


async def add_note(visit: Visit, tap: taps.AddNote) -> None:
    await _begin(visit, Wanted.NOTE, tap.sitting)


async def write_erratum(visit: Visit, tap: taps.WriteErratum) -> None:
    await _begin(visit, Wanted.ERRATUM, tap.sitting)


async def write_erratum_by_link(visit: Visit, rest: str) -> None:
    sitting = _sitting(rest)
    await (_begin(visit, Wanted.ERRATUM, sitting) if sitting else shelf(visit, None))


async def decline(visit: Visit, tap: taps.DeclineErratum) -> None:
    await _begin(visit, Wanted.DECLINE, tap.erratum)


async def accept(visit: Visit, tap: taps.AcceptErratum) -> None:
    erratum = await visit.do(writing.accept, visit.reader, ErratumId(tap.erratum))
    await visit.show(writing_views.decided(visit.say, erratum))


async def hears(visit: Visit, message: Message) -> None:
    """The words that were asked for, or yes and no."""
    form = visit.form
    if not isinstance(form, MinutesWords):
        return
    words = " ".join((message.text or "").split())
    agreed = yes_or_no(words) if form.words else None
    if agreed is None:
        await _ask(visit, await visit.do(writing.tell, visit.place, form.key, words))
    elif agreed:
        await hand_in(visit, taps.HandIn(key=form.key))
    else:
        await say_anew(visit, taps.SayAnew(key=form.key))


async def hand_in(visit: Visit, tap: taps.HandIn) -> None:
    done = await visit.do(writing.hand_in, visit.reader, visit.place, tap.key)
    if not isinstance(done, Erratum):
        await visit.show(writing_views.noted(visit.say, done))
    elif done.key == tap.key:
        await visit.show(writing_views.handed_in(visit.say, done))
    else:
        await visit.show(writing_views.decided(visit.say, done))


async def say_anew(visit: Visit, tap: taps.SayAnew) -> None:
    await _ask(visit, await visit.do(writing.say_anew, visit.place, tap.key))


async def drop(visit: Visit, tap: taps.DropWords) -> None:
    await visit.do(writing.drop, visit.place, tap.key)
    await visit.show(writing_views.dropped(visit.say))


async def _begin(visit: Visit, wanted: Wanted, about: int) -> None:
    new = MinutesWords(str(visit.key), wanted, about)
    await _ask(visit, await visit.do(writing.begin, visit.reader, visit.place, new))


async def _ask(visit: Visit, form: MinutesWords) -> None:
    await visit.show(writing_views.ask(visit.say, form, await visit.ask(writing.rules, form)))


async def _show(visit: Visit, sitting: SittingId, page: int) -> None:
    await visit.show(views.reading(visit.say, await visit.ask(looking.read, visit.reader, sitting), page))


async def _turn_away(visit: Visit) -> None:
    if isinstance(visit.form, MinutesWords):
        await visit.keep(None)


def _sitting(rest: str) -> SittingId | None:
    number = number_in(rest)
    return None if number is None else SittingId(number)


def routes() -> Routes:
    """What reaches the minutes."""
    return Routes(
        commands={"minutes": shelf},
        group_commands={"minutes": shelf},
        taps={
            SeeMinutes: shelf,
            taps.ReadMinutes: read,
            taps.PrintMinutes: print_sheet,
            taps.ApproveMinutes: approve,
            taps.AddNote: add_note,
            taps.WriteErratum: write_erratum,
            taps.AcceptErratum: accept,
            taps.DeclineErratum: decline,
            taps.HandIn: hand_in,
            taps.SayAnew: say_anew,
            taps.DropWords: drop,
        },
        says={MINUTES: shelf},
        doors={"minutes": shelf, "erratum": write_erratum_by_link},
        forms={MinutesWords: FormRoute(hears, _ask)},
        explanations=refusal_views.EXPLANATIONS,
    )
