"""What reaches the panel of those who look after things."""

from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.menu import service, taps
from bot.menu.panel_views import panel
from bot.menu.views import OPEN_PANEL


async def see(visit: Visit, tap: taps.SeePanel | str | None) -> None:
    """`/admin`"""
    page = tap.page if isinstance(tap, taps.SeePanel) else 0
    await visit.show(panel(visit.say, await visit.ask(service.panel, visit.reader), page))


def routes() -> Routes:
    """What reaches the panel."""
    return Routes(commands={"admin": see}, taps={taps.SeePanel: see}, says={OPEN_PANEL: see})
