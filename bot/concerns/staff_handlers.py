"""Moderators and liaisons: take on, hand over, answer."""

from aiogram.methods import SendLocation
from aiogram.types import Message

from bot.concerns import staff_views, taps, views
from bot.concerns.forms import Replying
from bot.concerns.model.concern import ConcernId
from bot.concerns.model.refusals import Closed, NoConcern
from bot.concerns.service import staff
from bot.concerns.told_handlers import attachments
from bot.kit.routes import FormRoute, Routes
from bot.kit.screens import PAGE, Screen, pages
from bot.kit.visit import Visit
from bot.roles.model import NotAllowed

DIGITS = 9
"""Of a concern's number, at most; more than a database counts."""


async def claim(visit: Visit, tap: taps.Claim) -> None:
    await _turn_away(visit)
    concern = await visit.do(staff.claim, visit.reader, ConcernId(tap.concern))
    await visit.show(staff_views.claimed(visit.say, concern))


async def hand_over(visit: Visit, tap: taps.HandOver) -> None:
    await _turn_away(visit)
    concern = await visit.do(staff.hand_over, visit.reader, ConcernId(tap.concern))
    await visit.show(staff_views.handed_over(visit.say, concern))


async def ask_reply(visit: Visit, tap: taps.Reply) -> None:
    if visit.in_group:
        concern = await visit.ask(staff.to_answer, visit.reader, ConcernId(tap.concern))
        link = f"https://t.me/{(await visit.bot.me()).username}"
        await visit.show(staff_views.reply_in_private(visit.say, concern, link))
        return
    concern = await visit.do(staff.begin_reply, visit.reader, visit.place, ConcernId(tap.concern))
    await visit.show(staff_views.ask_reply(visit.say, concern.number))


async def not_now(visit: Visit, _: taps.NotNow) -> None:
    await _turn_away(visit)
    await visit.show(views.dropped(visit.say))


async def hears_reply(visit: Visit, message: Message) -> None:
    """The words of somebody who was asked for an answer."""
    if not isinstance(visit.form, Replying):
        return
    words = message.text or message.caption or ""
    try:
        concern = await visit.do(staff.answer, visit.reader, visit.form.concern, words, visit.place)
    except (Closed, NoConcern, NotAllowed):  # nothing that is said can be its answer any more
        await _turn_away(visit)
        raise
    await visit.show(staff_views.replied(visit.say, concern))


async def reply_command(visit: Visit, words: str) -> None:
    """`/reply 12 text`"""
    number, *answer = words.lstrip("#").split(maxsplit=1) or [""]
    if not _is_number(number) or not answer:
        await _how_to_reply(visit)
        return
    concern = await visit.do(staff.answer_numbered, visit.reader, int(number), answer[0])
    await visit.show(staff_views.replied(visit.say, concern))


async def see_all(visit: Visit, tap: taps.SeeAll) -> None:
    concern = await visit.ask(staff.to_see, visit.reader, ConcernId(tap.concern))
    for part in pages(concern.told.text, PAGE) if concern.told.text else ():
        await visit.show(Screen(visit.say.quote(part)))
    for method, params in attachments(concern):
        await visit.pass_on(method, params)
    if concern.spot is not None:
        await visit.show(staff_views.spot_follows(visit.say, concern))
        await visit.pass_on(SendLocation, {"latitude": concern.spot.latitude, "longitude": concern.spot.longitude})


async def come_to_reply(visit: Visit, concern: str) -> None:
    """From the card in the moderators' group."""
    await (ask_reply(visit, taps.Reply(concern=int(concern))) if _is_number(concern) else _how_to_reply(visit))


async def come_to_see(visit: Visit, concern: str) -> None:
    """From the card in the moderators' group."""
    await (see_all(visit, taps.SeeAll(concern=int(concern))) if _is_number(concern) else _how_to_reply(visit))


async def _turn_away(visit: Visit) -> None:
    """Whoever does something else answers nobody: the next words would go to the wrong resident."""
    if isinstance(visit.form, Replying):
        await visit.town.do(lambda uow: uow.conversations.keep(visit.place, None))


def _is_number(written: str) -> bool:
    return written.isdecimal() and len(written) <= DIGITS


async def _how_to_reply(visit: Visit) -> None:
    await visit.show(staff_views.how_to_reply(visit.say))


async def _ask_again(visit: Visit, form: Replying) -> None:
    await visit.show(staff_views.ask_reply(visit.say, form.number))


def routes() -> Routes:
    """What reaches those who answer concerns, and why they are told no."""
    return Routes(
        commands={"reply": reply_command},
        taps={
            taps.Claim: claim,
            taps.HandOver: hand_over,
            taps.NotNow: not_now,
            taps.Reply: ask_reply,
            taps.SeeAll: see_all,
        },
        doors={"reply": come_to_reply, "concern": come_to_see},
        forms={Replying: FormRoute(hears_reply, _ask_again)},
        explanations=staff_views.EXPLANATIONS,
    )
