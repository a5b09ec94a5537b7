"""Checking in, and asking for the floor."""

from aiogram.types import Message

from bot.agenda.model.item import ItemId
from bot.floor import chair_views, hall_views, refusal_views, taps, views
from bot.floor.forms import CheckingIn
from bot.floor.model.desk import Came, WrongCode
from bot.floor.model.refusals import NoMoreTries, NotOpen
from bot.floor.part_views import CHECK_IN
from bot.floor.service import coming_in, entering, looking, speaking
from bot.kit.home import SeeSitting
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.residents.model import NotOnRoll
from bot.sittings.model.sitting import SittingId


async def here(visit: Visit, words: object) -> None:
    """签到, `/here 4821`, or the link with the code."""
    if isinstance(words, str) and words.strip():
        await _try(visit, words)
        return
    begun = await visit.do(coming_in.begin, visit.reader, visit.place)
    await visit.show(views.came(visit.say, begun) if isinstance(begun, Came) else views.ask_code(visit.say, begun))


async def hears_code(visit: Visit, message: Message) -> None:
    if not isinstance(visit.form, CheckingIn):
        return
    try:
        await _try(visit, message.text or "")
    except (NotOpen, NoMoreTries, NotOnRoll):  # no digits can be right any more
        await visit.town.do(lambda uow: uow.conversations.keep(visit.place, None))
        raise


async def from_afar(visit: Visit, tap: taps.CheckInFromAfar) -> None:
    came = await visit.do(coming_in.from_afar, visit.reader, visit.place, SittingId(tap.sitting))
    await visit.show(views.came_in_group(visit.say, came) if visit.in_group else views.came(visit.say, came))


async def want_floor(visit: Visit, _: object) -> None:
    """我要发言, or /speak."""
    queued = await visit.ask(speaking.look, visit.reader)
    await _show(visit, queued)


async def ask_floor(visit: Visit, tap: taps.AskFloor) -> None:
    sitting, item = SittingId(tap.sitting), ItemId(tap.item)
    await _show(visit, await visit.do(speaking.ask, visit.reader, sitting, item, tap.stand))


async def leave_floor(visit: Visit, tap: taps.LeaveFloor) -> None:
    await visit.do(speaking.leave, visit.reader, tap.turn)
    await visit.show(views.left(visit.say))


async def tally(visit: Visit, _: str) -> None:
    """/sittings: how many came about."""
    await visit.show(views.tally(visit.say, await visit.ask(looking.this_year, visit.reader)))


async def enter(visit: Visit, _: object) -> None:
    """今天的议事日: its desk for who chairs it, what everybody else can do there for them."""
    hall = await visit.ask(entering.enter, visit.reader)
    session = hall.desk.session
    if session is not None and session.runs and session.chair == visit.reader.telegram_id:
        await visit.show(chair_views.desk(visit.say, hall.desk, 0))
    else:
        await visit.show(hall_views.hall(visit.say, hall))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(views.only_in_private(visit.say))


async def _try(visit: Visit, written: str) -> None:
    found = await visit.do(coming_in.by_code, visit.reader, visit.place, written)
    if isinstance(found, WrongCode):
        await visit.show(views.wrong_code(visit.say, found))
    else:
        await visit.show(views.came(visit.say, found))


async def _ask(visit: Visit, form: CheckingIn) -> None:
    await visit.show(views.ask_code(visit.say, form))


async def _show(visit: Visit, queued: speaking.Queued) -> None:
    if queued.turn is None:
        await visit.show(views.ask_stand(visit.say, queued.item, queued.sitting))
    else:
        await visit.show(views.queued(visit.say, queued.turn, queued.before))


def routes() -> Routes:
    """What reaches those who take part in a sitting."""
    return Routes(
        commands={"here": here, "speak": want_floor, "sittings": tally},
        group_commands={"here": in_private, "speak": in_private, "sittings": tally},
        taps={
            SeeSitting: enter,
            taps.CheckInHere: lambda visit, _: here(visit, None),
            taps.CheckInFromAfar: from_afar,
            taps.WantFloor: want_floor,
            taps.AskFloor: ask_floor,
            taps.LeaveFloor: leave_floor,
        },
        says={CHECK_IN: here},
        doors={"here": here, "speak": want_floor, "sitting": enter},
        forms={CheckingIn: FormRoute(hears_code, _ask)},
        explanations=refusal_views.EXPLANATIONS,
    )
