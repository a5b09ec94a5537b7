"""Who has a ballot, in whose name, and who is told why not."""

from dataclasses import replace

import pytest

from bot.kit.people import Reader
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.refusals import BallotStands, GuideNeverDecides, NotEntitled, WhyNot
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Secrecy
from bot.votes.service import looking
from tests.votes.hall import SUNDAY, SUNSHINE, Hall
from tests.votes.people import CHEN, WANG, refused
from tests.votes.rules import COUNCIL, HOUSEHOLDS, RESIDENTS


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


def name_speaker(uow: UnitOfWork, who: Reader) -> None:
    me = uow.residents.on_roll(who)
    uow.households.accept(uow.households.propose(me, me, uow.now), uow.now)


def name_alike(uow: UnitOfWork, who: Reader) -> None:
    account = uow.residents.account(who.telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, name="王伟"), uow.now)


def join_minor(uow: UnitOfWork) -> Reader:
    doors = (home for unit in (1, 2, 3) for home in uow.residents.doors(SUNSHINE, 4, unit))
    people = (one for home in doors for one in uow.residents.household_members(home.id))
    minor = next(one for one in people if one.age_band == "minor")
    uow.residents.claim_place(minor.id, 6000009, uow.now)
    return Reader(6000009, minor.name, community=SUNSHINE, known=True)


def appoint(uow: UnitOfWork, telegram_id: int, role: Role, building: int | None) -> None:
    uow.roles.appoint(Appointment(SUNSHINE, telegram_id, role, building))
