"""What reaches 请专家."""

from bot.agenda import expert_views, taps
from bot.agenda.model.item import ItemId
from bot.agenda.model.refusals import NoExpert
from bot.agenda.service import asking
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def pick(visit: Visit, tap: taps.PickExpert) -> None:
    found = await visit.ask(asking.experts, visit.reader, ItemId(tap.item))
    await visit.show(expert_views.pick(visit.say, found, tap.page))


async def ask(visit: Visit, tap: taps.AskExpert) -> None:
    item, first = await visit.do(asking.ask, visit.reader, ItemId(tap.item), tap.field)
    await visit.show(expert_views.asked(visit.say, item, tap.field, first=first))


async def seek(visit: Visit, tap: taps.SeekExpert) -> None:
    item, first = await visit.do(asking.seek, visit.reader, ItemId(tap.item))
    await visit.show(expert_views.sought(visit.say, item, first=first))


def routes() -> Routes:
    """What reaches 请专家."""
    return Routes(
        taps={taps.PickExpert: pick, taps.AskExpert: ask, taps.SeekExpert: seek},
        explanations={NoExpert: expert_views.no_expert},
    )
