"""When the next deliberation day is."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.config import WEEKDAYS, Config
from bot.menu.views import next_sitting
from tests.communities import like
from tests.strategies import moments

A_MICROSECOND = timedelta(microseconds=1)
WEDNESDAY = datetime(2026, 12, 2, 11, tzinfo=UTC)
"""19:00 in Shanghai."""


def test_a_moment_before_it_starts_it_is_today(config: Config) -> None:
    assert next_sitting(config.community, WEDNESDAY - A_MICROSECOND) == WEDNESDAY


def test_from_the_very_minute_on_it_is_next_week(config: Config) -> None:
    assert next_sitting(config.community, WEDNESDAY) == WEDNESDAY + timedelta(days=7)


def test_the_day_after_it_is_in_six_days(config: Config) -> None:
    thursday = WEDNESDAY + timedelta(days=1)
    assert next_sitting(config.community, thursday) == thursday + timedelta(days=6)


def test_the_day_is_the_communitys_not_the_servers(config: Config) -> None:
    """00:30 on Wednesday in Shanghai is still Tuesday in UTC."""
    assert next_sitting(config.community, datetime(2026, 12, 1, 16, 30, tzinfo=UTC)) == WEDNESDAY


def test_seven_on_the_wall_is_seven_after_the_clocks_change(config: Config) -> None:
    """In Berlin summer time ends on 25 October 2026."""
    berlin = like(config.community, timezone="Europe/Berlin")
    before = datetime(2026, 10, 21, 17, tzinfo=UTC)  # this week's, 19:00 in summer
    assert next_sitting(berlin, before - A_MICROSECOND) == before
    after = next_sitting(berlin, before)
    assert after.astimezone(UTC) == datetime(2026, 10, 28, 18, tzinfo=UTC)
    assert (after.hour, after.minute) == (19, 0)


@given(moments, st.sampled_from(WEEKDAYS), st.sampled_from(["00:00", "09:30", "19:00", "23:59"]))
def test_it_is_always_ahead_on_its_weekday_and_hour_within_a_week(
    config: Config, now: datetime, weekday: str, starts: str
) -> None:
    community = like(config.community, sittings={"weekday": weekday, "starts": starts})
    found = next_sitting(community, now)
    assert timedelta() < found - now <= timedelta(days=7)
    assert WEEKDAYS[found.weekday()] == weekday
    assert f"{found:%H:%M}" == starts
