"""What reaches the shelf: looking, exchanging, changing one's mind, saying whether it has arrived."""

from aiogram.methods import SendPhoto

from bot.kit.home import REDEEM, SeeGoods
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.redeeming import refusal_views, taps, views
from bot.redeeming.model.good import GoodId
from bot.redeeming.model.redemption import RedemptionId
from bot.redeeming.service import redeeming


async def see_goods(visit: Visit, tap: SeeGoods | str | None) -> None:
    page = tap.page if isinstance(tap, SeeGoods) else 0
    await visit.show(views.shelf(visit.say, await visit.ask(redeeming.shelf, visit.reader, page)))


async def look_at(visit: Visit, tap: taps.LookAt) -> None:
    await _show_good(visit, GoodId(tap.good))


async def see_photo(visit: Visit, tap: taps.GoodPhoto) -> None:
    """The photo, and below it the same buttons once more."""
    one, _ = await visit.ask(redeeming.look, visit.reader, GoodId(tap.good))
    if one.photo is not None:
        await visit.pass_on(SendPhoto, {"photo": one.photo})
    await _show_good(visit, one.id)


async def want(visit: Visit, tap: taps.WantGood) -> None:
    one, balance = await visit.ask(redeeming.weigh, visit.reader, GoodId(tap.good))
    await visit.show(views.ask(visit.say, one, balance, str(visit.key)))


async def reserve(visit: Visit, tap: taps.Reserve) -> None:
    kept = await visit.do(redeeming.reserve, visit.reader, GoodId(tap.good), tap.price, tap.key)
    rules = await visit.ask(redeeming.rules)
    await visit.show(views.reserved(visit.say, kept, rules))


async def mine(visit: Visit, tap: taps.MyRedemptions | str | None) -> None:
    page = tap.page if isinstance(tap, taps.MyRedemptions) else 0
    await visit.show(views.mine(visit.say, await visit.ask(redeeming.own, visit.reader), page))


async def undo(visit: Visit, tap: taps.Undo) -> None:
    undone = await visit.do(redeeming.undo, visit.reader, RedemptionId(tap.redemption))
    await visit.show(views.undone(visit.say, undone))


async def receive(visit: Visit, tap: taps.Receive) -> None:
    await visit.do(redeeming.receive, visit.reader, RedemptionId(tap.redemption), tap.turn)
    await visit.show(views.received(visit.say))


async def miss(visit: Visit, tap: taps.Miss) -> None:
    missed = await visit.do(redeeming.miss, visit.reader, RedemptionId(tap.redemption), tap.turn)
    await visit.show(views.missed(visit.say, missed))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(views.in_private(visit.say))


async def _show_good(visit: Visit, good: GoodId) -> None:
    await visit.show(views.good(visit.say, *await visit.ask(redeeming.look, visit.reader, good)))


def routes() -> Routes:
    """What reaches the shelf."""
    return Routes(
        commands={"redeem": see_goods},
        group_commands={"redeem": in_private, "goods": in_private, "handover": in_private},
        taps={
            SeeGoods: see_goods,
            taps.LookAt: look_at,
            taps.GoodPhoto: see_photo,
            taps.WantGood: want,
            taps.Reserve: reserve,
            taps.MyRedemptions: mine,
            taps.Undo: undo,
            taps.Receive: receive,
            taps.Miss: miss,
        },
        says={REDEEM: see_goods, views.MY_REDEMPTIONS: mine},
        means={"redeem": see_goods},
        doors={"redeem": see_goods, "redeemed": mine},
        explanations=refusal_views.EXPLANATIONS,
    )
