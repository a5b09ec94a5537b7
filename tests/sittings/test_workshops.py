"""On which days the monthly workshop is, and what the books and the calendar say of it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import WEEKDAYS, Community, Config
from bot.sittings.model.calendar import Day, holiday
from bot.sittings.model.workshops import workshops
from tests.communities import like
from tests.neighbours import Clock, Look, Someone
from tests.strategies import moments

A_SECOND = timedelta(seconds=1)
SECOND_SATURDAY = datetime(2026, 12, 12, 6, tzinfo=UTC)
"""14:00 in Shanghai."""
BOOKED = "SELECT id, key, seats, starts_at FROM sittings WHERE kind = 'workshop'"


def found(community: Community, now: datetime, count: int) -> Sequence[Day]:
    return list(islice(workshops(community, now), count))


def test_fourteen_months_in_a_row_it_is_once_a_month_on_the_second_saturday(config: Config) -> None:
    coming = found(config.community, datetime(2025, 12, 31, 16, tzinfo=UTC), 14)
    months = [(2026, month) for month in range(1, 13)] + [(2027, 1), (2027, 2)]
    assert [(day.usual.year, day.usual.month) for day in coming] == months
    for day in coming:
        assert day.starts_at == day.usual
        assert day.usual.weekday() == 5
        assert 8 <= day.usual.day <= 14
        assert day.usual.isoformat().endswith("T14:00:00+08:00")
        assert day.usual.astimezone(UTC).hour == 6


def test_from_the_very_second_on_it_is_next_month(config: Config) -> None:
    assert found(config.community, SECOND_SATURDAY - A_SECOND, 1)[0].starts_at == SECOND_SATURDAY
    [following] = found(config.community, SECOND_SATURDAY, 1)
    assert following.usual.date() == date(2027, 1, 9)


def test_on_a_holiday_it_is_left_out_unless_sittings_are_held_then(config: Config) -> None:
    """3 October 2026 is within the National Day's week."""
    september = datetime(2026, 9, 20, tzinfo=UTC)
    first = like(config.community, workshops={"week": 1})
    [october, november] = found(first, september, 2)
    assert (october.usual.date(), october.starts_at, october.holiday) == (date(2026, 10, 3), None, "National Day")
    assert november.starts_at == november.usual
    for rule in ({"on_holiday": "hold"}, {"holidays": "none"}):
        [held, _] = found(like(first, sittings=rule), september, 2)
        assert held.starts_at == held.usual


def test_a_saturday_that_was_made_a_working_day_is_none(config: Config) -> None:
    """14 February 2026, before the Spring Festival."""
    [february] = found(config.community, datetime(2026, 2, 1, tzinfo=UTC), 1)
    assert february.starts_at is not None
    assert february.starts_at.date() == date(2026, 2, 14)


def test_a_year_that_nobody_has_announced_says_so(config: Config) -> None:
    assert not any(day.announced for day in found(config.community, datetime(2098, 1, 1, tzinfo=UTC), 3))


def test_for_week_0_there_are_none(config: Config) -> None:
    assert found(like(config.community, workshops={"week": 0}), SECOND_SATURDAY, 1) == []


@given(moments, st.integers(1, 4), st.sampled_from(WEEKDAYS), st.sampled_from(["00:00", "14:00", "23:59"]))
def test_whatever_the_rule_there_is_one_a_month_in_order(
    config: Config, now: datetime, week: int, weekday: str, starts: str
) -> None:
    community = like(config.community, workshops={"week": week, "weekday": weekday, "starts": starts})
    coming = found(community, now, 14)
    assert coming[0].usual > now
    months = [day.usual.year * 12 + day.usual.month for day in coming]
    assert months == list(range(months[0], months[0] + 14))
    for day in coming:
        assert WEEKDAYS[day.usual.weekday()] == weekday
        assert (day.usual.day - 1) // 7 == week - 1
        assert day.starts_at is None or not holiday(day.starts_at.date(), "china")


async def test_it_stands_in_the_books_four_weeks_ahead_and_once(clock: Clock, look: Look) -> None:
    december = (5, "rule-1-workshop-2026-12", 30, "2026-12-12 06:00:00.000000")
    assert look(BOOKED) == [december]
    await clock.passes(days=17)
    assert look(BOOKED) == [december]
    await clock.passes(days=1)
    assert [row[1] for row in look(BOOKED)] == ["rule-1-workshop-2026-12", "rule-1-workshop-2027-01"]


async def test_the_next_deliberation_day_is_never_a_workshop(elder: Someone, clock: Clock) -> None:
    await clock.passes(days=15)
    await elder.taps("看预告")
    assert "下次议事日：12月16日 星期三 晚上7点" in await elder.reads()
    await elder.taps("看以后的日子")
    assert await elder.reads() == "下次议事日：12月16日 星期三 晚上7点，社区活动室。"
    assert (await elder.buttons())[1] == "12月12日 星期六工作坊"


async def test_the_calendar_lists_it_in_its_order(liaison: Someone) -> None:
    await liaison.says("/wednesday")
    await liaison.taps("看以后的日子")
    lines = (await liaison.reads()).splitlines()
    at = lines.index("12月12日 星期六 下午2点 议事工作坊")
    assert lines[at - 1].startswith("12月9日")
    assert lines[at + 1].startswith("12月16日")
    assert "12月12日 星期六工作坊" in await liaison.buttons()


async def test_an_older_resident_pages_to_it(elder: Someone) -> None:
    for button in ("看预告", "更多", "看更多", "看以后的日子", "看后面几次", "再看下一次", "再看下一次"):
        await elder.taps(button)
    assert await elder.reads() == "12月12日 星期六 下午2点 议事工作坊"
    await elder.taps("12月12日 星期六工作坊")
    assert await elder.reads() == "议事工作坊：12月12日 星期六 下午2点，社区活动室，还有30个位子。您来吗？"


async def test_no_extraordinary_sitting_is_called_for_its_very_hour(moderator: Someone) -> None:
    await moderator.says("/sitting 12月12日 下午2点")
    assert "12月12日 星期六 下午2点已经有一次了" in await moderator.reads()


@pytest.mark.parametrize("forged", ["pm:5:0", "pa:5:0", "pr:5", "pc:5"])
async def test_it_has_no_preview(liaison: Someone, forged: str) -> None:
    await liaison.forges(forged)
    assert "这里没有这一次议事日" in await liaison.reads()
