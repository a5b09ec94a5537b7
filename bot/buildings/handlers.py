"""What reaches the liaison's building."""

from bot.buildings import service, views
from bot.buildings.taps import SeeBuilding
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def see(visit: Visit, tap: SeeBuilding | str | None) -> None:
    """The only one at once; who sees to several chooses."""
    asked = tap if isinstance(tap, SeeBuilding) else SeeBuilding()
    number = asked.building
    if not number:
        mine = await visit.ask(service.mine, visit.reader)
        if len(mine) != 1:
            await visit.show(views.which(visit.say, mine, asked.page))
            return
        (number,) = mine
    found = await visit.ask(service.look, visit.reader, number)
    await visit.show(views.building(visit.say, found, asked.page))


def routes() -> Routes:
    """What reaches the buildings."""
    return Routes(commands={"building": see}, taps={SeeBuilding: see}, says={views.MY_BUILDING: see})
