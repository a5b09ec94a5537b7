"""What reaches those without a code, and those who let them in."""

from aiogram.types import Message

from bot.admission import service, taps, views
from bot.admission.forms import Asking
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.residents.model import HouseholdId, ResidentId
from bot.residents.taps import NoCode


async def no_code(visit: Visit, tap: NoCode | taps.TurnBuildings) -> None:
    """我没有码"""
    page = tap.page if isinstance(tap, taps.TurnBuildings) else 0
    buildings = await visit.ask(service.buildings, visit.reader)
    await visit.show(views.ask_building(visit.say, buildings, page))


async def lives_in(visit: Visit, tap: taps.LivesIn) -> None:
    await visit.do(service.name_building, visit.reader, visit.place, tap.building)
    await visit.show(views.ask_room(visit.say, tap.building))


async def hears_room(visit: Visit, message: Message) -> None:
    if isinstance(visit.form, Asking):
        await _ask(visit, visit.form.building, message.text or "")


async def without_room(visit: Visit, tap: taps.WithoutRoom) -> None:
    await _ask(visit, tap.building, "")


async def seek(visit: Visit, tap: taps.Seek) -> None:
    """同意, and each step from there to a place on the roll."""
    found = await visit.ask(service.seek, visit.reader, tap.admission, tap.unit, tap.household)
    if found.household is not None:
        shown = views.pick_place(visit.say, found.admission, found.household, found.places, tap.page)
    elif found.doors:
        shown = views.pick_door(visit.say, found.admission, found.doors, tap.page)
    else:
        shown = views.pick_unit(visit.say, found.admission, found.units, tap.page)
    await visit.show(shown)


async def admit_as(visit: Visit, tap: taps.AdmitAs) -> None:
    admission = await visit.do(service.admit, visit.reader, tap.admission, ResidentId(tap.resident))
    await visit.show(views.let_in(visit.say, admission))


async def ask_their_age(visit: Visit, tap: taps.AskTheirAge) -> None:
    await visit.show(views.ask_age(visit.say, tap.admission, tap.household))


async def admit_anew(visit: Visit, tap: taps.AdmitAnew) -> None:
    home = HouseholdId(tap.household)
    admission = await visit.do(service.admit_anew, visit.reader, tap.admission, home, tap.age_band)
    await visit.show(views.let_in(visit.say, admission))


async def not_here(visit: Visit, tap: taps.NotHere) -> None:
    admission = await visit.do(service.not_here, visit.reader, tap.admission)
    await visit.show(views.turned_away(visit.say, admission))


async def _ask(visit: Visit, building: int, room: str) -> None:
    admission = await visit.do(service.ask, visit.reader, visit.place, building, room)
    await visit.show(views.asked(visit.say, admission.building))


async def _ask_again(visit: Visit, form: Asking) -> None:
    await visit.show(views.ask_room(visit.say, form.building))


def routes() -> Routes:
    """What reaches the admission."""
    return Routes(
        taps={
            NoCode: no_code,
            taps.TurnBuildings: no_code,
            taps.LivesIn: lives_in,
            taps.WithoutRoom: without_room,
            taps.Seek: seek,
            taps.AdmitAs: admit_as,
            taps.AskTheirAge: ask_their_age,
            taps.AdmitAnew: admit_anew,
            taps.NotHere: not_here,
        },
        forms={Asking: FormRoute(hears_room, _ask_again)},
        explanations=views.EXPLANATIONS,
    )
