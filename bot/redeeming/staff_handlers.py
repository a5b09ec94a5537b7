"""What reaches those who keep the shelf and hand things over; in private chats only."""

from aiogram.types import Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.redeeming import staff_views, taps
from bot.redeeming.forms import GoodChange, GoodDraft, PickupCode
from bot.redeeming.model.good import GoodId, Part
from bot.redeeming.model.redemption import RedemptionId
from bot.redeeming.service import handing, redeeming, shelving
from nlu.answer import yes_or_no
from nlu.number import number_in


async def manage(visit: Visit, tap: taps.ManageGoods | str | None) -> None:
    """`/goods`"""
    page = tap.page if isinstance(tap, taps.ManageGoods) else 0
    await visit.show(staff_views.desk(visit.say, await visit.ask(shelving.desk, visit.reader, page)))


async def manage_one(visit: Visit, tap: taps.ManageGood) -> None:
    one = await visit.ask(shelving.one, visit.reader, GoodId(tap.good))
    await visit.show(staff_views.card(visit.say, one, tap.page))


async def put_something_up(visit: Visit, _: taps.NewGood) -> None:
    draft = await visit.do(shelving.begin, visit.reader, visit.place, GoodDraft(str(visit.key)))
    await _ask(visit, draft)


async def hears_draft(visit: Visit, message: Message) -> None:
    """A name, a number, a photo: whatever was asked for."""
    draft = visit.form
    if not isinstance(draft, GoodDraft):
        return
    text, photo = _told(message)
    match draft.asks:
        case Part.CALLED if text:
            await _ask(visit, await visit.do(shelving.call, visit.place, draft.key, text, photo))
        case Part.PHOTO if photo:
            await _ask(visit, await visit.do(shelving.tell, visit.place, draft.key, lambda one: one.shows(photo)))
        case Part.PRICE | Part.LEFT | Part.EACH as part if text:
            await _ask(visit, await visit.do(shelving.count, visit.place, draft.key, part, number_in(text)))
        case None if yes_or_no(text):
            await put_up(visit, taps.PutUp(key=draft.key))
        case _:
            await visit.show(staff_views.cannot_keep(visit.say))


async def say_of_good(visit: Visit, tap: taps.SayOfGood) -> None:
    await _ask(visit, await visit.do(shelving.count, visit.place, tap.key, tap.part, tap.number))


async def add_photo(visit: Visit, tap: taps.AddGoodPhoto) -> None:
    await _ask(visit, await visit.do(shelving.tell, visit.place, tap.key, GoodDraft.adds))


async def no_photo(visit: Visit, tap: taps.NoGoodPhoto) -> None:
    await _ask(visit, await visit.do(shelving.tell, visit.place, tap.key, lambda one: one.shows(None)))


async def put_up(visit: Visit, tap: taps.PutUp) -> None:
    made = await visit.do(shelving.put_up, visit.reader, visit.place, tap.key)
    await visit.show(staff_views.put_up(visit.say, made))


async def drop(visit: Visit, tap: taps.DropGood) -> None:
    await visit.do(shelving.drop, visit.place, tap.key)
    await visit.show(staff_views.dropped(visit.say))


async def change(visit: Visit, tap: taps.ChangeGood) -> None:
    one = await visit.do(shelving.begin_change, visit.reader, visit.place, GoodId(tap.good), tap.part)
    rules = await visit.ask(redeeming.rules)
    await visit.show(staff_views.ask_change(visit.say, one, tap.part, rules))


async def hears_change(visit: Visit, message: Message) -> None:
    if not isinstance(visit.form, GoodChange):
        return
    (text, photo), good, part = _told(message), visit.form.good, visit.form.part
    if part is not Part.PHOTO:
        one = await visit.do(shelving.set_number, visit.reader, visit.place, good, part, number_in(text))
    elif photo:
        one = await visit.do(shelving.set_photo, visit.reader, visit.place, good, photo)
    else:
        await visit.show(staff_views.cannot_keep(visit.say))
        return
    await visit.show(staff_views.card(visit.say, one))


async def set_number(visit: Visit, tap: taps.SetOfGood) -> None:
    one = await visit.do(shelving.set_number, visit.reader, visit.place, GoodId(tap.good), tap.part, tap.number)
    await visit.show(staff_views.card(visit.say, one))


async def offer(visit: Visit, tap: taps.OfferGood) -> None:
    one = await visit.do(shelving.offer, visit.reader, visit.place, GoodId(tap.good), tap.offered)
    await visit.show(staff_views.card(visit.say, one))


async def fetch(visit: Visit, tap: taps.FetchCode | str) -> None:
    """`/handover 4821`, or by buttons."""
    if isinstance(tap, str) and tap:
        await _find(visit, tap)
    else:
        await visit.do(handing.begin, visit.reader, visit.place)
        await visit.show(staff_views.ask_code(visit.say))


async def hears_code(visit: Visit, message: Message) -> None:
    await _find(visit, _told(message)[0])


async def hand_over(visit: Visit, tap: taps.HandOver) -> None:
    redemption = RedemptionId(tap.redemption)
    await visit.do(handing.hand_over, visit.reader, visit.place, redemption, tap.turn)
    await visit.show(staff_views.handed(visit.say))


async def _find(visit: Visit, written: str) -> None:
    """Full-width digits and spaces are as good as any."""
    digits = "".join(str(int(sign)) for sign in written if sign.isdecimal())
    await visit.show(staff_views.pickup(visit.say, await visit.ask(handing.find, visit.reader, digits)))


async def _ask(visit: Visit, draft: GoodDraft) -> None:
    await visit.show(staff_views.question(visit.say, draft, await visit.ask(redeeming.rules)))


async def _ask_change(visit: Visit, form: GoodChange) -> None:
    one = await visit.ask(shelving.one, visit.reader, form.good)
    await visit.show(staff_views.ask_change(visit.say, one, form.part, await visit.ask(redeeming.rules)))


async def _ask_code(visit: Visit, _: PickupCode) -> None:
    await visit.show(staff_views.ask_code(visit.say))


def _told(message: Message) -> tuple[str, str | None]:
    """Words on one line, and a photo; empty and None for what is neither."""
    text = " ".join((message.text or message.caption or "").split())
    return text, message.photo[-1].file_id if message.photo else None


def routes() -> Routes:
    """What reaches those who keep the shelf."""
    return Routes(
        commands={"goods": manage, "handover": fetch},
        taps={
            taps.ManageGoods: manage,
            taps.ManageGood: manage_one,
            taps.NewGood: put_something_up,
            taps.SayOfGood: say_of_good,
            taps.AddGoodPhoto: add_photo,
            taps.NoGoodPhoto: no_photo,
            taps.PutUp: put_up,
            taps.DropGood: drop,
            taps.ChangeGood: change,
            taps.SetOfGood: set_number,
            taps.OfferGood: offer,
            taps.FetchCode: fetch,
            taps.HandOver: hand_over,
        },
        says={staff_views.MANAGE: manage},
        forms={
            GoodDraft: FormRoute(hears_draft, _ask),
            GoodChange: FormRoute(hears_change, _ask_change),
            PickupCode: FormRoute(hears_code, _ask_code),
        },
    )
