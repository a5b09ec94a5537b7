"""What reaches the bot's health."""

from bot.health import service, taps, views
from bot.kit.routes import Routes
from bot.kit.version import VERSION
from bot.kit.visit import Visit


async def look(visit: Visit, _: taps.SeeHealth | str) -> None:
    """`/health`; in a group only to the one who asked."""
    found = await visit.ask(service.look, visit.reader)
    ears = visit.ears
    await visit.show(views.health(visit.say, found, await ears.engine(), VERSION, listens=ears.hears(1)))


def routes() -> Routes:
    """What reaches the bot's health."""
    return Routes(commands={"health": look}, group_commands={"health": look}, taps={taps.SeeHealth: look})
