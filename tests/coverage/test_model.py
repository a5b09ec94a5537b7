"""What is hidden, on its boundaries; and that nobody can compute it."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coverage.model import Cell, Dimension, TooFew, shown, suppress

LEAST = 5


def cells(*counts: tuple[int, int]) -> list[Cell]:
    """Given as (joined, on the roll)."""
    return [Cell(str(number), on_roll, joined) for number, (joined, on_roll) in enumerate(counts, 1)]


def hidden(found: Sequence[Cell]) -> list[str]:
    return [cell.part for cell in found if cell.hidden]


def test_five_are_shown() -> None:
    assert hidden(suppress(cells((5, 60), (20, 60), (30, 60)), LEAST)) == []


def test_four_are_hidden_and_the_next_smallest_with_them() -> None:
    assert hidden(suppress(cells((4, 60), (20, 60), (30, 60)), LEAST)) == ["1", "2"]


def test_none_are_few_too() -> None:
    assert hidden(suppress(cells((0, 60), (30, 60), (20, 60)), LEAST)) == ["1", "3"]


def test_two_that_are_hidden_hide_each_other_when_together_they_are_five() -> None:
    assert hidden(suppress(cells((2, 60), (3, 60), (20, 60)), LEAST)) == ["1", "2"]
    assert hidden(suppress(cells((2, 60), (2, 60), (20, 60)), LEAST)) == ["1", "2", "3"]


def test_two_small_parts_in_which_everybody_joined_do_not_hide_each_other() -> None:
    assert hidden(suppress(cells((4, 4), (5, 5), (20, 60)), LEAST)) == ["1", "2", "3"]


def test_where_nothing_is_left_to_hide_behind_nothing_is_shown() -> None:
    with pytest.raises(TooFew):
        suppress(cells((4, 4), (60, 60)), LEAST)


def test_a_hidden_cell_does_not_carry_its_count() -> None:
    assert all(cell.joined == 0 for cell in suppress(cells((4, 60), (20, 60)), LEAST) if cell.hidden)


def test_a_total_of_four_is_not_shown_and_one_of_five_is() -> None:
    with pytest.raises(TooFew):
        shown(Cell("", 1200, 4), {}, LEAST)
    assert shown(Cell("", 1200, 5), {Dimension.TENURE: cells((5, 900))}, LEAST).total.joined == 5


def test_a_hundred_percent_is_everybody() -> None:
    assert Cell("1", 1000, 999).percent == 99
    assert Cell("1", 1000, 1000).percent == 100
    assert Cell("1", 0, 0).percent == 0


small = st.integers(0, 12).flatmap(lambda on_roll: st.tuples(st.integers(0, on_roll), st.just(on_roll)))


@given(st.lists(small, min_size=1, max_size=4))
def test_from_all_that_is_shown_no_hidden_count_follows(counts: list[tuple[int, int]]) -> None:
    """By trying every way to fill the hidden cells that adds up to the total."""
    asked = cells(*counts)
    try:
        found = suppress(asked, LEAST)
    except TooFew:
        return
    assert all(before.joined >= LEAST for before, after in zip(asked, found, strict=True) if not after.hidden)
    unknown = [cell for cell in found if cell.hidden]
    rest = sum(cell.joined for cell in asked) - sum(cell.joined for cell in found)
    ways = [way for way in product(*(range(cell.on_roll + 1) for cell in unknown)) if sum(way) == rest]
    assert all(len({way[place] for way in ways}) > 1 for place in range(len(unknown)))
