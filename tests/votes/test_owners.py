"""民法典 278: persons and area, both; who is one person; and any estate counted a second time in another way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.votes.model.count import ImpossibleCount, Outcome
from bot.votes.model.owners import Majority, Stand, State, Unit, Weight, count_owners, majority_for
from tests.votes.estates import DEVELOPER, ORDINARY, VECTORS, Ballots, Vector, counted, flats, of_developer

YES, NO = Stand.YES, Stand.NO


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_the_vectors_of_the_field_notes(vector: Vector) -> None:
    found = counted(vector)
    assert found.outcome == vector.outcome
    assert found.passed is (vector.outcome == "carried")


def test_the_numbers_of_the_vectors() -> None:
    by_name = {vector.name: counted(vector) for vector in VECTORS}
    fifteen = by_name["an owner of fifteen is one person"]
    assert (fifteen.entitled, fifteen.participating) == (Weight(31, Decimal(4500)), Weight(25, Decimal(3900)))
    assert fifteen.stands[YES] == Weight(11, Decimal(2500))
    assert by_name["the developer is one person"].entitled == Weight(71, Decimal(10_000))
    assert by_name["shops of half the area"].stands[YES] == Weight(600, Decimal(36_000))
    assert by_name["two thirds of the area alone"].entitled == Weight(10, Decimal(1350))


def test_exactly_two_thirds_of_both_take_part() -> None:
    three = flats(3)
    assert count_owners(ORDINARY, three, [("f0", YES), ("f1", YES)]).passed
    assert count_owners(ORDINARY, three, [("f0", YES)]).outcome is Outcome.NO_QUORUM
    uneven = [*flats(2), Unit("x", "x", Decimal("100.01"))]
    assert count_owners(ORDINARY, uneven, [("f0", YES), ("f1", YES)]).outcome is Outcome.NO_QUORUM
    assert count_owners(ORDINARY, uneven, [("f0", YES), ("x", YES)]).passed


def test_whoever_bought_it_until_it_is_handed_over_the_developer_votes() -> None:
    bought = Unit("u", "王秀英", Decimal(100), State.UNDELIVERED)
    units = [*flats(2), *of_developer(1, 0), bought]
    assert count_owners(ORDINARY, units, []).entitled == Weight(3, Decimal(400))
    with pytest.raises(ImpossibleCount):
        count_owners(ORDINARY, units, [("王秀英", YES)])
    hers = Unit("v", "王秀英", Decimal(50))
    found = count_owners(ORDINARY, [*units, hers], [("王秀英", YES), (DEVELOPER, NO)])
    assert (found.stands[YES], found.stands[NO]) == (Weight(1, Decimal(50)), Weight(1, Decimal(200)))


def test_what_the_developer_has_kept_is_the_developers_too() -> None:
    kept = Unit("shop", DEVELOPER, Decimal(300))
    found = count_owners(ORDINARY, [*of_developer(0, 2), kept, *flats(1)], [(DEVELOPER, YES)])
    assert (found.entitled.persons, found.stands[YES]) == (2, Weight(1, Decimal(500)))


def test_two_names_on_unsold_units_are_one_developer() -> None:
    other = [Unit("e", "阳光置业集团", Decimal(100), State.UNSOLD), Unit("g", "阳光置业集团", Decimal(30))]
    units = [*of_developer(1, 0), *other]
    assert count_owners(ORDINARY, units, [("阳光置业集团", YES)]).stands[YES] == Weight(1, Decimal(230))
    with pytest.raises(ImpossibleCount):
        count_owners(ORDINARY, units, [("阳光置业集团", YES), (DEVELOPER, YES)])


@pytest.mark.parametrize("ballots", [[("f0", YES), ("f0", YES)], [("f0", YES), ("f0", NO)], [("nobody", YES)]])
def test_strangers_and_who_votes_twice_are_refused(ballots: Ballots) -> None:
    with pytest.raises(ImpossibleCount):
        count_owners(ORDINARY, flats(3), ballots)


def test_where_all_abstain_nothing_is_carried() -> None:
    found = count_owners(ORDINARY, flats(3), [(f"f{place}", Stand.ABSTAIN) for place in range(3)])
    assert found.outcome is Outcome.LOST
    assert count_owners(ORDINARY, flats(3), []).outcome is Outcome.NO_QUORUM


def test_as_many_persons_but_not_as_much_area_is_no_tie() -> None:
    units = [*flats(1), Unit("x", "x", Decimal(101))]
    assert count_owners(ORDINARY, units, [("f0", NO), ("x", YES)]).outcome is Outcome.LOST


def test_which_matters_need_three_quarters() -> None:
    assert [matter for matter in range(1, 10) if majority_for(matter) is Majority.SPECIAL] == [6, 7, 8]
    for nothing in (0, 10):
        with pytest.raises(ValueError, match=str(nothing)):
            majority_for(nothing)


areas = st.integers(1, 40_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2)) | st.just(Decimal(100))


@st.composite
def estates(draw: st.DrawFn) -> Vector:
    """Up to twelve units of a few owners and, perhaps, a developer."""
    people = st.sampled_from([f"o{place}" for place in range(8)])
    sold = [(draw(people), draw(areas), State.SOLD) for _ in range(draw(st.integers(1, 9)))]
    kept = st.sampled_from(list(State))
    of_them = [(DEVELOPER, draw(areas), draw(kept)) for _ in range(draw(st.integers(0, 3)))]
    units = [Unit(str(place), *row) for place, row in enumerate(sold + of_them)]
    stands = st.none() | st.sampled_from(Stand)
    said = {owner: draw(stands) for owner in sorted({unit.owner for unit in units})}
    ballots = [(owner, stand) for owner, stand in said.items() if stand is not None]
    return Vector("", units, draw(st.sampled_from(Majority)), ballots, "")


@given(estates(), st.data())
def test_any_estate_is_counted_as_by_hand(estate: Vector, data: st.DataObject) -> None:
    expected = by_hand(estate)
    assert counted(estate).outcome == expected
    shuffled = data.draw(st.permutations(estate.units)), data.draw(st.permutations(estate.ballots))
    assert count_owners(estate.majority, *shuffled).outcome == expected


def by_hand(estate: Vector) -> str:
    """Hundredths of m² and heads as plain integers, one loop for each of the eight numbers."""
    said = dict(estate.ballots)

    def heads(*stands: Stand) -> int:
        return len({unit.owner for unit in estate.units if said.get(unit.owner) in stands})

    def hundredths(*stands: Stand) -> int:
        return sum(int(unit.area * 100) for unit in estate.units if said.get(unit.owner) in stands)

    all_heads = len({unit.owner for unit in estate.units})
    all_hundredths = sum(int(unit.area * 100) for unit in estate.units)
    if 3 * heads(*Stand) < 2 * all_heads or 3 * hundredths(*Stand) < 2 * all_hundredths:
        return "no_quorum"
    ratios = Fraction(heads(YES), heads(*Stand)), Fraction(hundredths(YES), hundredths(*Stand))
    if min(ratios) >= Fraction(3, 4) or (estate.majority is ORDINARY and min(ratios) > Fraction(1, 2)):
        return "carried"
    same = heads(YES) == heads(NO) > 0 and hundredths(YES) == hundredths(NO)
    return "tie" if same else "lost"
