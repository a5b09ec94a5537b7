"""Good deeds, and looks at how waste is sorted."""

from aiogram.types import Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.points import deed_views, taps
from bot.points.forms import TellingDeed
from bot.points.model.deed import DeedId
from bot.points.service import deeds, sampling


async def begin(visit: Visit, _: object) -> None:
    """`/deed`"""
    key = str(visit.key)
    most = await visit.do(deeds.begin, visit.reader, visit.place, key)
    await visit.show(deed_views.ask_deed(visit.say, key, most))


async def hears(visit: Visit, message: Message) -> None:
    """What was done."""
    if not isinstance(visit.form, TellingDeed):
        return
    words = " ".join((message.text or "").split())
    deed = await visit.do(deeds.tell, visit.reader, visit.place, visit.form.key, words)
    await visit.show(deed_views.told(visit.say, deed))


async def drop(visit: Visit, tap: taps.DropDeed) -> None:
    await visit.do(deeds.drop, visit.place, tap.key)
    await visit.show(deed_views.dropped(visit.say))


async def decide(visit: Visit, tap: taps.DecideDeed) -> None:
    deed = await visit.do(deeds.decide, visit.reader, DeedId(tap.deed), tap.verdict)
    await visit.show(deed_views.decided(visit.say, deed))


async def sample(visit: Visit, tap: taps.SampleAt | str) -> None:
    """`/sample`"""
    at = tap if isinstance(tap, taps.SampleAt) else taps.SampleAt()
    found = await visit.ask(sampling.seek, visit.reader, at.building, at.unit, at.door)
    await visit.show(deed_views.pick_door(visit.say, found, at))


async def note(visit: Visit, tap: taps.NoteSample) -> None:
    paid = await visit.do(sampling.note, visit.reader, tap.door, tap.good)
    await visit.show(deed_views.sampled(visit.say, paid))


async def _ask_again(visit: Visit, form: TellingDeed) -> None:
    await visit.show(deed_views.ask_deed(visit.say, form.key, await visit.ask(deeds.characters)))


def routes() -> Routes:
    """What reaches the deeds."""
    return Routes(
        commands={"deed": begin, "sample": sample},
        taps={
            taps.TellDeed: begin,
            taps.DropDeed: drop,
            taps.DecideDeed: decide,
            taps.SampleAt: sample,
            taps.NoteSample: note,
        },
        doors={"deed": begin},
        forms={TellingDeed: FormRoute(hears, _ask_again)},
    )
