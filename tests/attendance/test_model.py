"""Who comes, what is planned, what is still of use, and whether enough come: on their boundaries."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.attendance.model.alternates import Council, answer_by, forecast
from bot.attendance.model.quorum import quorum
from bot.attendance.model.reminders import Kind, Reminder, choose, next_before, plan
from bot.attendance.model.rsvp import Signup, SignupClosed, SignupOff, check_open
from bot.config import AttendanceRules
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Sitting, SittingId

START = datetime(2026, 12, 2, 11, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
EVENING = Sitting(SittingId(2), CommunityId(1), "rule-1-2026-49", START, None, START - 500 * HOUR)
RULES = AttendanceRules(quorum="1/2", least_residents=10, reminder_hours=(24, 2), shortfall_hours=24)


def reminder(kind: Kind, hours: int, due_at: datetime) -> Reminder:
    return Reminder(0, EVENING.id, kind, hours, due_at)


DAY = reminder(Kind.BEFORE, 24, START - 24 * HOUR)
HOURS = reminder(Kind.BEFORE, 2, START - 2 * HOUR)
BEGINS = reminder(Kind.START, 0, START - HOUR / 6)


class TestSigningUp:
    def test_until_the_last_second(self) -> None:
        check_open(EVENING, START - SECOND)
        with pytest.raises(SignupClosed):
            check_open(EVENING, START)

    def test_not_for_one_that_is_off(self) -> None:
        with pytest.raises(SignupOff):
            check_open(EVENING.called_off(START - HOUR, "停电"), START - HOUR)

    def test_the_same_word_changes_nothing(self) -> None:
        said = Signup(EVENING.id, 1, coming=True, speaks=True, at=START - HOUR)
        assert said.says(coming=True, at=START) == said == said.wants_to_speak(speaks=True, at=START)

    def test_who_speaks_comes_and_who_does_not_come_does_not_speak(self) -> None:
        away = Signup(EVENING.id, 1, coming=False, speaks=False, at=START - HOUR)
        speaks = away.wants_to_speak(speaks=True, at=START)
        assert (speaks.coming, speaks.speaks) == (True, True)
        assert (speaks.says(coming=False, at=START).speaks, speaks.wants_to_speak(False, START).coming) == (False, True)


class TestPlanning:
    def test_all_of_it_four_weeks_ahead(self) -> None:
        kinds = {(one.kind, one.hours): START - one.due_at for one in plan(EVENING, RULES, START - 672 * HOUR)}
        assert kinds == {
            (Kind.BEFORE, 24): 24 * HOUR,
            (Kind.BEFORE, 2): 2 * HOUR,
            (Kind.SHORTFALL, 0): 24 * HOUR,
            (Kind.START, 0): HOUR / 6,
        }

    def test_exactly_a_day_ahead_the_day_before_is_still_ahead_and_a_second_later_not(self) -> None:
        assert DAY.hours in [one.hours for one in plan(EVENING, RULES, DAY.due_at)]
        assert DAY.hours not in [one.hours for one in plan(EVENING, RULES, DAY.due_at + SECOND)]

    def test_of_one_called_three_hours_ahead_what_is_ahead(self) -> None:
        kinds = {(one.kind, one.hours): START - one.due_at for one in plan(EVENING, RULES, START - 3 * HOUR)}
        assert kinds == {(Kind.BEFORE, 2): 2 * HOUR, (Kind.SHORTFALL, 0): 1.5 * HOUR, (Kind.START, 0): HOUR / 6}

    def test_of_one_called_a_minute_ahead_that_it_starts(self) -> None:
        assert Kind.START in [one.kind for one in plan(EVENING, RULES, START - timedelta(minutes=1))]
        assert plan(EVENING, RULES, START) == []

    def test_an_hour_named_twice_is_one_reminder(self) -> None:
        twice = RULES.model_copy(update={"reminder_hours": (2, 2)})
        assert [one.hours for one in plan(EVENING, twice, DAY.due_at) if one.kind is Kind.BEFORE] == [2]

    def test_the_next_one_is_told_as_long_as_it_is_ahead(self) -> None:
        assert next_before(EVENING, RULES, DAY.due_at - SECOND) == 24
        assert next_before(EVENING, RULES, DAY.due_at) == 2
        assert next_before(EVENING, RULES, HOURS.due_at) is None


class TestChoosing:
    def test_the_newest_only(self) -> None:
        assert choose([DAY, HOURS], EVENING, START - HOUR) == (HOURS, [DAY])

    def test_a_second_before_the_start_that_it_starts(self) -> None:
        assert choose([DAY, HOURS, BEGINS], EVENING, START - SECOND) == (BEGINS, [DAY, HOURS])

    def test_at_the_start_only_that_it_starts(self) -> None:
        assert choose([HOURS], EVENING, START) == (None, [HOURS])
        assert choose([HOURS, BEGINS], EVENING, START) == (BEGINS, [HOURS])

    def test_a_second_after_the_start_nothing(self) -> None:
        assert choose([DAY, HOURS, BEGINS], EVENING, START + SECOND) == (None, [DAY, HOURS, BEGINS])


class TestQuorum:
    @pytest.mark.parametrize(("seats", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (40, 21)])
    def test_more_than_half_of_the_seats(self, seats: int, needed: int) -> None:
        assert quorum(seats, RULES).needed == needed

    def test_exactly_enough_is_enough(self) -> None:
        assert (quorum(5, RULES).met_by(2), quorum(5, RULES).met_by(3)) == (False, True)
        assert (quorum(0, RULES).met_by(9), quorum(0, RULES).met_by(10)) == (False, True)

    def test_with_a_council_only_representatives_count(self) -> None:
        expected = forecast(7, Council(seats=9, coming=3), RULES)
        assert (expected.coming, expected.counting, expected.missing) == (7, 3, 2)

    def test_without_one_everybody_does(self) -> None:
        assert forecast(7, Council(seats=0, coming=0), RULES).missing == 3
        assert forecast(11, Council(seats=0, coming=0), RULES).missing == 0

    def test_an_alternate_has_three_hours_and_never_until_the_last_one(self) -> None:
        assert answer_by(EVENING, START - 24 * HOUR) == START - 21 * HOUR
        assert answer_by(EVENING, START - 3 * HOUR) == START - HOUR
