"""The clocks of a concern on their boundaries."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.concerns.model.deadline import (
    Deadline,
    Times,
    first_deadline,
    following,
    marks,
    next_look,
    resumed,
    time_left,
)
from bot.concerns.model.life import DUE, Due, State
from bot.concerns.model.refusals import DayIsPast, Overdue
from bot.config import Config
from tests.communities import like
from tests.strategies import moments

NOON = datetime(2026, 12, 2, 4, tzinfo=UTC)
"""In Shanghai, of a Wednesday."""
A_SECOND = timedelta(seconds=1)


@pytest.fixture
def noon(config: Config) -> Times:
    return Times(NOON, config.community.response, config.community.zone)


def later(times: Times, **how_much: float) -> Times:
    return Times(times.now + timedelta(**how_much), times.rules, times.zone)


def test_the_first_answer_is_due_in_24_hours_with_marks_at_half_and_four_fifths(noon: Times) -> None:
    clock = first_deadline(noon)
    hours = [(mark.at - NOON).total_seconds() / 3600 for mark in marks(clock, noon.rules)]
    assert hours == [12, 19.2, 24, 36, 48, 72]
    assert [(mark.percent, mark.rung) for mark in marks(clock, noon.rules)] == [
        (50, 0), (80, 0), (100, 1), (100, 2), (100, 3), (100, 4),
    ]  # fmt: skip


def test_a_plan_is_due_three_days_after_the_beginning_not_after_the_first_answer(noon: Times) -> None:
    plan = following(first_deadline(noon), State.ACKNOWLEDGED, later(noon, hours=20))
    assert plan == Deadline(Due.PLAN, NOON, NOON + timedelta(days=3), 2)


def test_a_plan_is_overdue_at_once_where_the_first_answer_came_too_late_for_it(noon: Times) -> None:
    plan = following(first_deadline(noon), State.ACKNOWLEDGED, later(noon, days=4))
    assert plan is not None
    assert plan.at < noon.now + timedelta(days=4)


def test_taking_it_on_does_not_stop_the_clock(noon: Times) -> None:
    first = first_deadline(noon)
    assert following(first, State.CLAIMED, later(noon, hours=5)) is first


def test_what_is_to_be_done_today_is_due_at_midnight_in_the_community(noon: Times) -> None:
    clock = following(None, State.SIMPLE, noon)
    assert clock is not None
    assert clock.at.astimezone(noon.zone).date() == date(2026, 12, 2)
    assert (clock.at + A_SECOND).astimezone(noon.zone).date() == date(2026, 12, 3)


def test_today_is_the_communitys_day(noon: Times) -> None:
    """At 00:30 on Thursday in Shanghai it is still Wednesday in UTC."""
    clock = following(None, State.SIMPLE, later(noon, hours=12.5))
    assert clock is not None
    assert clock.at.astimezone(noon.zone).date() == date(2026, 12, 3)


def test_nobody_promises_for_yesterday(noon: Times) -> None:
    with pytest.raises(DayIsPast):
        following(None, State.PLANNED, noon, date(2026, 12, 1))
    assert following(None, State.PLANNED, noon, date(2026, 12, 2)) is not None


def test_a_new_plan_is_a_new_run_of_the_clock(noon: Times) -> None:
    first = following(None, State.PLANNED, noon, date(2026, 12, 4))
    second = following(first, State.PLANNED, noon, date(2026, 12, 9))
    assert first is not None
    assert second is not None
    assert second.run == first.run + 1


def test_the_resident_is_asked_again_half_way_and_has_seven_days(noon: Times) -> None:
    clock = following(None, State.DONE, noon)
    assert clock is not None
    assert [(mark.at - NOON, mark.percent) for mark in marks(clock, noon.rules)] == [
        (timedelta(days=3.5), 50), (timedelta(days=7), 100),
    ]  # fmt: skip


def test_a_pause_keeps_what_was_left_of_the_time(noon: Times) -> None:
    plan = following(first_deadline(noon), State.ACKNOWLEDGED, later(noon, hours=1))
    left = time_left(plan, later(noon, days=1))
    assert left == timedelta(days=2)
    goes_on = resumed(plan, left, later(noon, days=30))
    assert (goes_on.due, goes_on.at - goes_on.since) == (Due.PLAN, timedelta(days=2))


def test_a_pause_before_any_answer_keeps_the_time_for_the_plan(noon: Times) -> None:
    assert time_left(first_deadline(noon), later(noon, hours=23)) == timedelta(hours=49)


def test_a_clock_that_has_run_out_is_not_stopped(noon: Times) -> None:
    clock = first_deadline(noon)
    with pytest.raises(Overdue):
        time_left(clock, later(noon, hours=24))
    assert time_left(clock, later(noon, hours=23, minutes=59, seconds=59)) > timedelta(hours=48)


def test_a_longer_ladder_and_other_hours_come_from_the_rules(config: Config, noon: Times) -> None:
    rules = like(config.community, response={"first_hours": 10, "alert_percent": [], "escalation": [{"government": 0}]})
    times = Times(NOON, rules.response, noon.zone)
    assert [mark.at - NOON for mark in marks(first_deadline(times), rules.response)] == [timedelta(hours=10)]


@given(
    moments,
    st.sampled_from(sorted(Due)),
    st.timedeltas(timedelta(minutes=1), timedelta(days=400)),
    st.integers(0, 9),
)
def test_marks_rise_and_each_look_is_at_the_next_of_them(
    config: Config, since: datetime, due: Due, lasts: timedelta, passed: int
) -> None:
    rules = config.community.response
    clock = Deadline(due, since, since + lasts, passed=passed)
    rising = [mark.at for mark in marks(clock, rules)]
    assert all(before < after for before, after in pairwise(rising))
    assert since < rising[0]
    assert clock.at in rising
    assert next_look(clock, rules) == (rising[passed] if passed < len(rising) else None)


@pytest.mark.parametrize("state", State)
def test_every_state_has_the_clock_of_the_table(state: State, noon: Times) -> None:
    clock = following(None, state, noon, date(2026, 12, 4))
    assert (clock.due if clock else None) is DUE[state]
    assert clock is None or clock.at > noon.now
