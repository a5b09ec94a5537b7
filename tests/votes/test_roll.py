"""名册: who may vote is frozen at the opening, and whatever happens to them later changes nothing."""

from dataclasses import replace

import pytest

from bot.kit.people import Reader
from bot.residents.model import AgeBand
from bot.roles.model import Appointment, Role
from bot.roll.model import Owner, OwnerKind, Ownership
from bot.roll.plan import Plan
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.count import Outcome
from bot.votes.model.owners import Majority
from bot.votes.model.refusals import BallotStands, GuideNeverDecides, NotEntitled, WhyNot
from bot.votes.model.rule import NO, YES, Base, Electorate, Hurdle, Kind, Rule
from bot.votes.model.share import more_than
from bot.votes.model.vote import Secrecy, Vote
from bot.votes.service import looking
from tests.votes.hall import SUNDAY, SUNSHINE, Hall, join

MAJORITY = Hurdle(Base.CAST_WITHOUT_ABSTENTIONS, more_than("1/2"))
HOUSEHOLDS = Rule(Electorate.HOUSEHOLDS, Kind.YES_NO, MAJORITY)
RESIDENTS = Rule(Electorate.RESIDENTS, Kind.YES_NO, MAJORITY)
COUNCIL = Rule(Electorate.COUNCIL, Kind.YES_NO, MAJORITY)
WANG = Reader(5000001, "王秀英", community=SUNSHINE, known=True)
CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)


async def refused(hall: Hall, who: Reader, vote: Vote) -> WhyNot:
    with pytest.raises(NotEntitled) as refusal:
        await hall.casts(who, vote, YES)
    return refusal.value.why


@pytest.mark.both
async def test_a_household_has_one_ballot_and_the_last_one_counts(hall: Hall) -> None:
    husband = await hall.joins(6000001, 3, 2, "502")
    vote = await hall.opens(HOUSEHOLDS)
    first = await hall.casts(WANG, vote, NO)
    seen = await hall.town.ask(looking.seen, husband, vote.id)
    assert seen.entry is not None
    assert seen.entry.voted, "the household sees that it has voted"
    second = await hall.casts(husband, vote, YES)
    assert (first.again, second.again) == (False, True)
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(YES,)]
    assert hall.rows("SELECT receipt FROM vote_ballots") == [(second.receipt,)]


@pytest.mark.both
async def test_whom_the_household_has_named_casts_its_ballot(hall: Hall) -> None:
    husband = await hall.joins(6000001, 3, 2, "502")
    await hall.town.do(name_speaker, None, husband)
    vote = await hall.opens(HOUSEHOLDS)
    with pytest.raises(NotEntitled) as refusal:
        await hall.casts(WANG, vote, NO)
    assert (refusal.value.why, refusal.value.name) == (WhyNot.REPRESENTED, husband.name)
    await hall.casts(husband, vote, YES)
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(YES,)]


async def test_whoever_moves_later_votes_for_where_they_lived(hall: Hall) -> None:
    mover = await hall.joins(6000001, 4, 1, "101")
    vote = await hall.opens(HOUSEHOLDS)
    await hall.town.do(join, None, mover.telegram_id, (5, 1, "101"), None)
    await hall.casts(mover, vote, YES)
    assert hall.rows("SELECT label FROM vote_entries WHERE origin IS NOT NULL") == [("4-1-101",)]
    new = await hall.joins(6000002, 5, 1, "101")
    await hall.casts(new, vote, NO)
    await hall.at(SUNDAY)
    assert len(await hall.counted(vote)) == 2


@pytest.mark.both
async def test_who_joins_during_the_vote_votes_for_their_place(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    late = await hall.joins(6000001, 4, 1, "101")
    await hall.casts(late, vote, YES)
    await hall.town.do(add_and_join, None, 6000002)
    assert await refused(hall, Reader(6000002, "新人", community=SUNSHINE, known=True), vote) is WhyNot.CAME_LATER


async def test_who_joins_a_second_place_has_no_second_ballot(hall: Hall) -> None:
    vote = await hall.opens(RESIDENTS)
    late = await hall.joins(6000001, 4, 1, "101")
    await hall.casts(late, vote, YES)
    await hall.joins(6000001, 5, 1, "101")
    again = await hall.casts(late, vote, NO)
    assert again.again
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(NO,)]


@pytest.mark.both
async def test_somebody_with_two_flats_is_one_person(hall: Hall) -> None:
    before = (await hall.opens(RESIDENTS)).entitled
    await hall.annuls((await hall.town.ask(lambda uow: uow.votes.running(SUNSHINE, uow.now)))[0], "名册有误")
    two = await hall.joins(6000001, 4, 1, "101")
    await hall.town.do(also_theirs, None, two)
    vote = await hall.opens(RESIDENTS)
    assert vote.entitled == before - 1
    await hall.casts(two, vote, YES)


async def test_minors_and_strangers_are_told_why_not(hall: Hall) -> None:
    vote = await hall.opens(RESIDENTS)
    minor = await hall.town.do(join_minor)
    assert await refused(hall, minor, vote) is WhyNot.MINOR
    assert await refused(hall, Reader(5000008, "何伟", community=SUNSHINE, known=True), vote) is WhyNot.NO_HOME


async def test_a_vote_of_one_building_is_that_buildings(hall: Hall) -> None:
    vote = await hall.opens(replace(HOUSEHOLDS, building=3))
    assert vote.entitled == 60
    await hall.casts(WANG, vote, YES)
    elsewhere = Reader(5000005, "林芳", community=SUNSHINE, known=True)
    assert await refused(hall, elsewhere, vote) is WhyNot.OTHER_BUILDING


@pytest.mark.both
async def test_council_votes_are_the_representatives_alone(hall: Hall) -> None:
    await hall.town.do(appoint, None, WANG.telegram_id, Role.REPRESENTATIVE, 3)
    await hall.town.do(appoint, None, WANG.telegram_id, Role.REPRESENTATIVE, 4)
    vote = await hall.opens(COUNCIL)
    assert vote.entitled == 1, "who represents two buildings has one seat"
    await hall.casts(WANG, vote, YES)
    assert await refused(hall, CHEN, vote) is WhyNot.NO_COUNCIL
    await hall.town.do(appoint, None, CHEN.telegram_id, Role.REPRESENTATIVE, 5)
    assert await refused(hall, CHEN, vote) is WhyNot.NO_COUNCIL, "appointed too late for this one"
    await hall.at(SUNDAY)
    assert list(await hall.town.ask(looking.participants, await hall.vote(vote.id))) == [WANG.telegram_id]


async def test_a_guide_casts_nothing_whatever_else_they_are(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    await hall.town.do(appoint, None, WANG.telegram_id, Role.GUIDE, None)
    with pytest.raises(GuideNeverDecides):
        await hall.casts(WANG, vote, YES)
    assert hall.rows("SELECT count(*) FROM vote_entries WHERE origin IS NOT NULL") == [(0,)]


async def test_where_the_first_ballot_stands_nobody_casts_it_anew(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS, changeable=False)
    await hall.casts(WANG, vote, YES)
    with pytest.raises(BallotStands):
        await hall.casts(WANG, vote, NO)


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


async def test_namesakes_of_the_council_both_count(hall: Hall) -> None:
    twins = [await hall.joins(6000001 + n, 4, 1, f"{1 + n}01") for n in range(2)]
    for building, one in enumerate(twins, 3):
        await hall.town.do(name_alike, None, one)
        await hall.town.do(appoint, None, one.telegram_id, Role.REPRESENTATIVE, building)
    vote = await hall.opens(COUNCIL, Secrecy.NAMED)
    for one in twins:
        await hall.casts(one, vote, YES)
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(YES,), (YES,)]


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


def name_speaker(uow: UnitOfWork, who: Reader) -> None:
    me = uow.residents.on_roll(who)
    uow.households.accept(uow.households.propose(me, me, uow.now), uow.now)


def name_alike(uow: UnitOfWork, who: Reader) -> None:
    account = uow.residents.account(who.telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, name="王伟"), uow.now)


def also_theirs(uow: UnitOfWork, who: Reader) -> None:
    home = uow.residents.household_at(SUNSHINE, 6, 1, "101")
    place = next(one for one in uow.residents.household_members(home.id) if one.free and one.age_band != "minor")
    assert uow.residents.claim_place(place.id, who.telegram_id, uow.now, both=True)


def add_and_join(uow: UnitOfWork, telegram_id: int) -> None:
    """Somebody who was not on the roll."""
    home = uow.residents.household_at(SUNSHINE, 4, 1, "201")
    new = uow.residents.add_resident(home, "新人", AgeBand.MIDDLE)
    assert uow.residents.claim_place(new.id, telegram_id, uow.now)


def join_minor(uow: UnitOfWork) -> Reader:
    doors = (home for unit in (1, 2, 3) for home in uow.residents.doors(SUNSHINE, 4, unit))
    people = (one for home in doors for one in uow.residents.household_members(home.id))
    minor = next(one for one in people if one.age_band == "minor")
    uow.residents.claim_place(minor.id, 6000009, uow.now)
    return Reader(6000009, minor.name, community=SUNSHINE, known=True)


def appoint(uow: UnitOfWork, telegram_id: int, role: Role, building: int | None) -> None:
    uow.roles.appoint(Appointment(SUNSHINE, telegram_id, role, building))


def own(uow: UnitOfWork, doors: dict[tuple[int, int, str], str], kind: OwnerKind = OwnerKind.PERSON) -> None:
    owner = {name: Ownership((Owner(name, kind),), Owner(name, kind)) for name in doors.values()}
    homes = {uow.residents.household_at(SUNSHINE, *door).id: name for door, name in doors.items()}
    uow.roll.carry_out(SUNSHINE, Plan(owned=[(home, owner[name]) for home, name in homes.items()]), uow.now)
