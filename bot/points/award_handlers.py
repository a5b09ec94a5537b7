"""Moderators thank with points, and take back what was given by mistake."""

from aiogram.types import Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.points import award_views, taps
from bot.points.forms import Awarding
from bot.points.model.award import Award, Choosing, read_award
from bot.points.model.ledger import EntryId
from bot.points.service import awarding
from nlu.number import number_first, number_in


async def award(visit: Visit, words: str) -> None:
    """`/award @name 5 reason`; without words it asks one thing after the other."""
    called, amount, reason = read_award(words)
    if not called:
        await pick(visit, taps.AwardIn())
        return
    await _begin(visit, Awarding(str(visit.key), called=called, amount=amount, reason=reason))


async def award_in_group(visit: Visit, words: str) -> None:
    """The same in one line, or in answer to what somebody wrote there: Telegram tells no ids of names."""
    called, amount, reason = read_award(words)
    answered = visit.message.reply_to_message
    author = answered.from_user if answered else None
    complete = bool(amount and reason)
    if complete and called:
        await _begin(visit, Awarding(str(visit.key), called=called, amount=amount, reason=reason))
    elif author is None or author.is_bot or called:
        await _how_to(visit, "award")
    else:
        who = await visit.ask(awarding.replied, visit.reader, author.id)
        if complete:
            await _begin(visit, Awarding(str(visit.key), who=who, amount=amount, reason=reason))
        else:
            await _how_to(visit, f"award-{who}")


async def come_to_award(visit: Visit, rest: str) -> None:
    """From the group, with whom was meant there."""
    who = number_in(rest)
    await (pick(visit, taps.AwardIn()) if who is None else to(visit, taps.AwardTo(resident=who, key="")))


async def _how_to(visit: Visit, door: str) -> None:
    link = f"https://t.me/{(await visit.bot.me()).username}?start={door}"
    await visit.show(award_views.how_to_award(visit.say, link))


async def pick(visit: Visit, tap: taps.AwardIn) -> None:
    if not tap.building:
        buildings = await visit.ask(awarding.buildings, visit.reader)
        await visit.show(award_views.pick_building(visit.say, buildings, tap.page))
        return
    people = await visit.ask(awarding.neighbours, visit.reader, tap.building)
    await visit.show(award_views.pick_person(visit.say, tap.building, people, tap.page))


async def to(visit: Visit, tap: taps.AwardTo) -> None:
    if not tap.key:
        await _begin(visit, Awarding(str(visit.key), who=tap.resident))
        return
    await _go_on(visit, tap.key, Awarding(tap.key, who=tap.resident))


async def points(visit: Visit, tap: taps.AwardPoints) -> None:
    await _go_on(visit, tap.key, Awarding(tap.key, amount=tap.amount))


async def hears(visit: Visit, message: Message) -> None:
    """The reason."""
    if isinstance(visit.form, Awarding):
        reason = " ".join((message.text or "").split())
        await _go_on(visit, visit.form.key, Awarding(visit.form.key, reason=reason))


async def drop(visit: Visit, tap: taps.DropAward) -> None:
    await visit.do(awarding.drop, visit.place, tap.key)
    await visit.show(award_views.dropped(visit.say))


async def take_back(visit: Visit, tap: taps.TakeBack) -> None:
    if not tap.sure:
        entry = await visit.ask(awarding.to_take_back, visit.reader, EntryId(tap.entry))
        await visit.show(award_views.ask_take_back(visit.say, entry))
        return
    back = await visit.do(awarding.take_back, visit.reader, EntryId(tap.entry), "")
    await visit.show(award_views.taken_back(visit.say, back))


async def take_back_by_number(visit: Visit, words: str) -> None:
    """`/takeback 12 reason`"""
    number, reason = number_first(words)
    if number is None:
        await visit.show(award_views.how_to_take_back(visit.say))
        return
    back = await visit.do(awarding.take_back, visit.reader, EntryId(number), reason)
    await visit.show(award_views.taken_back(visit.say, back))


async def _begin(visit: Visit, draft: Awarding) -> None:
    await _show(visit, await visit.do(awarding.begin, visit.reader, visit.place, draft))


async def _go_on(visit: Visit, key: str, said: Awarding) -> None:
    await _show(visit, await visit.do(awarding.go_on, visit.reader, visit.place, key, said))


async def _show(visit: Visit, so_far: Award | Choosing) -> None:
    if isinstance(so_far, Award):
        await visit.show(award_views.given(visit.say, so_far))
    else:
        await visit.show(award_views.ask(visit.say, so_far))


async def _ask_again(visit: Visit, form: Awarding) -> None:
    await _show(visit, await visit.ask(awarding.begin, visit.reader, visit.place, form))


def routes() -> Routes:
    """What reaches the awards."""
    return Routes(
        commands={"award": award, "takeback": take_back_by_number},
        group_commands={"award": award_in_group},
        taps={
            taps.AwardIn: pick,
            taps.AwardTo: to,
            taps.AwardPoints: points,
            taps.DropAward: drop,
            taps.TakeBack: take_back,
        },
        doors={"award": come_to_award},
        forms={Awarding: FormRoute(hears, _ask_again)},
    )
