"""What reaches the charter."""

from bot.charter import refusal_views, service, views
from bot.charter.taps import ReadCharter
from bot.kit.home import CHARTER, SeeCharter
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def read(visit: Visit, tap: object) -> None:
    """`/charter`, and each page of it."""
    page = tap.page if isinstance(tap, ReadCharter) else 0
    await visit.show(views.charter(visit.say, await visit.ask(service.read, visit.reader), page))


def routes() -> Routes:
    """What reaches the charter."""
    return Routes(
        commands={"charter": read},
        group_commands={"charter": read},
        taps={SeeCharter: read, ReadCharter: read},
        says={CHARTER: read},
        doors={"charter": read},
        explanations=refusal_views.EXPLANATIONS,
    )
