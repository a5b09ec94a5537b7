"""When a message that nobody asked for may go out."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Community, Config
from bot.delivery.model import considerate, considerate_before
from tests.communities import like
from tests.strategies import moments

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
A_MICROSECOND = timedelta(microseconds=1)


def quiet(config: Config, starts: str, until: str, zone: str = "Asia/Shanghai") -> Community:
    """The shipped community with other quiet hours."""
    return like(config.community, quiet_hours={"from": starts, "until": until}, timezone=zone)


def in_shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


def test_the_quiet_hours_begin_on_the_minute(config: Config) -> None:
    ten = in_shanghai(2, 22)
    assert considerate(ten - A_MICROSECOND, config.community) == ten - A_MICROSECOND
    assert considerate(ten, config.community) == in_shanghai(3, 8)


def test_the_quiet_hours_end_on_the_minute(config: Config) -> None:
    eight = in_shanghai(3, 8)
    assert considerate(eight - A_MICROSECOND, config.community) == eight
    assert considerate(eight, config.community) == eight


@pytest.mark.parametrize(("day", "hour"), [(2, 22), (2, 23), (3, 0), (3, 1), (3, 7)])
def test_all_night_long_it_waits_for_the_same_morning(config: Config, day: int, hour: int) -> None:
    assert considerate(in_shanghai(day, hour, 30), config.community) == in_shanghai(3, 8)


def test_the_last_night_of_the_year_ends_next_year(config: Config) -> None:
    eve = datetime(2026, 12, 31, 23, tzinfo=SHANGHAI)
    assert considerate(eve, config.community) == datetime(2027, 1, 1, 8, tzinfo=SHANGHAI)


def test_quiet_hours_within_one_day(config: Config) -> None:
    """午休: 12:00 to 14:00."""
    nap = quiet(config, "12:00", "14:00")
    assert considerate(in_shanghai(2, 11, 59), nap) == in_shanghai(2, 11, 59)
    assert considerate(in_shanghai(2, 12), nap) == in_shanghai(2, 14)
    assert considerate(in_shanghai(2, 13, 59), nap) == in_shanghai(2, 14)
    assert considerate(in_shanghai(2, 14), nap) == in_shanghai(2, 14)
    assert considerate(in_shanghai(2, 23), nap) == in_shanghai(2, 23)


def test_quiet_until_midnight_ends_at_midnight(config: Config) -> None:
    late = quiet(config, "21:00", "00:00")
    assert considerate(in_shanghai(2, 21), late) == in_shanghai(3, 0)
    assert considerate(in_shanghai(3, 0), late) == in_shanghai(3, 0)


def test_two_equal_hours_are_no_quiet_hours(config: Config) -> None:
    never = quiet(config, "22:00", "22:00")
    assert considerate(in_shanghai(2, 22), never) == in_shanghai(2, 22)
    assert considerate(in_shanghai(2, 23), never) == in_shanghai(2, 23)


@pytest.mark.parametrize(
    ("evening", "utc_offset"),
    [
        (datetime(2026, 3, 28, 23, tzinfo=BERLIN), 2),  # the night that summer time begins
        (datetime(2026, 10, 24, 23, tzinfo=BERLIN), 1),  # the night that it ends
    ],
)
def test_eight_in_the_morning_is_eight_on_the_wall_when_the_clocks_change(
    config: Config, evening: datetime, utc_offset: int
) -> None:
    morning = considerate(evening, quiet(config, "22:00", "08:00", "Europe/Berlin"))
    assert morning.time() == time(8)
    assert morning.date() == evening.date() + timedelta(days=1)
    assert morning.utcoffset() == timedelta(hours=utc_offset)


@given(moments, st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe"]))
def test_nothing_waits_longer_than_the_quiet_hours_and_nothing_goes_out_in_them(
    config: Config, now: datetime, zone: str
) -> None:
    community = quiet(config, "22:00", "08:00", zone)
    due = considerate(now, community)
    assert timedelta() <= due - now.astimezone(UTC) <= timedelta(hours=11)  # ten, and one when the clocks change
    assert time(8) <= due.astimezone(community.zone).time() < time(22)
    assert considerate(due, community) == due


def test_what_is_of_no_use_in_the_morning_goes_out_at_night(config: Config) -> None:
    night, morning = in_shanghai(2, 22), in_shanghai(3, 8)
    assert considerate_before(morning + A_MICROSECOND, night, config.community) == morning
    assert considerate_before(morning, night, config.community) == night
