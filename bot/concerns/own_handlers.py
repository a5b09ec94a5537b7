"""One's own concerns, what is said about them, and the last word on them."""

from aiogram.types import Message

from bot.concerns import own_views, taps
from bot.concerns.chain_handlers import show_chain, tag_in
from bot.concerns.forms import Why
from bot.concerns.model.concern import ConcernId
from bot.concerns.service import author, staff
from bot.kit.ears import Spoken
from bot.kit.home import MY_CONCERNS
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit


async def mine(visit: Visit, tap: object) -> None:
    concerns = await visit.ask(author.mine, visit.reader)
    page = tap.page if isinstance(tap, taps.Mine) else 0
    if visit.in_group and visit.tap is not None:
        await visit.answer_tap(own_views.mine_in_alert(visit.say, concerns), alert=True)
    else:
        await visit.show(own_views.mine(visit.say, concerns, page))


async def read_on(visit: Visit, tap: taps.ReadOn) -> None:
    """The next page of what was said."""
    concern, line, name = await visit.ask(staff.line, visit.reader, tap.line)
    await visit.show(own_views.said(visit.say, concern, line, name, tap.page))


async def read_answer(visit: Visit, tap: taps.ReadAnswer) -> None:
    """What was said last, once more."""
    concern, line, name = await visit.ask(author.last_said, visit.reader, ConcernId(tap.concern))
    if line is None:
        await visit.show(own_views.nothing_said_yet(visit.say, concern))
    else:
        await visit.show(own_views.said(visit.say, concern, line, name))


async def last_word(visit: Visit, tap: taps.Solved) -> None:
    """解决了 or 没解决."""
    concern = ConcernId(tap.concern)
    if tap.solved:
        await visit.show(own_views.solved(visit.say, await visit.do(author.confirm, visit.reader, concern)))
    else:
        reopened = await visit.do(author.reopen, visit.reader, visit.place, concern)
        await visit.show(own_views.ask_why(visit.say, reopened))


async def how_it_stands(visit: Visit, spoken: Spoken) -> None:
    """`#12` is the concern with this number; all else asks about one's own."""
    if (number := tag_in(spoken.words)) is not None:
        await show_chain(visit, number)
    else:
        await mine(visit, None)


async def hears_why(visit: Visit, message: Message) -> None:
    """A word why it is not solved."""
    if isinstance(visit.form, Why):
        words = message.text or message.caption or ""
        concern = await visit.do(author.say_why, visit.reader, visit.place, visit.form.concern, words)
        await visit.show(own_views.why_noted(visit.say, concern))


async def withdraw(visit: Visit, tap: taps.Withdraw) -> None:
    """不用办了: asked once more, then done."""
    concern = ConcernId(tap.concern)
    if tap.sure:
        await visit.show(own_views.withdrawn(visit.say, await visit.do(author.withdraw, visit.reader, concern)))
    else:
        found = await visit.ask(author.to_withdraw, visit.reader, concern)
        await visit.show(own_views.ask_withdrawal(visit.say, found))


async def _ask_why(visit: Visit, form: Why) -> None:
    concern, _, _ = await visit.ask(author.last_said, visit.reader, form.concern)
    await visit.show(own_views.ask_why(visit.say, concern))


def routes() -> Routes:
    """What reaches who raised a concern."""
    return Routes(
        commands={"my": mine},
        taps={
            taps.Mine: mine,
            taps.ReadOn: read_on,
            taps.ReadAnswer: read_answer,
            taps.Solved: last_word,
            taps.Withdraw: withdraw,
        },
        says={MY_CONCERNS: mine},
        means={"concern_status": how_it_stands, "confirm": mine, "deny": mine},  # 对 to what is over already
        forms={Why: FormRoute(hears_why, _ask_why)},
    )
