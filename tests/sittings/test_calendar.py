"""Which days are deliberation days."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, takewhile

import pytest
from chinese_calendar import Holiday
from hypothesis import given
from hypothesis import strategies as st

from bot.config import WEEKDAYS, Community, Config
from bot.sittings.model.calendar import Day, announced, days, holiday
from bot.sittings.views import HOLIDAYS
from tests.communities import like
from tests.strategies import moments

A_SECOND = timedelta(seconds=1)
WEDNESDAY = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""19:00 in Shanghai."""
RULES = ("skip", "next_week", "day_before", "hold")


def following(community: Community, now: datetime) -> datetime:
    coming = days(community.sittings, community.zone, now)
    return next(day.starts_at for day in coming if day.starts_at is not None)


def year(community: Community, which: int) -> Sequence[Day]:
    """The days whose usual day is in this year."""
    begins = datetime(which, 1, 1, tzinfo=community.zone) - A_SECOND
    coming = days(community.sittings, community.zone, begins)
    within = takewhile(lambda day: day.usual.year <= which, coming)
    return [day for day in within if day.usual.year == which]


def held(found: Sequence[Day]) -> list[date]:
    return [day.starts_at.date() for day in found if day.starts_at is not None]


def test_a_second_before_it_starts_it_is_today(config: Config) -> None:
    assert following(config.community, WEDNESDAY - A_SECOND) == WEDNESDAY


def test_from_the_very_second_on_it_is_next_week(config: Config) -> None:
    assert following(config.community, WEDNESDAY) == WEDNESDAY + timedelta(days=7)


def test_the_day_is_the_communitys_not_the_servers(config: Config) -> None:
    """00:30 on Wednesday in Shanghai is still Tuesday in UTC."""
    assert following(config.community, datetime(2026, 12, 1, 16, 30, tzinfo=UTC)) == WEDNESDAY


def test_seven_on_the_wall_is_seven_after_the_clocks_change(config: Config) -> None:
    """In Berlin summer time ends on 25 October 2026."""
    berlin = like(config.community, timezone="Europe/Berlin", sittings={"holidays": "none"})
    before = datetime(2026, 10, 21, 17, tzinfo=UTC)  # this week's, 19:00 in summer
    assert following(berlin, before - A_SECOND) == before
    after = following(berlin, before)
    assert after.astimezone(UTC) == datetime(2026, 10, 28, 18, tzinfo=UTC)
    assert (after.hour, after.minute) == (19, 0)
    assert len(held(year(berlin, 2026))) == 52


def test_in_shanghai_it_is_at_eleven_by_the_universal_clock_all_year(config: Config) -> None:
    hours = {day.starts_at.astimezone(UTC).hour for day in year(config.community, 2026) if day.starts_at}
    assert hours == {11}


def test_2026_every_wednesday_but_for_two_holidays(config: Config) -> None:
    found = year(config.community, 2026)
    assert [(day.usual.date(), day.holiday) for day in found if day.starts_at is None] == [
        (date(2026, 2, 18), "Spring Festival"),
        (date(2026, 10, 7), "National Day"),
    ]
    assert len(found) == 52
    assert {day.weekday() for day in held(found)} == {2}
    assert len(set(held(found))) == 50


def test_the_day_before_is_the_last_one_before_the_holidays(config: Config) -> None:
    """18 February goes to a Saturday that was made a working day; before 7 October comes another Wednesday."""
    community = like(config.community, sittings={"on_holiday": "day_before"})
    changed = [
        (day.usual.date(), day.starts_at and day.starts_at.date()) for day in year(community, 2026) if day.holiday
    ]
    assert changed == [(date(2026, 2, 18), date(2026, 2, 14)), (date(2026, 10, 7), None)]


def test_every_two_weeks_the_next_week_takes_it(config: Config) -> None:
    rule = {"on_holiday": "next_week", "every_weeks": 2, "counted_from": date(2026, 10, 5)}
    community = like(config.community, sittings=rule)
    found = {day.usual.date(): day for day in year(community, 2026)}
    moved = found[date(2026, 10, 7)]
    assert moved.moved
    assert moved.starts_at is not None
    assert moved.starts_at.date() == date(2026, 10, 14)
    assert found[date(2026, 10, 21)].starts_at == found[date(2026, 10, 21)].usual
    assert len(found) == 26


@pytest.mark.parametrize("seconds", [0, 1])
def test_a_sitting_that_was_moved_is_over_from_its_own_second_on(config: Config, seconds: int) -> None:
    rule = {"on_holiday": "next_week", "every_weeks": 2, "counted_from": date(2026, 10, 5)}
    community = like(config.community, sittings=rule)
    moved = datetime(2026, 10, 14, 11, tzinfo=UTC)
    expected = moved if seconds else datetime(2026, 10, 21, 11, tzinfo=UTC)
    assert following(community, moved - timedelta(seconds=seconds)) == expected


def test_a_weekend_is_a_holiday_only_by_the_calendar(config: Config) -> None:
    """Of Saturdays: 14 February 2026 was made a working day, the 21st is the Spring Festival, 7 March ordinary."""
    community = like(config.community, sittings={"weekday": "saturday"})
    found = held(year(community, 2026))
    assert date(2026, 2, 14) in found
    assert date(2026, 2, 21) not in found
    assert date(2026, 3, 7) in found


def test_whoever_holds_it_on_holidays_has_52(config: Config) -> None:
    assert len(held(year(like(config.community, sittings={"on_holiday": "hold"}), 2026))) == 52


def test_a_year_that_nobody_has_announced_has_no_holidays_and_says_so(config: Config) -> None:
    found = year(config.community, 2098)
    assert len(held(found)) == len(found)
    assert not any(day.announced for day in found)
    assert all(day.announced for day in year(config.community, 2026))
    assert not holiday(date(2098, 10, 1), "china")


def test_without_holidays_every_year_is_known() -> None:
    assert announced(date(2098, 10, 1), "none")
    assert not holiday(date(2026, 10, 1), "none")


def test_every_holiday_of_the_library_has_a_name_of_ours() -> None:
    assert HOLIDAYS.keys() == {feast.value for feast in Holiday}


@given(
    moments, st.sampled_from(WEEKDAYS), st.sampled_from(["00:00", "19:00", "23:59"]), st.sampled_from(RULES),
    st.integers(1, 2),
)  # fmt: skip
def test_days_come_in_order_none_twice_on_their_weekday_or_moved_by_rule(
    config: Config, now: datetime, weekday: str, starts: str, rule: str, weeks: int
) -> None:
    sittings = {"weekday": weekday, "starts": starts, "on_holiday": rule, "every_weeks": weeks}
    community = like(config.community, sittings=sittings)
    coming = days(community.sittings, community.zone, now)
    found = [next(coming) for _ in range(60)]
    begins = [day.starts_at for day in found if day.starts_at is not None]
    assert begins[0] > now
    assert begins == sorted(set(begins))
    assert all(later.usual - day.usual == timedelta(weeks=weeks) for day, later in pairwise(found))
    for day in found:
        assert WEEKDAYS[day.usual.weekday()] == weekday
        if day.starts_at is not None:
            assert f"{day.starts_at:%H:%M}" == starts
            assert day.starts_at == day.usual or (day.holiday and rule in ("next_week", "day_before"))
            assert rule == "hold" or not holiday(day.starts_at.date(), "china")
