"""The rubric, and means without rounding."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda.model.item import ItemId
from bot.assessments.model import (
    BEST,
    RUBRIC,
    Assessment,
    Criterion,
    Rating,
    Signals,
    State,
    read_marks,
    signals,
    tenths,
    trend,
)
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId
from bot.previews.model.notice import Slot
from bot.sittings.model.sitting import SittingId

NOW = datetime(2026, 12, 2, 13, tzinfo=UTC)
SITTING = SittingId(2)
OPEN = Assessment(SITTING, CommunityId(1), 0, NOW, State.OPEN)


def test_the_rubric_sums_to_ten_over_five_criteria() -> None:
    assert (sum(RUBRIC.values()), BEST, len(RUBRIC), set(RUBRIC.values())) == (10, 10, 5, {2})
    assert list(RUBRIC) == list(Criterion)
    assert Rating(SITTING, 1, (2,) * 5, NOW).total == BEST


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ((3, 3, 3, 3, 4), "3.2"),
        ((8, 8, 8, 8, 7), "7.8"),
        ((10, 10, 10), "10.0"),
        ((0, 0, 0), "0.0"),
        ((7, 8, 8), "7.7"),
        ((7, 7, 7, 8), "7.3"),  # 7.25: half up
    ],
)
def test_the_mean_with_one_decimal(totals: tuple[int, ...], told: str) -> None:
    found = OPEN.published(totals).score
    assert found is not None
    assert tenths(found) == told


@pytest.mark.parametrize("totals", [(), (10,), (10, 10)])
def test_fewer_than_three_raters_are_no_score(totals: tuple[int, ...]) -> None:
    assert OPEN.published(totals).score is None
    published = Assessment(SITTING, CommunityId(1), 0, NOW, State.PUBLISHED, raters=len(totals), total=sum(totals))
    assert published.score is None


def test_there_is_no_score_before_it_is_published() -> None:
    running = Assessment(SITTING, CommunityId(1), 0, NOW, State.OPEN, raters=3, total=30)
    assert running.score is None
    assert running.takes_ratings(NOW - timedelta(seconds=1))
    assert not running.takes_ratings(NOW)


@given(st.lists(st.integers(0, 10), min_size=3))
def test_the_mean_lies_within_what_was_given(totals: list[int]) -> None:
    found = OPEN.published(totals).score
    assert found is not None
    assert min(totals) <= found <= max(totals)
    assert found * len(totals) == sum(totals)


def test_the_first_three_against_the_last_three_and_no_sitting_on_both_sides() -> None:
    first = [Fraction(3), Fraction(3), Fraction(18, 5)]
    last = [Fraction(8), Fraction(8), Fraction(37, 5)]
    found = trend(first, last, 6)
    assert found is not None
    assert (tenths(found.first), tenths(found.last)) == ("3.2", "7.8")
    assert trend(first, last, 5) is None


def test_what_the_books_say_by_themselves() -> None:
    slots = [Slot(SITTING, ItemId(item), 1, item, 10, 7, None) for item in (1, 2, 3)]
    ten = timedelta(minutes=10)
    treated = [
        Treated(SITTING, ItemId(1), 1, NOW, 0, NOW + ten),
        Treated(SITTING, ItemId(2), 2, NOW, 0, NOW + ten + timedelta(seconds=1)),
        Treated(SITTING, ItemId(9), 3, NOW, 0, NOW + ten),  # stood on no agenda
    ]
    assert signals(slots, treated) == Signals(planned=3, treated=2, in_time=1)


@pytest.mark.parametrize("written", ["3", "22222222", "abc", "22223", "-1", "²"])
def test_marks_that_no_button_carries_are_none(written: str) -> None:
    assert read_marks(written) == ()
    assert read_marks("20121") == (2, 0, 1, 2, 1)
