"""A vote is extended once and annulled for a public reason, and nobody can do more; who has not voted is reminded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.agenda.model.steps import Step
from bot.config import Config
from bot.kit.people import Reader
from bot.roles.model import Appointment, NotAllowed, Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.events import VoteReminded
from bot.votes.model.owners import Majority
from bot.votes.model.period import check_period, earliest_end, ends
from bot.votes.model.refusals import (
    ExtendedBefore,
    GuideNeverDecides,
    MustBeNamed,
    NotExtended,
    PeriodUnfit,
    TooFewToShow,
    VoteOver,
    VoteReasonUnfit,
    VoteRuns,
)
from bot.votes.model.rule import YES
from bot.votes.model.vote import State
from bot.votes.service import casting, changing, looking, opening, paper, reminding
from tests.votes.hall import CHAIR, SECOND, SUNDAY, SUNSHINE, Hall, put_on_floor
from tests.votes.people import WANG
from tests.votes.rules import HOUSEHOLDS, RESIDENTS

DAY = timedelta(days=1)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In December 2026; the 2nd is a Wednesday."""
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("opens", "earliest"),
    [
        (at(2, 19), at(5, 17)),  # this evening is whole, then Saturday
        (at(2, 19, 1), at(5, 17)),
        (at(4, 22), at(5, 21)),  # Friday at night: Saturday by day, Saturday evening
        (at(5, 9), at(5, 21)),
        (at(5, 9, 1), at(6, 17)),  # Saturday has begun: Sunday
        (at(6, 9, 1), at(12, 17)),
    ],
)
def test_a_vote_holds_an_evening_and_a_day_of_a_weekend(config: Config, opens: datetime, earliest: datetime) -> None:
    assert earliest_end(opens, config.community) == earliest
    check_period(opens, earliest, config.community)
    with pytest.raises(PeriodUnfit):
        check_period(opens, earliest - SECOND, config.community)


def test_what_is_offered_is_fit(config: Config) -> None:
    opens = at(2, 20)
    offered = ends(opens, config.community)
    assert [end.astimezone(SHANGHAI) for end in offered] == [at(6, 21), at(9, 21), at(16, 21)]
    longest = opens + timedelta(days=config.community.votes.longest_days)
    check_period(opens, longest, config.community)
    with pytest.raises(PeriodUnfit):
        check_period(opens, longest + SECOND, config.community)


async def test_it_is_extended_once_and_never_shortened(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    with pytest.raises(NotExtended):
        await hall.extends(vote, SUNDAY)
    longer = await hall.extends(vote, SUNDAY + DAY)
    assert longer.extension is not None
    assert (longer.ends_at, longer.extension.before) == (SUNDAY + DAY, SUNDAY)
    assert await hall.extends(vote, SUNDAY + DAY) == longer, "twice is once"
    with pytest.raises(ExtendedBefore):
        await hall.extends(vote, SUNDAY + 2 * DAY)
    await hall.at(SUNDAY)
    await hall.casts(WANG, vote, YES)
    await hall.at(SUNDAY + DAY)
    assert (await hall.vote(vote.id)).state is State.CLOSED


@pytest.mark.parametrize("reason", ["", "  ", "长" * 61, "\u200b", "\u2060\u200d", "……"])
async def test_without_a_fit_reason_nothing_changes(hall: Hall, reason: str) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    with pytest.raises(VoteReasonUnfit):
        await hall.extends(vote, SUNDAY + DAY, reason)
    with pytest.raises(VoteReasonUnfit):
        await hall.annuls(vote, reason)
    assert await hall.vote(vote.id) == vote


@pytest.mark.both
async def test_what_is_annulled_is_never_counted_and_its_item_is_reviewed_anew(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    await hall.casts(WANG, vote, YES)
    annulled = await hall.annuls(vote, "方案写错了")
    assert await hall.annuls(vote, "另一个原因") == annulled, "the first reason stays"
    with pytest.raises(VoteOver):
        await hall.casts(WANG, vote, YES)
    with pytest.raises(VoteOver):
        await hall.extends(vote, SUNDAY + DAY)
    await hall.at(SUNDAY)
    after = await hall.vote(vote.id)
    assert (after.state, after.outcome, after.took_part) == (State.ANNULLED, None, None)
    item = await hall.town.ask(lambda uow: uow.agenda.get(vote.item, SUNSHINE))
    assert item.step is Step.REVIEWING


async def test_one_vote_at_a_time_on_an_item_and_opening_twice_is_once(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    assert await hall.town.do(opening.open_vote, None, CHAIR, vote.key, vote.motion) == vote
    with pytest.raises(VoteRuns):
        await hall.town.do(opening.open_vote, None, CHAIR, "another", vote.motion)


async def test_votes_by_area_are_never_secret(hall: Hall) -> None:
    with pytest.raises(MustBeNamed):
        await hall.opens(OwnersRule(Majority.SPECIAL))


async def test_residents_manage_no_votes_and_guides_none_whatever_else_they_are(hall: Hall) -> None:
    """One rule for opening, extending, annulling and casting; the role of a moderator does not help a guide."""
    vote = await hall.opens(HOUSEHOLDS)
    guide = Reader(5000006, "周老师", community=SUNSHINE, known=True)
    await hall.town.do(give_account, None, guide)
    await hall.town.do(lambda uow: uow.roles.appoint(Appointment(SUNSHINE, guide.telegram_id, Role.MODERATOR)))
    item = await hall.town.do(put_on_floor)
    motion = vote.motion
    anew = replace(motion, item=item.id)
    deeds: list[Callable[[UnitOfWork, Reader], object]] = [
        opening.to_open,
        lambda uow, who: opening.open_vote(uow, who, "k", anew),
        lambda uow, who: changing.to_extend(uow, who, vote.id),
        lambda uow, who: changing.extend(uow, who, vote.id, SUNDAY + DAY, "再等等"),
        lambda uow, who: changing.to_annul(uow, who, vote.id),
        lambda uow, who: changing.annul(uow, who, vote.id, "不好"),
        lambda uow, who: paper.find(uow, who, vote.id, "3-2-502"),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            await hall.town.do(deed, None, WANG)
        with pytest.raises(GuideNeverDecides):
            await hall.town.do(deed, None, guide)
    with pytest.raises(GuideNeverDecides):
        await hall.town.do(casting.cast, None, guide, vote.id, (YES,), "key")
    assert await hall.vote(vote.id) == vote


@pytest.mark.both
async def test_reminded_is_who_can_still_vote_and_nobody_twice(hall: Hall) -> None:
    people = [await hall.joins(6000000 + n, 4, 1, f"{1 + n}01") for n in range(5)]
    vote = await hall.opens(RESIDENTS)
    await hall.casts(people[0], vote, YES)
    hall.clock.moment = SUNDAY - timedelta(hours=24)
    told: list[int] = []
    while batch := await hall.town.do(remind, None, 2):
        told += batch[1]
    assert people[0].telegram_id not in told
    assert {one.telegram_id for one in people[1:]} <= set(told)
    assert len(set(told)) == len(told)
    assert await hall.town.do(remind, None, 2) == (), "each reminder goes once"


@pytest.mark.both
async def test_guides_who_would_be_refused_are_not_reminded(hall: Hall) -> None:
    people = [await hall.joins(6000000 + n, 4, 1, f"{1 + n}01") for n in range(3)]
    for guide, ends_at in ((people[0], None), (people[1], SUNDAY - 2 * DAY)):
        appointed = Appointment(SUNSHINE, guide.telegram_id, Role.GUIDE, ends_at=ends_at)
        await hall.town.do(appoint, None, appointed)
    await hall.opens(RESIDENTS)
    hall.clock.moment = SUNDAY - timedelta(hours=24)
    told = await hall.town.do(remind, None, 200)
    assert told
    assert people[0].telegram_id not in told[1]
    assert {one.telegram_id for one in people[1:]} <= set(told[1]), "who is a guide no more is reminded"


@pytest.mark.both
async def test_at_night_a_reminder_waits_and_who_votes_meanwhile_gets_none(hall: Hall) -> None:
    early, late = [await hall.joins(6000000 + n, 4, 1, f"{1 + n}01") for n in range(2)]
    vote = await hall.opens(RESIDENTS, closes=at(6, 23, 30))
    await hall.at(at(5, 23, 30))
    assert reminded(hall) == set(), "the household sleeps"
    await hall.casts(early, vote, YES)
    await hall.at(at(6, 9))
    assert late.telegram_id in reminded(hall)
    assert early.telegram_id not in reminded(hall)


def appoint(uow: UnitOfWork, one: Appointment) -> None:
    uow.roles.appoint(one)


def reminded(hall: Hall) -> set[int]:
    return {chat for (chat,) in hall.rows("SELECT chat_id FROM outbox WHERE cause LIKE 'vote-%-remind-%'")}


async def test_who_took_part_is_told_only_of_enough(hall: Hall) -> None:
    people = [await hall.joins(6000000 + n, 4, 1, f"{1 + n}01") for n in range(5)]
    vote = await hall.opens(RESIDENTS)
    for one in people[:4]:
        await hall.casts(one, vote, YES)
    with pytest.raises(TooFewToShow):
        await hall.town.ask(looking.who_took_part, WANG, vote.id)
    await hall.at(SUNDAY - SECOND)
    await hall.casts(people[4], vote, YES)
    with pytest.raises(TooFewToShow):
        await hall.town.ask(looking.who_took_part, WANG, vote.id)
    await hall.at(SUNDAY)
    assert len(await hall.town.ask(looking.who_took_part, WANG, vote.id)) == 5


def remind(uow: UnitOfWork, at_once: int) -> tuple[()] | tuple[bool, tuple[int, ...]]:
    """One batch; empty where nothing is due."""
    if not reminding.see_to_reminders(uow, at_once):
        return ()
    return True, tuple(one for event in uow.events if isinstance(event, VoteReminded) for one in event.them)


def give_account(uow: UnitOfWork, who: Reader) -> None:
    account = uow.residents.account(WANG.telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, telegram_id=who.telegram_id), uow.now)
