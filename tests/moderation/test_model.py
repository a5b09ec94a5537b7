"""Numbers in a line, and turns to the second."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.kit.people import CommunityId
from bot.moderation.model import Kind, Measure, NoSuchRule, OutOfBounds, Plan, Turn, read_plan, too_soon

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)


def slow(lasts: int = 30) -> Measure:
    until = NOW + timedelta(minutes=lasts)
    return Measure(CommunityId(1), -1, "slow-1", Kind.SLOW, 3, 1, "林芳", NOW, until, pace=5)


@pytest.mark.parametrize(
    ("kind", "words", "plan"),
    [
        (Kind.SLOW, "5 30 3 大家 抢着说", Plan(Kind.SLOW, 5, 30, 3, "大家 抢着说")),
        (Kind.SLOW, "5 30", Plan(Kind.SLOW, 5, 30)),
        (Kind.SLOW, "", Plan(Kind.SLOW)),
        (Kind.SLOW, "大家抢着说", Plan(Kind.SLOW)),
        (Kind.PAUSE, "10 1 骂人", Plan(Kind.PAUSE, minutes=10, rule=1, why="骂人")),
        (Kind.REMOVAL, "2", Plan(Kind.REMOVAL, rule=2)),
        (Kind.REMOVAL, "0", Plan(Kind.REMOVAL)),
    ],
)
def test_a_line_is_read_and_what_it_leaves_out_is_asked(kind: Kind, words: str, plan: Plan) -> None:
    assert read_plan(kind, words) == plan


@pytest.mark.parametrize("words", ["61 30 3", "5 1441 3", "5 999999999999 3"])
def test_nobody_is_slowed_down_for_days(words: str) -> None:
    with pytest.raises(OutOfBounds):
        read_plan(Kind.SLOW, words)
    assert read_plan(Kind.SLOW, "60 1440 6").complete


def test_there_are_six_rules() -> None:
    assert read_plan(Kind.REMOVAL, "6").complete
    with pytest.raises(NoSuchRule):
        read_plan(Kind.REMOVAL, "7")


def test_the_turn_comes_on_the_second() -> None:
    last = Turn(1, 10, NOW)
    again = NOW + timedelta(minutes=5)
    assert too_soon(last, again - timedelta(seconds=1), slow()) == again
    assert too_soon(last, again, slow()) is None


def test_nobody_is_held_back_beyond_the_end() -> None:
    assert too_soon(Turn(1, 10, NOW), NOW, slow(lasts=2)) == NOW + timedelta(minutes=2)
