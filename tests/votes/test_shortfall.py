"""还差多少: how many persons and m² an owners' vote still needs, by building, from participation alone."""

from decimal import Decimal

import pytest
from hypothesis import given

from bot.votes.model.count import ImpossibleCount, Outcome
from bot.votes.model.owners import State, Unit, Weight
from bot.votes.model.shortfall import shortfall
from tests.votes.estates import DEVELOPER, Vector, counted, flats
from tests.votes.test_owners import estates

UNITS = [
    Unit("1-1", "甲", Decimal("89.50"), building=1),
    Unit("1-2", "乙", Decimal("60.25"), building=1),
    Unit("2-1", "甲", Decimal("40.00"), building=2),
    Unit("2-2", DEVELOPER, Decimal("100.00"), State.UNSOLD, building=2),
    Unit("2-3", DEVELOPER, Decimal("10.25"), State.UNDELIVERED, building=2),
]


def weight(persons: int, area: str) -> Weight:
    return Weight(persons, Decimal(area))


def test_before_anybody_has_voted() -> None:
    """Of three persons two, of 300 m² 200."""
    found = shortfall(UNITS, [])
    assert found.missing == weight(2, "200.00")
    assert found.waiting == {1: weight(2, "149.75"), 2: weight(2, "150.25")}


def test_who_has_voted_is_gone_from_each_of_their_buildings() -> None:
    found = shortfall(UNITS, ["甲"])
    assert found.missing == weight(1, "70.50")
    assert found.waiting == {1: weight(1, "60.25"), 2: weight(1, "110.25")}
    assert shortfall(UNITS, ["甲", DEVELOPER]).missing == weight(0, "0")
    assert shortfall(UNITS, ["甲", DEVELOPER]).waiting == {1: weight(1, "60.25")}


def test_persons_may_be_there_and_area_not() -> None:
    assert shortfall(UNITS, ["甲", "乙"]).missing == weight(0, "10.25")


def test_a_part_of_a_hundredth_is_a_hundredth() -> None:
    assert shortfall(flats(1, "0.01"), []).missing == weight(1, "0.01")
    assert shortfall(flats(1, "100"), []).missing == weight(1, "66.67")


@pytest.mark.parametrize("took_part", [["甲", "甲"], ["丁"]])
def test_only_owners_and_each_once(took_part: list[str]) -> None:
    with pytest.raises(ImpossibleCount):
        shortfall(UNITS, took_part)


@given(estates())
def test_nothing_is_missing_exactly_when_enough_take_part(estate: Vector) -> None:
    found = shortfall(estate.units, [owner for owner, _ in estate.ballots])
    assert (found.missing == Weight()) is (counted(estate).outcome is not Outcome.NO_QUORUM)
    away = sum((part.area for part in found.waiting.values()), Decimal(0))
    assert away == counted(estate).entitled.area - counted(estate).participating.area
