"""Moderators and liaisons: take on, hand over, look."""

from aiogram.methods import SendLocation

from bot.concerns import refusal_views, staff_views, taps, views
from bot.concerns.forms import OfficialWord, Writing
from bot.concerns.model.concern import ConcernId
from bot.concerns.service import staff
from bot.concerns.told_handlers import attachments
from bot.kit.routes import Routes
from bot.kit.screens import PAGE, Screen, pages
from bot.kit.visit import Visit
from nlu.number import number_in


async def claim(visit: Visit, tap: taps.Claim) -> None:
    await turn_away(visit)
    concern = await visit.do(staff.claim, visit.reader, ConcernId(tap.concern))
    await visit.show(staff_views.claimed(visit.say, concern))


async def hand_over(visit: Visit, tap: taps.HandOver) -> None:
    await turn_away(visit)
    concern = await visit.do(staff.hand_over, visit.reader, ConcernId(tap.concern))
    await visit.show(staff_views.handed_over(visit.say, concern))


async def assign(visit: Visit, tap: taps.Assign) -> None:
    concern, people = await visit.ask(staff.who_may_see_to, visit.reader, ConcernId(tap.concern))
    await visit.show(staff_views.whom(visit.say, concern, people, tap.page))


async def assign_command(visit: Visit, words: str) -> None:
    """`/assign 12`; in a group in reply to somebody's message it is handed to them."""
    number = number_in(words)
    if number is None:
        await visit.show(staff_views.how_to_assign(visit.say))
        return
    concern = await visit.ask(staff.numbered, visit.reader, number)
    answered = visit.message.reply_to_message if visit.in_group else None
    if answered is not None and answered.from_user is not None and not answered.from_user.is_bot:
        await hand_to(visit, taps.HandTo(concern=concern.id, who=answered.from_user.id))
    else:
        await assign(visit, taps.Assign(concern=concern.id))


async def hand_to(visit: Visit, tap: taps.HandTo) -> None:
    await turn_away(visit)
    concern = await visit.do(staff.hand_over, visit.reader, ConcernId(tap.concern), tap.who)
    await visit.show(staff_views.handed_over(visit.say, concern))


async def not_now(visit: Visit, _: taps.NotNow) -> None:
    if visit.form is not None and not visit.form.waits:  # an old button closes no draft
        await visit.keep(None)
    await visit.show(views.dropped(visit.say))


async def see_all(visit: Visit, tap: taps.SeeAll) -> None:
    concern = await visit.ask(staff.to_see, visit.reader, ConcernId(tap.concern))
    for part in pages(concern.told.text, PAGE) if concern.told.text else ():
        await visit.show(Screen(visit.say.quote(part)))
    for method, params in attachments(concern):
        await visit.pass_on(method, params)
    if concern.spot is not None:
        await visit.show(staff_views.spot_follows(visit.say, concern))
        await visit.pass_on(SendLocation, {"latitude": concern.spot.latitude, "longitude": concern.spot.longitude})


async def come_to_see(visit: Visit, concern: str) -> None:
    """From the card in the moderators' group."""
    number = number_in(concern)
    if number is None:
        await visit.show(staff_views.how_to_reply(visit.say))
    else:
        await see_all(visit, taps.SeeAll(concern=number))


async def turn_away(visit: Visit) -> None:
    """Whoever does something else answers nobody: the next words would go to the wrong resident."""
    if isinstance(visit.form, Writing | OfficialWord):
        await visit.town.do(lambda uow: uow.conversations.keep(visit.place, None))


def routes() -> Routes:
    """What reaches those who see to concerns, and why anybody is told no."""
    return Routes(
        commands={"assign": assign_command},
        group_commands={"assign": assign_command},
        taps={
            taps.Claim: claim,
            taps.HandOver: hand_over,
            taps.Assign: assign,
            taps.HandTo: hand_to,
            taps.NotNow: not_now,
            taps.SeeAll: see_all,
        },
        doors={"concern": come_to_see},
        explanations=refusal_views.EXPLANATIONS,
    )
