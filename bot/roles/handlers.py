"""What reaches the roles."""

from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.roles import boundary_views, service, taps, tier_views, views
from bot.roles.model import ASKED_WHICH, NobodyMeant, Role, boundary


async def pick_building(visit: Visit, tap: taps.PickBuilding | str | None) -> None:
    """`/role` in the private chat."""
    buildings = await visit.ask(service.buildings, visit.reader)
    await visit.show(views.pick_building(visit.say, buildings, tap.page if isinstance(tap, taps.PickBuilding) else 0))


async def pick_person(visit: Visit, tap: taps.PickPerson) -> None:
    people = await visit.ask(service.residents_of, visit.reader, tap.building)
    await visit.show(views.pick_person(visit.say, tap.building, people, tap.page))


async def by_reply(visit: Visit, _: str) -> None:
    """`/role` in the group, in reply to what somebody said there: Telegram tells no ids of names."""
    answered = visit.message.reply_to_message
    author = answered.from_user if answered else None
    if author is None or author.is_bot:
        raise NobodyMeant
    await look_up(visit, taps.LookUp(who=author.id))


async def look_up(visit: Visit, tap: taps.LookUp) -> None:
    candidate = await visit.ask(service.look_up, visit.reader, tap.who)
    await visit.show(views.candidate(visit.say, candidate, tap.page))


async def offer(visit: Visit, tap: taps.Offer) -> None:
    if tap.changes == taps.NOT_SAID:
        candidate = await visit.ask(service.weigh, visit.reader, tap.who, tap.role)
        await visit.show(views.offer(visit.say, candidate, tap, await visit.ask(service.terms, visit.reader)))
        return
    place = tap.building if tap.role in ASKED_WHICH else None
    made = await visit.do(
        service.appoint, visit.reader, tap.who, tap.role, place, max(tap.years, 0), tap.reason, tap.changes
    )
    await visit.show(views.appointed(visit.say, made))


async def dismiss(visit: Visit, tap: taps.Dismiss) -> None:
    if tap.sure:
        await visit.do(service.dismiss, visit.reader, tap.who, tap.appointment)
        await visit.show(views.dismissed(visit.say, tap.who))
        return
    held = await visit.ask(service.to_dismiss, visit.reader, tap.who, tap.appointment)
    await visit.show(views.ask_dismissal(visit.say, held) if held else views.dismissed(visit.say, tap.who))


async def how_to_become(visit: Visit, tap: taps.HowToBecome | str | None) -> None:
    page = tap.page if isinstance(tap, taps.HowToBecome) else 0
    await visit.show(tier_views.how_to_become(visit.say, page))


async def i_would(visit: Visit, tap: taps.IWould) -> None:
    await visit.do(service.volunteer, visit.reader, tap.role)
    await visit.show(tier_views.thank_you(visit.say))


async def see_boundary(visit: Visit, tap: taps.SeeBoundary | str | None) -> None:
    page = tap.page if isinstance(tap, taps.SeeBoundary) else 0
    refused = await visit.ask(service.overstepped, visit.reader)
    await visit.show(boundary_views.boundary(visit.say, boundary(Role.GUIDE), refused, page))


def routes() -> Routes:
    """What reaches the roles."""
    return Routes(
        commands={"role": pick_building, "tiers": how_to_become, "boundary": see_boundary},
        group_commands={"role": by_reply, "boundary": see_boundary},
        says={tier_views.BOUNDARY: see_boundary},
        taps={
            taps.PickBuilding: pick_building,
            taps.PickPerson: pick_person,
            taps.LookUp: look_up,
            taps.Offer: offer,
            taps.Dismiss: dismiss,
            taps.HowToBecome: how_to_become,
            taps.IWould: i_would,
            taps.SeeBoundary: see_boundary,
        },
        explanations=views.EXPLANATIONS,
    )
