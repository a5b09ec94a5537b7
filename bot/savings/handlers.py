"""`/savings`: the ledger for everybody; entering, proving and striking in private."""

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.savings import service, taps, views, writing_views
from bot.savings.forms import Deed, Money
from bot.savings.model import Kind, Means, Proof
from nlu.money import fen_in


async def see_all(visit: Visit, tap: taps.SeeSavings | str | None) -> None:
    page = tap.page if isinstance(tap, taps.SeeSavings) else 0
    await visit.show(views.ledger(visit.say, await visit.ask(service.ledger, visit.reader, page)))


async def see(visit: Visit, tap: taps.SeeSaving) -> None:
    await visit.show(views.entry(visit.say, await visit.ask(service.see, visit.reader, tap.number), tap.page))


async def see_proof(visit: Visit, tap: taps.SeeProof) -> None:
    """Words page by page; a photo or file itself."""
    seen = await visit.ask(service.see, visit.reader, tap.number)
    proof = next(iter(seen.entry.proofs[max(tap.which, 0) :]), None)
    if proof is not None and proof.means is Means.TEXT:
        await visit.show(views.quote(visit.say, seen.entry, tap.which, tap.page))
        return
    if proof is not None and proof.means is Means.PHOTO:
        await visit.pass_on(SendPhoto, {"photo": proof.told})
    elif proof is not None:
        await visit.pass_on(SendDocument, {"document": proof.told})
    await visit.show(views.entry(visit.say, seen))


async def ask_kind(visit: Visit, _: taps.AskSaving) -> None:
    await visit.ask(service.may_enter, visit.reader)
    await visit.show(writing_views.ask_kind(visit.say))


async def enter(visit: Visit, tap: taps.EnterSaving) -> None:
    await _begin(visit, Deed.ENTER, tap.kind)


async def prove(visit: Visit, tap: taps.ProveSaving) -> None:
    await _begin(visit, Deed.PROVE, tap.number)


async def strike(visit: Visit, tap: taps.StrikeSaving) -> None:
    await _begin(visit, Deed.STRIKE, tap.number)


async def hears(visit: Visit, message: Message) -> None:
    """Words, an amount, a photo or a file: whatever was asked for."""
    words = " ".join((message.text or message.caption or "").split())
    proof = Proof(Means.TEXT, words) if words else None
    if message.photo:
        proof = Proof(Means.PHOTO, message.photo[-1].file_id)
    elif message.document:
        proof = Proof(Means.FILE, message.document.file_id)
    await _ask(visit, await visit.do(service.tell, visit.place, words, fen_in(words), proof))


async def later(visit: Visit, tap: taps.ProveLater) -> None:
    await _ask(visit, await visit.do(service.later, visit.place, tap.key))


async def hand_in(visit: Visit, tap: taps.HandMoneyIn) -> None:
    entry = await visit.do(service.hand_in, visit.reader, visit.place, tap.key)
    await visit.show(writing_views.done(visit.say, entry))


async def drop(visit: Visit, tap: taps.DropMoney) -> None:
    await visit.do(service.drop, visit.place, tap.key)
    await visit.show(writing_views.dropped(visit.say))


async def _begin(visit: Visit, deed: Deed, about: Kind | int) -> None:
    await _ask(visit, await visit.do(service.begin, visit.reader, visit.place, str(visit.key), deed, about))


async def _ask(visit: Visit, form: Money) -> None:
    await visit.show(writing_views.question(visit.say, form))


def routes() -> Routes:
    """What reaches the ledger."""
    return Routes(
        commands={"savings": see_all},
        group_commands={"savings": see_all},
        says={views.SAVINGS: see_all},
        taps={
            taps.SeeSavings: see_all,
            taps.SeeSaving: see,
            taps.SeeProof: see_proof,
            taps.AskSaving: ask_kind,
            taps.EnterSaving: enter,
            taps.ProveSaving: prove,
            taps.StrikeSaving: strike,
            taps.ProveLater: later,
            taps.HandMoneyIn: hand_in,
            taps.DropMoney: drop,
        },
        doors={"savings": see_all},
        forms={Money: FormRoute(hears, _ask)},
        explanations={**views.EXPLANATIONS, **writing_views.EXPLANATIONS},
    )
