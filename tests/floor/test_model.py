"""The rules of a sitting, exactly on their boundaries."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.agenda.model.item import Outcome, Scope
from bot.attendance.model.quorum import quorum
from bot.config import Config
from bot.floor.model.desk import Tally
from bot.floor.model.presence import Heads, Present, entitled, present
from bot.floor.model.refusals import MoreVotesThanPeople, NothingCast, NotTheTime
from bot.floor.model.session import Session, check_in_from, check_time, ends_at, not_held
from bot.floor.model.treated import result_of
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId
from tests import communities

ZONE = ZoneInfo("Asia/Shanghai")
SEVEN = datetime(2026, 12, 2, 11, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def sitting(starts_at: datetime = SEVEN, off: datetime | None = None) -> Sitting:
    return Sitting(SittingId(2), CommunityId(1), "rule-1-2026-49", starts_at, None, SEVEN - timedelta(days=28), off)


@pytest.mark.parametrize(
    ("seats", "council", "met", "missing"),
    [(11, 5, False, 1), (11, 6, True, 0), (10, 5, False, 1), (10, 6, True, 0), (1, 0, False, 1), (1, 1, True, 0)],
)
def test_more_than_half_of_the_council_has_to_be_there(
    config: Config, seats: int, council: int, met: bool, missing: int
) -> None:
    there = present(Heads(40, 3, council), quorum(seats, config.community.attendance))
    assert (there.quorum_met, there.missing) == (met, missing)


def test_the_fraction_is_the_communitys(config: Config) -> None:
    rules = communities.like(config.community, attendance={"quorum": "2/3"}).attendance
    assert [present(Heads(9, 0, come), quorum(9, rules)).quorum_met for come in (6, 7)] == [False, True]


@pytest.mark.parametrize(("people", "met"), [(9, False), (10, True)])
def test_without_a_council_everybody_counts(config: Config, people: int, met: bool) -> None:
    there = present(Heads(people, 2, 0), quorum(0, config.community.attendance))
    assert (there.counted, there.quorum_met) == (people, met)


def test_alternates_fill_empty_seats_and_make_none(config: Config) -> None:
    needed = quorum(3, config.community.attendance)
    assert present(Heads(9, 0, 2), needed).counted == 2
    assert present(Heads(9, 0, 5), needed).counted == 3


@pytest.mark.parametrize(
    ("yes", "no", "abstained", "outcome"),
    [
        (1, 0, 9, Outcome.ADOPTED),
        (4, 3, 0, Outcome.ADOPTED),
        (3, 3, 0, Outcome.REJECTED),
        (3, 3, 4, Outcome.REJECTED),
        (2, 3, 0, Outcome.REJECTED),
        (0, 0, 1, Outcome.REJECTED),
    ],
)
def test_more_yes_than_no_adopts_and_a_tie_does_not(yes: int, no: int, abstained: int, outcome: Outcome) -> None:
    assert result_of(yes, no, abstained, 10).outcome is outcome


def test_as_many_votes_as_people_and_not_one_more() -> None:
    assert result_of(3, 2, 1, 6).cast == 6
    with pytest.raises(MoreVotesThanPeople) as refused:
        result_of(3, 2, 2, 6)
    assert (refused.value.votes, refused.value.most) == (7, 6)
    with pytest.raises(MoreVotesThanPeople):
        result_of(-1, 2, 1, 6)
    with pytest.raises(NothingCast):
        result_of(0, 0, 0, 6)


def test_on_its_own_matters_the_council_votes() -> None:
    there = Present(people=23, remote=4, counted=6, seats=11, needed=6)
    assert [entitled(there, scope) for scope in (Scope.COUNCIL, Scope.RESIDENTS, None)] == [6, 23, 23]


def test_it_can_be_opened_from_two_hours_before_until_its_day_ends() -> None:
    midnight = datetime(2026, 12, 2, 16, tzinfo=UTC)
    check_time(sitting(), SEVEN - timedelta(hours=2), 2, ZONE)
    check_time(sitting(), midnight - SECOND, 2, ZONE)
    for late in (SEVEN - timedelta(hours=2) - SECOND, midnight):
        with pytest.raises(NotTheTime) as refused:
            check_time(sitting(), late, 2, ZONE)
        assert refused.value.since == SEVEN - timedelta(hours=2)
    with pytest.raises(NotTheTime):
        check_time(sitting(off=SEVEN - timedelta(days=1)), SEVEN, 2, ZONE)


def test_one_that_begins_late_is_not_over_at_midnight() -> None:
    eleven = datetime(2026, 12, 2, 15, tzinfo=UTC)
    assert ends_at(sitting(eleven), ZONE) == eleven + timedelta(hours=3)


def test_one_checks_in_from_half_an_hour_before_or_from_the_opening_on() -> None:
    half_past = SEVEN - timedelta(minutes=30)
    assert check_in_from(SEVEN, SEVEN - timedelta(hours=2), 30) == half_past
    assert check_in_from(SEVEN, SEVEN + timedelta(minutes=5), 30) == SEVEN + timedelta(minutes=5)


def test_without_a_quorum_it_is_adjourned_and_it_ends_once() -> None:
    running = Session(SittingId(2), CommunityId(1), SEVEN, 1, "4821")
    enough, too_few = Present(9, 0, 6, 11, 6), Present(9, 0, 5, 11, 6)
    held, adjourned = running.closed(SEVEN, enough), running.closed(SEVEN, too_few)
    assert (held.adjourned, held.with_quorum) == (False, True)
    assert (adjourned.adjourned, adjourned.with_quorum) == (True, False)
    assert adjourned.closed(SEVEN + SECOND, enough) == adjourned
    nobody_came = not_held(SittingId(2), CommunityId(1), SEVEN, too_few)
    assert (nobody_came.adjourned, nobody_came.runs, nobody_came.with_quorum) == (True, False, False)


@pytest.mark.parametrize(("held", "called", "percent"), [(6, 20, 30), (19, 20, 95), (20, 20, 100), (0, 0, 0)])
def test_how_many_came_about(held: int, called: int, percent: int) -> None:
    assert Tally(held, called).percent == percent
