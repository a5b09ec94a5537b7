"""What the chair of a sitting does."""

from aiogram.types import Message

from bot.agenda.model.item import ItemId
from bot.floor import chair_views, closing_views, item_views, taps
from bot.floor.forms import Counting
from bot.floor.model.desk import Desk
from bot.floor.model.refusals import NoItemOpen, NotOpen, OthersChair
from bot.floor.service import chairing, counting, items, looking, speaking
from bot.floor.views import only_in_private
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.sittings.model.sitting import SittingId
from nlu.number import number_in


async def chair(visit: Visit, _: str) -> None:
    """/chair"""
    await _turn_away(visit)
    await _show(visit, await visit.ask(chairing.come, visit.reader))


async def open_sitting(visit: Visit, tap: taps.OpenSitting) -> None:
    desk = await visit.do(chairing.open_sitting, visit.reader, SittingId(tap.sitting))
    await visit.show(chair_views.opened(visit.say, desk))


async def see_desk(visit: Visit, tap: taps.SeeDesk) -> None:
    await _turn_away(visit)
    desk = await visit.ask(looking.my_desk, visit.reader, SittingId(tap.sitting))
    await _show(visit, desk, tap.page)


async def pick_item(visit: Visit, tap: taps.PickItem) -> None:
    desk = await visit.ask(looking.my_desk, visit.reader, SittingId(tap.sitting))
    await visit.show(item_views.pick(visit.say, desk.ahead, desk.sitting.id, tap.page))


async def pick_other(visit: Visit, tap: taps.PickOther) -> None:
    sitting = SittingId(tap.sitting)
    others = await visit.ask(items.other_business, visit.reader, sitting)
    await visit.show(item_views.pick_other(visit.say, others, sitting, tap.page))


async def open_item(visit: Visit, tap: taps.OpenItem) -> None:
    await _show(visit, await visit.do(items.open_item, visit.reader, SittingId(tap.sitting), ItemId(tap.item)))


async def close_item(visit: Visit, tap: taps.CloseItem) -> None:
    """What could have been voted on and was not is asked about first."""
    sitting, item = SittingId(tap.sitting), ItemId(tap.item)
    if not tap.sure:
        desk = await visit.ask(looking.my_desk, visit.reader, sitting)
        if desk.open and desk.open.item.id == item and desk.open.treated.unresolved:
            await visit.show(item_views.ask_close(visit.say, desk.open.item, sitting))
            return
    await _show(visit, await visit.do(items.close_item, visit.reader, sitting, item))


async def next_please(visit: Visit, tap: taps.NextPlease) -> None:
    sitting, item = SittingId(tap.sitting), ItemId(tap.item)
    await _show(visit, await visit.do(speaking.next_please, visit.reader, sitting, item, tap.after))


async def count_hands(visit: Visit, tap: taps.CountHands) -> None:
    sitting, item, key = SittingId(tap.sitting), ItemId(tap.item), str(visit.key)
    await _count(visit, await visit.do(counting.begin, visit.reader, visit.place, key, sitting, item))


async def number(visit: Visit, tap: taps.Number) -> None:
    await _count(visit, await visit.do(counting.tell, visit.reader, visit.place, tap.key, tap.number))


async def hears_number(visit: Visit, message: Message) -> None:
    """How many hands; once all are told, what was counted is shown again."""
    form, text = visit.form, (message.text or "").strip()
    if not isinstance(form, Counting):
        return
    try:
        if form.complete:
            await _ask(visit, form)
        elif (hands := number_in(text)) is not None:
            await _count(visit, await visit.do(counting.tell, visit.reader, visit.place, form.key, hands))
        else:
            await visit.show(item_views.no_number(visit.say))
    except (NotOpen, OthersChair, NoItemOpen):  # there is nothing to count any more
        await visit.town.do(lambda uow: uow.conversations.keep(visit.place, None))
        raise


async def count_anew(visit: Visit, tap: taps.CountAnew) -> None:
    await _count(visit, await visit.do(counting.tell, visit.reader, visit.place, tap.key, None))


async def record(visit: Visit, tap: taps.RecordResult) -> None:
    desk = await visit.do(counting.record, visit.reader, visit.place, tap.key)
    await visit.show(item_views.recorded(visit.say, desk))


async def close(visit: Visit, tap: taps.CloseSitting) -> None:
    sitting = SittingId(tap.sitting)
    if tap.sure:
        await _show(visit, await visit.do(chairing.close, visit.reader, sitting))
    else:
        await visit.show(closing_views.ask_close(visit.say, await visit.ask(chairing.to_close, visit.reader, sitting)))


async def hand_over(visit: Visit, tap: taps.HandOver) -> None:
    sitting = SittingId(tap.sitting)
    people = await visit.ask(chairing.successors, visit.reader, sitting)
    await visit.show(closing_views.successors(visit.say, people, sitting, tap.page))


async def give_chair(visit: Visit, tap: taps.GiveChair) -> None:
    heir = await visit.do(chairing.give_chair, visit.reader, SittingId(tap.sitting), tap.to)
    await visit.show(closing_views.gave(visit.say, heir))


async def take_chair(visit: Visit, tap: taps.TakeChair) -> None:
    await _show(visit, await visit.do(chairing.take_chair, visit.reader, SittingId(tap.sitting)))


async def in_private(visit: Visit, _: str) -> None:
    await visit.show(only_in_private(visit.say))


async def _turn_away(visit: Visit) -> None:
    """Whoever looks at something else counts nothing with the next number."""
    if isinstance(visit.form, Counting):
        await visit.keep(None)


async def _show(visit: Visit, desk: Desk, page: int = 0) -> None:
    await visit.show(chair_views.desk(visit.say, desk, page))


async def _count(visit: Visit, count: counting.Count) -> None:
    await visit.show(item_views.count(visit.say, count.form, count.item, count.most, count.result))


async def _ask(visit: Visit, form: Counting) -> None:
    await _count(visit, await visit.ask(counting.stands, visit.reader, form))


def routes() -> Routes:
    """What reaches the chair's desk."""
    return Routes(
        commands={"chair": chair},
        group_commands={"chair": in_private},
        taps={
            taps.OpenSitting: open_sitting,
            taps.SeeDesk: see_desk,
            taps.PickItem: pick_item,
            taps.PickOther: pick_other,
            taps.OpenItem: open_item,
            taps.CloseItem: close_item,
            taps.NextPlease: next_please,
            taps.CountHands: count_hands,
            taps.Number: number,
            taps.CountAnew: count_anew,
            taps.RecordResult: record,
            taps.CloseSitting: close,
            taps.HandOver: hand_over,
            taps.GiveChair: give_chair,
            taps.TakeChair: take_chair,
        },
        forms={Counting: FormRoute(hears_number, _ask)},
    )
