"""A year of Wednesdays: every reminder once, none twice and none too late, however long the bot stands still."""

from collections import Counter
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import Config
from storage.database import Database
from tests.attendance.year import ALL, BEGINS, HOUR, MINUTE, SHANGHAI, WHEN, Sent, held, opened, ticks

NEW_YEAR = datetime(2027, 1, 1, tzinfo=SHANGHAI)
SPRING = BEGINS + timedelta(weeks=6)
LEFT_OUT = ["02-18", "10-07"]
"""Wednesdays of 2026 that are holidays: Spring Festival and National Day."""


def all_of(starts_at: datetime) -> set[Sent]:
    return {Sent(starts_at, what, chat) for what, chats in ALL.items() for chat in chats}


def in_time(sent: Sent, now: datetime) -> bool:
    if sent.what == "start-0":
        return sent.starts_at <= now < sent.starts_at + 5 * MINUTE
    return now < sent.starts_at


async def test_in_a_year_without_a_standstill_all_of_them_each_once_and_on_time(
    uncommitted: Database, config: Config
) -> None:
    wednesdays = held(config, NEW_YEAR)
    assert len(wednesdays) == 52 - len(LEFT_OUT)
    assert not {f"{at.astimezone(SHANGHAI):%m-%d}" for at in wednesdays} & set(LEFT_OUT)
    with opened(uncommitted, config) as year:
        for now in ticks(NEW_YEAR):
            await year.tick(now)
        assert year.counted() == Counter(sent for at in wednesdays for sent in all_of(at))
        assert all(now == sent.starts_at - WHEN[sent.what] for sent, now in year.sent)
        assert year.unfinished(NEW_YEAR) == 0


@given(st.sets(st.integers(1, 1500), min_size=3, max_size=3))
@settings(max_examples=5)
async def test_with_three_crashes_at_random_points_the_same_goes_out(
    uncommitted: Database, config: Config, crashes: set[int]
) -> None:
    with opened(uncommitted, config, crashes) as year:
        for now in ticks(SPRING):
            await year.tick(now)
        assert year.counted() == Counter(sent for at in held(config, SPRING) for sent in all_of(at))


standstills = st.lists(
    st.tuples(st.integers(0, 5), st.integers(-30 * 60, 60), st.integers(1, 40 * 60)), min_size=1, max_size=4
)
"""Which week, and in minutes: how long after the start of its sitting, and for how long."""


@given(standstills)
@settings(max_examples=10)
async def test_however_it_stands_still_none_twice_and_none_too_late(
    uncommitted: Database, config: Config, standstills: list[tuple[int, int, int]]
) -> None:
    wednesdays = held(config, SPRING)
    down = [
        (wednesdays[week % len(wednesdays)] + after * MINUTE, length * MINUTE) for week, after, length in standstills
    ]
    with opened(uncommitted, config) as year:
        running = [now for now in ticks(SPRING) if not any(at <= now < at + length for at, length in down)]
        for now in running:
            await year.tick(now)
        counted = year.counted()
        assert max(counted.values(), default=0) <= 1
        assert all(in_time(sent, now) for sent, now in year.sent)
        for at in wednesdays:
            if not any(stop < at + HOUR and at - 26 * HOUR < stop + length for stop, length in down):
                assert all_of(at) <= counted.keys()
            if any(at - 24 * HOUR <= now < at - MINUTE for now in running):
                assert any(sent.starts_at == at for sent in counted)
        assert year.unfinished(running[-1]) == 0
