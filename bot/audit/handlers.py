"""`/log`"""

from bot.audit import service, taps, views
from bot.audit.deed_views import DEEDS
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def look(visit: Visit, tap: taps.SeeLog | str) -> None:
    """In a group only to the one who asked."""
    before = tap.before or None if isinstance(tap, taps.SeeLog) else None
    await visit.show(views.log(visit.say, await visit.ask(service.look, visit.reader, DEEDS.keys(), before)))


def routes() -> Routes:
    """What reaches the log."""
    return Routes(commands={"log": look}, group_commands={"log": look}, taps={taps.SeeLog: look})
