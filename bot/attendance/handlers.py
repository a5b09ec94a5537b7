"""What reaches the attendance."""

from bot.attendance import taps, views
from bot.attendance.model.rsvp import MyPart
from bot.attendance.service import coming
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.sittings.model.sitting import SittingId
from bot.sittings.taps import SeeWorkshop


async def rsvp(visit: Visit, tap: taps.Rsvp) -> None:
    """我会来, or not; a tap in the group is answered to who tapped alone."""
    await _show(visit, await visit.do(coming.rsvp, visit.reader, SittingId(tap.sitting), tap.coming))


async def want_to_speak(visit: Visit, tap: taps.WantToSpeak) -> None:
    await _show(visit, await visit.do(coming.want_to_speak, visit.reader, SittingId(tap.sitting), tap.speak))


async def keep_posted(visit: Visit, tap: taps.KeepMePosted) -> None:
    await visit.show(views.posted(visit.say, await visit.do(coming.keep_posted, visit.reader, tap.on)))


async def forecast(visit: Visit, tap: taps.SeeForecast) -> None:
    sitting, expected = await visit.ask(coming.look_ahead, visit.reader, SittingId(tap.sitting))
    await visit.show(views.forecast(visit.say, sitting, expected))


async def workshop(visit: Visit, tap: SeeWorkshop) -> None:
    await visit.show(views.my_part(visit.say, await visit.ask(coming.look, visit.reader, SittingId(tap.sitting))))


async def _show(visit: Visit, part: MyPart) -> None:
    if visit.in_group:
        await visit.answer_tap(views.in_alert(visit.say, part), alert=True)
    else:
        await visit.show(views.my_part(visit.say, part))


def routes() -> Routes:
    """What reaches the attendance."""
    return Routes(
        taps={
            taps.Rsvp: rsvp,
            taps.WantToSpeak: want_to_speak,
            taps.KeepMePosted: keep_posted,
            taps.SeeForecast: forecast,
            SeeWorkshop: workshop,
        },
        explanations=views.EXPLANATIONS,
    )
