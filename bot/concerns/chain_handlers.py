"""The public chain of a concern, and 我也遇到了 under it."""

from bot.concerns import chain_views, support_views, taps
from bot.concerns.model.concern import ConcernId
from bot.concerns.service import chain, support
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from nlu.number import number_in


def tag_in(text: str | None) -> int | None:
    """The number, where a message is `#12` and nothing else."""
    return number_in(text) if text and text.startswith("#") else None


async def show_chain(visit: Visit, number: int) -> None:
    """What became of the concern with this number."""
    await visit.show(chain_views.chain(visit.say, await visit.ask(chain.numbered, visit.reader, number)))


async def see_chain(visit: Visit, tap: taps.SeeChain) -> None:
    found = await visit.ask(chain.of, visit.reader, ConcernId(tap.concern))
    await visit.show(chain_views.chain(visit.say, found, tap.page))


async def me_too(visit: Visit, tap: taps.MeToo) -> None:
    """我也遇到了, or 不是我遇到的."""
    concern = ConcernId(tap.concern)
    if tap.met:
        await visit.do(support.join, visit.reader, concern)
        await visit.show(support_views.joined(visit.say, await visit.ask(chain.of, visit.reader, concern)))
    else:
        await visit.show(support_views.left(visit.say, await visit.do(support.leave, visit.reader, concern)))


async def allow_name(visit: Visit, tap: taps.AllowName) -> None:
    concern = await visit.do(chain.allow_name, visit.reader, ConcernId(tap.concern), tap.named)
    await visit.show(chain_views.name_allowed(visit.say, concern, tap.named))


def routes() -> Routes:
    """What everybody may know of a concern."""
    return Routes(taps={taps.SeeChain: see_chain, taps.MeToo: me_too, taps.AllowName: allow_name})
