"""Made-up reports."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.assessments.model import Trend
from bot.config import Community
from bot.coverage.model import Cell, Dimension
from bot.residents.model import AgeBand, Tenure
from bot.review.model.days import Days, NotDays, month_of, quarter_of, week_of, year_until
from bot.review.model.measure import AMOUNTS, Figure, Line, Measure
from bot.review.model.peaks import Band, Node, Raised, tree
from bot.review.model.review import Review, Targets, Took
from nlu.category import CATEGORIES
from tests.strategies import numbers

LEAST = 5
_scores = st.fractions(0, 10, max_denominator=300)
calendar = st.dates(date(2026, 1, 1), date(2030, 12, 31))
some_days = st.one_of(
    calendar.map(week_of), calendar.map(month_of), calendar.map(quarter_of),
    st.builds(Days, calendar, st.dates(date(2031, 1, 1), date(2031, 6, 30))),
)  # fmt: skip


def figures(measure: Measure) -> SearchStrategy[Figure]:
    def figure(pair: tuple[int, int], hidden: bool) -> Figure:
        part, whole = sorted(pair)
        amount = measure in AMOUNTS and measure not in (Measure.CONCERNS, Measure.THROUGHPUT, Measure.DELIBERATION)
        return Figure(measure, 0, 0, hidden=True) if hidden else Figure(measure, part, None if amount else whole)

    return st.builds(figure, st.tuples(numbers, numbers), st.booleans())


all_figures = st.fixed_dictionaries({measure: figures(measure) for measure in Measure})
raised = st.builds(Raised, st.integers(0, 23), st.sampled_from(sorted(CATEGORIES)[:4]), st.integers(0, 3))


def _cells(parts: Sequence[str]) -> SearchStrategy[Sequence[Cell]]:
    one = st.tuples(numbers, numbers, st.booleans())
    return st.lists(one, min_size=len(parts), max_size=len(parts)).map(
        lambda drawn: [
            Cell(part, max(many), 0 if hidden else min(many), hidden)
            for part, (*many, hidden) in zip(parts, drawn, strict=True)
        ]
    )


tooks = st.fixed_dictionaries({
    Dimension.TENURE: _cells(list(Tenure)),
    Dimension.AGE: _cells(list(AgeBand)),
    Dimension.BUILDING: st.integers(1, 40).flatmap(lambda most: _cells([str(n) for n in range(1, most + 1)])),
}).map(Took)  # fmt: skip


def trees() -> SearchStrategy[Sequence[Node]]:
    known = (list(Band), sorted(CATEGORIES)[:4], ["0", "1", "2", "3"])
    return st.lists(raised, max_size=80).map(lambda those: tree(those, LEAST, known))


@st.composite
def reviews(draw: st.DrawFn, names: SearchStrategy[str]) -> Review:
    days = draw(some_days)
    months = year_until(month_of(days.last).first, draw(st.integers(1, 6)))
    return Review(
        place=draw(names),
        days=days,
        over=draw(st.booleans()),
        figures=draw(all_figures),
        before=draw(all_figures),
        baseline=draw(figures(Measure.CONCERNS)),
        targets=Targets({Measure.ADULTS: 40, Measure.RESOLUTION: 80}, 50),
        trend=Line(Measure.ADULTS, [(month, draw(figures(Measure.ADULTS))) for month in months]),
        deliberation=draw(st.none() | st.builds(Trend, _scores, _scores)),
        took=draw(st.none() | tooks),
        peaks=draw(trees()),
        parted=draw(st.booleans()),
        link="https://t.me/yishi_bot",
    )


def values(names: SearchStrategy[str], _: Community) -> dict[Any, SearchStrategy[Any]]:
    return {Review: reviews(names), NotDays: st.just(NotDays(366)), "today": calendar}
