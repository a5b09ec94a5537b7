"""What reaches the year's award: nominating and choosing."""

from bot.honours import pioneer_views, taps
from bot.honours.model.pioneer import NomineeId
from bot.honours.service import pioneering
from bot.kit.routes import Routes
from bot.kit.visit import Visit


async def see(visit: Visit, tap: taps.SeePioneers | str | None) -> None:
    """`/pioneers`"""
    page = tap.page if isinstance(tap, taps.SeePioneers) else 0
    await visit.show(pioneer_views.stands(visit.say, await visit.ask(pioneering.look, visit.reader), page))


async def pick_building(visit: Visit, tap: taps.PickBuilding) -> None:
    buildings = await visit.ask(pioneering.buildings, visit.reader)
    await visit.show(pioneer_views.pick_building(visit.say, buildings, tap.page))


async def pick_neighbour(visit: Visit, tap: taps.PickNeighbour) -> None:
    doers = await visit.ask(pioneering.candidates, visit.reader, tap.building)
    await visit.show(pioneer_views.pick_neighbour(visit.say, tap.building, doers, tap.page))


async def ask_nominate(visit: Visit, tap: taps.AskNominate) -> None:
    person = await visit.ask(pioneering.weigh, visit.reader, tap.whom)
    await visit.show(pioneer_views.ask_nominate(visit.say, person))


async def nominate(visit: Visit, tap: taps.Nominate) -> None:
    person = await visit.do(pioneering.nominate, visit.reader, tap.whom)
    await visit.show(pioneer_views.nominated(visit.say, person))


async def ask_vote(visit: Visit, tap: taps.AskVote) -> None:
    one = await visit.ask(pioneering.to_choose, visit.reader, NomineeId(tap.nominee))
    await visit.show(pioneer_views.ask_vote(visit.say, one))


async def vote(visit: Visit, tap: taps.VoteFor) -> None:
    await visit.do(pioneering.vote, visit.reader, NomineeId(tap.nominee))
    await visit.show(pioneer_views.voted(visit.say))


def routes() -> Routes:
    """What reaches the year's award."""
    return Routes(
        commands={"pioneers": see},
        taps={
            taps.SeePioneers: see,
            taps.PickBuilding: pick_building,
            taps.PickNeighbour: pick_neighbour,
            taps.AskNominate: ask_nominate,
            taps.Nominate: nominate,
            taps.AskVote: ask_vote,
            taps.VoteFor: vote,
        },
    )
