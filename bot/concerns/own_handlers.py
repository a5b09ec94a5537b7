"""One's own concerns, and the last word on them."""

from bot.concerns import own_views, taps
from bot.concerns.model.concern import ConcernId
from bot.concerns.service import author
from bot.kit.home import MY_CONCERNS
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def mine(visit: Visit, tap: taps.Mine | str | None) -> None:
    concerns = await visit.ask(author.mine, visit.reader)
    page = tap.page if isinstance(tap, taps.Mine) else 0
    if visit.in_group and visit.tap is not None:
        await visit.answer_tap(own_views.mine_in_alert(visit.say, concerns), alert=True)
    else:
        await visit.show(own_views.mine(visit.say, concerns, page))


async def last_word(visit: Visit, tap: taps.Solved) -> None:
    """解决了 or 没解决."""
    concern = ConcernId(tap.concern)
    if tap.solved:
        await visit.show(own_views.solved(visit.say, await visit.do(author.confirm, visit.reader, concern)))
    else:
        await visit.show(own_views.not_solved(visit.say, await visit.do(author.reopen, visit.reader, concern)))


def routes() -> Routes:
    """What reaches who raised a concern."""
    return Routes(
        commands={"my": mine},
        taps={taps.Mine: mine, taps.Solved: last_word},
        says={MY_CONCERNS: mine},
    )
