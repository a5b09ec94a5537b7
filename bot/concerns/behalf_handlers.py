"""Telling a concern for somebody else; the way to the person is that of codes and cards."""

from bot.codes.taps import Aim, ForWhom
from bot.concerns import behalf_views, taps
from bot.concerns.draft_handlers import ask
from bot.concerns.forms import Draft
from bot.concerns.model.concern import Origin
from bot.concerns.model.refusals import Unfinished
from bot.concerns.service import behalf, speaking
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.residents.model import ResidentId


async def for_whom(visit: Visit, tap: ForWhom) -> None:
    resident = await visit.ask(speaking.represented, visit.reader, ResidentId(tap.resident))
    await visit.show(behalf_views.ask_consent(visit.say, resident, tap.aim is Aim.PAPER))


async def tell_for(visit: Visit, tap: taps.TellFor) -> None:
    """本人同意了: from here on it is told as any other concern."""
    resident, origin = ResidentId(tap.resident), Origin.PAPER if tap.paper else Origin.LIAISON
    new = Draft(str(visit.key), origin=origin, behalf=resident)
    await ask(visit, await visit.do(behalf.begin, visit.reader, visit.place, resident, new))


def routes() -> Routes:
    """What reaches those who tell for others."""
    return Routes(
        taps={ForWhom: for_whom, taps.TellFor: tell_for},
        explanations={Unfinished: behalf_views.unfinished},
    )
