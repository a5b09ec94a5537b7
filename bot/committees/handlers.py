"""What reaches committees."""

from bot.committees import month_views, service, taps, views
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def see_all(visit: Visit, tap: taps.SeeCommittees | str | None) -> None:
    """With words after the command: set one up of that name."""
    if isinstance(tap, str) and tap:
        await _found(visit, tap)
        return
    committees, manages = await visit.ask(service.listed, visit.reader)
    page = tap.page if isinstance(tap, taps.SeeCommittees) else 0
    await visit.show(views.listed(visit.say, committees, manages, page))


async def see(visit: Visit, tap: taps.SeeCommittee) -> None:
    await visit.show(views.committee(visit.say, await visit.ask(service.see, visit.reader, tap.committee), tap.page))


async def see_kinds(visit: Visit, tap: taps.SeeKinds) -> None:
    committees, _ = await visit.ask(service.listed, visit.reader)
    await visit.show(views.kinds(visit.say, committees, tap.page))


async def see_month(visit: Visit, tap: taps.SeeCommitteeMonth) -> None:
    found = await visit.ask(service.month, visit.reader, tap.committee, tap.month)
    await visit.show(month_views.month(visit.say, found, tap.page))


async def found(visit: Visit, tap: taps.FoundCommittee) -> None:
    await _found(visit, visit.say.plain(views.USUAL[tap.usual]))


async def assign(visit: Visit, tap: taps.AssignCategory) -> None:
    seen = await visit.do(service.assign, visit.reader, tap.committee, tap.category, its_own=tap.its_own)
    await visit.show(views.committee(visit.say, seen))


async def end(visit: Visit, tap: taps.EndCommittee) -> None:
    if not tap.sure:
        await visit.show(views.ask_end(visit.say, await visit.ask(service.see, visit.reader, tap.committee)))
        return
    await visit.do(service.end, visit.reader, tap.committee)
    committees, manages = await visit.ask(service.listed, visit.reader)
    await visit.show(views.listed(visit.say, committees, manages))


async def _found(visit: Visit, name: str) -> None:
    made = await visit.do(service.found, visit.reader, name)
    await visit.show(views.committee(visit.say, await visit.ask(service.see, visit.reader, made.id)))


def routes() -> Routes:
    """What reaches committees."""
    return Routes(
        commands={"committees": see_all},
        says={views.COMMITTEES: see_all},
        taps={
            taps.SeeCommittees: see_all,
            taps.SeeCommittee: see,
            taps.SeeKinds: see_kinds,
            taps.SeeCommitteeMonth: see_month,
            taps.FoundCommittee: found,
            taps.AssignCategory: assign,
            taps.EndCommittee: end,
        },
        explanations={**views.EXPLANATIONS, **month_views.EXPLANATIONS},
    )
