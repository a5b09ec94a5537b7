"""One's own points."""

from bot.kit.home import POINTS, SeePoints
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.kit.words import later
from bot.points import file_views, refusal_views, taps, views
from bot.points.book_handlers import send_file
from bot.points.service import looking

MY_POINTS = later("Show my points")


async def mine(visit: Visit, _: object) -> None:
    """`/points`, 我的积分, 查积分: in a group for the one who asks alone."""
    sheet = await visit.ask(looking.mine, visit.reader)
    await visit.show((views.in_group if visit.in_group else views.mine)(visit.say, sheet))


async def more(visit: Visit, tap: taps.MorePoints) -> None:
    await visit.show(views.mine(visit.say, await visit.ask(looking.mine, visit.reader), tap.page))


async def how_to_earn(visit: Visit, tap: taps.HowToEarn) -> None:
    await visit.show(views.how_to_earn(visit.say, await visit.ask(looking.rules), tap.page))


async def see_month(visit: Visit, tap: taps.SeeMonth) -> None:
    found = await visit.ask(looking.statement, visit.reader, tap.month)
    await visit.show(views.statement(visit.say, found, tap.page))


async def fetch_month(visit: Visit, tap: taps.FetchMonth) -> None:
    found = await visit.ask(looking.statement, visit.reader, tap.month)
    await send_file(visit, file_views.statement_csv(visit.say, found), file_views.statement_name(visit.say, found))


def routes() -> Routes:
    """What reaches one's own points."""
    return Routes(
        commands={"points": mine},
        group_commands={"points": mine},
        taps={
            SeePoints: mine,
            taps.MorePoints: more,
            taps.HowToEarn: how_to_earn,
            taps.SeeMonth: see_month,
            taps.FetchMonth: fetch_month,
        },
        says={POINTS: mine, MY_POINTS: mine},
        means={"points_balance": mine},
        doors={"points": mine},
        explanations=refusal_views.EXPLANATIONS,
    )
