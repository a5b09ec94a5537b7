"""Days, figures and what is hidden, on their boundaries."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.review.model.days import Days, Kind, NotDays, checked, month_of, quarter_of, week_of
from bot.review.model.measure import Figure, Line, Measure, TwoDefinitions, change
from bot.review.model.peaks import Band, Node, Raised, band_of, tree
from bot.review.model.review import shows_parts
from tests.review.strategies import LEAST, calendar, raised, some_days

TODAY = date(2026, 11, 25)
KNOWN = (list(Band), ["lift", "parking"], ["0", "1"])


class TestDays:
    @given(calendar)
    def test_weeks_months_and_quarters_are_known_as_such_and_follow_each_other(self, day: date) -> None:
        for of, kind in ((week_of, Kind.WEEK), (month_of, Kind.MONTH), (quarter_of, Kind.QUARTER)):
            days = of(day)
            assert days.first <= day <= days.last
            assert days.kind is kind
            assert days.before().kind is kind
            assert (days.first - days.before().last).days == 1

    @given(some_days)
    def test_any_days_are_compared_with_those_just_before(self, days: Days) -> None:
        assert (days.first - days.before().last).days == 1
        assert days.kind is not Kind.RANGE or days.before().length == days.length

    def test_the_span_ends_with_the_last_day_in_the_community(self) -> None:
        span = Days(date(2026, 10, 1), date(2026, 10, 31)).span(UTC)
        assert span.holds(datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC))
        assert not span.holds(datetime(2026, 11, 1, tzinfo=UTC))

    def test_a_year_and_a_day_is_the_longest_and_today_the_last_to_begin(self) -> None:
        assert checked(Days(date(2025, 11, 24), date(2026, 11, 24)), TODAY).length == 366
        assert checked(Days(TODAY, TODAY), TODAY).length == 1
        for first, last in (
            (date(2025, 11, 23), date(2026, 11, 24)),
            (date(2026, 11, 26), date(2026, 11, 26)),
            (date(2026, 11, 2), date(2026, 11, 1)),
        ):
            with pytest.raises(NotDays):
                checked(Days(first, last), TODAY)

    def test_parts_are_shown_of_a_whole_month_that_is_over_and_of_nothing_else(self) -> None:
        october = month_of(date(2026, 10, 5))
        assert shows_parts(october, TODAY)
        assert not shows_parts(october, date(2026, 10, 31))  # somebody who looked each day would see one person more
        for days in (quarter_of(date(2026, 7, 1)), week_of(date(2026, 10, 5)), Days(october.first, date(2026, 10, 30))):
            assert not shows_parts(days, TODAY)


class TestFigures:
    @pytest.mark.parametrize(("met", "called", "percent"), [(6, 20, 30), (19, 20, 95), (0, 3, 0), (3, 3, 100)])
    def test_convening_success(self, met: int, called: int, percent: int) -> None:
        assert Figure(Measure.CONVENING, met, called).percent == percent

    @pytest.mark.parametrize(("before", "now", "by"), [(10, 30, 200), (50, 200, 300), (40, 20, -50), (7, 7, 0)])
    def test_how_much_an_amount_has_changed(self, before: int, now: int, by: int) -> None:
        assert change(Figure(Measure.MUTUAL_AID, now), Figure(Measure.MUTUAL_AID, before)) == by

    def test_from_nothing_there_is_no_change(self) -> None:
        assert change(Figure(Measure.ACTIVITY, 5), Figure(Measure.ACTIVITY, 0)) is None
        assert change(Figure(Measure.TURNOUT, 0, 0), Figure(Measure.TURNOUT, 1, 2)) is None

    def test_the_targets_are_reached_exactly_and_missed_by_one(self) -> None:
        reached = Figure(Measure.ADULTS, 1320, 3300)
        assert reached.value == Fraction(40, 100)
        assert reached.percent == 40
        assert Figure(Measure.ADULTS, 1319, 3300).percent == 39

    def test_minutes_are_by_item_and_concerns_by_30_days(self) -> None:
        assert Figure(Measure.THROUGHPUT, 50, 4).value == Fraction(25, 2)
        assert Figure(Measure.CONCERNS, 62, 31).value == 60

    def test_two_definitions_share_no_line_and_no_change(self) -> None:
        adults, homes = Figure(Measure.ADULTS, 1, 2), Figure(Measure.HOUSEHOLDS, 1, 2)
        assert len(Line(Measure.ADULTS, [(TODAY, adults)]).points) == 1
        with pytest.raises(TwoDefinitions):
            Line(Measure.ADULTS, [(TODAY, adults), (TODAY, homes)])
        with pytest.raises(TwoDefinitions):
            change(adults, homes)


class TestPeaks:
    def test_the_night_goes_over_midnight(self) -> None:
        assert [band_of(hour) for hour in (21, 22, 0, 5, 6)] == [
            Band.EVENING, Band.NIGHT, Band.NIGHT, Band.NIGHT, Band.MORNING,
        ]  # fmt: skip

    def test_parking_at_night_is_found(self) -> None:
        night = [Raised(23, "parking", 1)] * 20 + [Raised(2, "lift", 0)] * 6
        [first, *others] = tree([*night, *[Raised(12, "lift", 0)] * 5], LEAST, KNOWN)
        assert (first.part, first.count) == (Band.NIGHT, 26)
        assert [(kind.part, kind.count) for kind in first.parts] == [("parking", 20), ("lift", 6)]
        assert all(node.hidden for node in others if node.count < LEAST)

    def test_nothing_is_shown_of_four(self) -> None:
        assert tree([Raised(23, "parking", 1)] * 4, LEAST, KNOWN) == ()

    @given(st.lists(raised, max_size=60))
    def test_what_is_shown_is_true_and_never_few(self, those: Sequence[Raised]) -> None:
        known = (list(Band), sorted({one.category for one in those}), ["0", "1", "2", "3"])
        for path, node in _walk(tree(those, LEAST, known)):
            if not node.hidden:
                assert node.count == sum(_parts(one)[: len(path)] == path for one in those)
                assert node.count >= LEAST

    @given(
        st.lists(st.builds(Raised, st.sampled_from((8, 12, 23)), st.sampled_from(KNOWN[1]), st.just(0)), max_size=14)
    )
    @settings(max_examples=60)
    def test_nobody_can_compute_a_hidden_number(self, those: Sequence[Raised]) -> None:
        """Whoever knows all that is shown, and how many there are in all, finds each hidden number to be one of two."""
        shown = tree(those, LEAST, KNOWN)
        for siblings, together in _siblings(shown, len(those)):
            hidden = [node for node in siblings if node.hidden]
            if not hidden:
                continue
            left = together - sum(node.count for node in siblings)
            could = list(_shares(left, len(hidden)))
            assert all(len({one[place] for one in could}) > 1 for place in range(len(hidden)))
            assert left >= LEAST


def _parts(one: Raised) -> tuple[str, ...]:
    return band_of(one.hour), one.category, str(one.building)


def _walk(nodes: Sequence[Node], before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    for node in nodes:
        yield (*before, node.part), node
        yield from _walk(node.parts, (*before, node.part))


def _siblings(nodes: Sequence[Node], together: int) -> Iterator[tuple[Sequence[Node], int]]:
    if nodes:
        yield nodes, together
    for node in nodes:
        yield from _siblings(node.parts, node.count)


def _shares(total: int, among: int) -> Iterator[tuple[int, ...]]:
    """All ways in which so many parts add up to a total."""
    for shares in product(range(total + 1), repeat=among - 1):
        if sum(shares) <= total:
            yield (*shares, total - sum(shares))


def test_the_shares_of_this_test_are_all() -> None:
    assert Counter(map(len, _shares(3, 2))) == {2: 4}
