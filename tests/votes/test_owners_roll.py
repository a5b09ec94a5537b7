"""The owners' roll: each owner once, however many units, and all that is the developers' together."""

import pytest

from bot.roll.model import Owner, OwnerKind, Ownership
from bot.roll.plan import Plan
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.count import Outcome
from bot.votes.model.owners import Majority
from bot.votes.model.refusals import WhyNot
from bot.votes.model.roll import Origin
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Secrecy
from bot.votes.service import looking
from tests.votes.hall import SUNDAY, SUNSHINE, Hall
from tests.votes.people import CHEN, WANG, refused


async def test_two_developers_are_one_person_with_one_ballot(hall: Hall) -> None:
    await hall.town.do(own, None, {(3, 2, "401"): "阳光置业"}, OwnerKind.DEVELOPER)
    await hall.town.do(own, None, {(3, 2, "402"): "月光置业", (3, 2, "501"): "月光置业"}, OwnerKind.DEVELOPER)
    await hall.town.do(own, None, {(3, 2, "502"): "王秀英"})
    vote = await hall.opens(OwnersRule(Majority.ORDINARY), Secrecy.NAMED)
    assert vote.entitled == 2
    assert hall.rows("SELECT count(*), count(DISTINCT entry_id) FROM vote_units") == [(4, 2)]
    await hall.casts(WANG, vote, YES)
    await hall.at(SUNDAY)
    assert (await hall.vote(vote.id)).outcome is Outcome.NO_QUORUM


@pytest.mark.both
async def test_owners_vote_by_persons_and_area_with_the_developer_once(hall: Hall) -> None:
    """王秀英 owns two of four flats, the developer one that is not sold; 李四 owns one and lives elsewhere."""
    await hall.town.do(own, None, {(3, 2, "502"): "王秀英", (3, 2, "602"): "王秀英", (3, 2, "501"): "李四"})
    await hall.town.do(own, None, {(3, 2, "402"): "阳光置业"}, OwnerKind.DEVELOPER)
    vote = await hall.opens(OwnersRule(Majority.ORDINARY), Secrecy.NAMED)
    assert vote.entitled == 3
    assert vote.advisory
    missing = await hall.town.ask(looking.missing, vote)
    assert missing is not None
    assert missing.missing.persons == 2
    await hall.casts(WANG, vote, YES)
    assert await refused(hall, CHEN, vote) is WhyNot.NO_OWNER
    missing = await hall.town.ask(looking.missing, vote)
    assert missing is not None
    assert missing.missing.persons == 1
    await hall.at(SUNDAY)
    closed = await hall.vote(vote.id)
    assert (closed.outcome, closed.took_part) == (Outcome.NO_QUORUM, 1)
    states = hall.rows("SELECT state, count(*) FROM vote_units GROUP BY state ORDER BY state")
    assert states == [("sold", 3), ("unsold", 1)]


@pytest.mark.both
@pytest.mark.parametrize(("yes", "developer", "outcome"), [(60, NO, Outcome.CARRIED), (50, None, Outcome.NO_QUORUM)])
async def test_unsold_and_undelivered_are_one_person(
    hall: Hall, yes: int, developer: str | None, outcome: Outcome
) -> None:
    """The vectors of the field notes, F2, by the roll: 70 sold; 20 unsold and 10 sold, not handed over."""
    await hall.town.do(estate)
    vote = await hall.opens(OwnersRule(Majority.ORDINARY), Secrecy.NAMED)
    assert vote.entitled == 71
    states = hall.rows("SELECT state, count(*), count(DISTINCT entry_id) FROM vote_units GROUP BY state ORDER BY state")
    assert states == [("sold", 70, 70), ("undelivered", 10, 1), ("unsold", 20, 1)]

    def cast(uow: UnitOfWork) -> None:
        said = {f"业主{number}": YES for number in range(yes)} | ({"阳光置业": developer} if developer else {})
        for name, choice in said.items():
            entry = uow.vote_roll.labelled(vote.id, name)
            assert entry is not None
            uow.ballots.put(vote, entry.id, (choice,), name, Origin.PAPER)

    await hall.town.do(cast)
    await hall.at(SUNDAY)
    assert (await hall.vote(vote.id)).outcome is outcome
    assert await hall.town.ask(lambda uow: uow.vote_roll.labelled(vote.id, "买主1")) is None


def estate(uow: UnitOfWork) -> None:
    homes = [home.id for home in uow.roll.standing(SUNSHINE)][:100]
    developer = Owner("阳光置业", OwnerKind.DEVELOPER)
    sold = [Ownership((owner,), owner) for owner in (Owner(f"业主{number}") for number in range(70))]
    bought = [Ownership((Owner(f"买主{number}"), developer), developer) for number in range(10)]
    unsold = [Ownership((developer,), developer)] * 20
    uow.roll.carry_out(SUNSHINE, Plan(owned=list(zip(homes, [*sold, *bought, *unsold], strict=True))), uow.now)


def own(uow: UnitOfWork, doors: dict[tuple[int, int, str], str], kind: OwnerKind = OwnerKind.PERSON) -> None:
    owner = {name: Ownership((Owner(name, kind),), Owner(name, kind)) for name in doors.values()}
    homes = {uow.residents.household_at(SUNSHINE, *door).id: name for door, name in doors.items()}
    uow.roll.carry_out(SUNSHINE, Plan(owned=[(home, owner[name]) for home, name in homes.items()]), uow.now)
