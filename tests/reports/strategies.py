"""Made-up figures, of communities with up to 40 buildings, and made-up histories of concerns."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.life import State
from bot.reports.model.dates import Span
from bot.reports.model.lists import TEN, Late, Overdue, Place, Ranked, TopTen, Week
from bot.reports.model.rates import ENDS, Case, Dimension, Ends, Month, Rate, Rates, Share
from bot.reports.ten_views import OWNERS
from bot.surveys.model import Question
from nlu.category import CATEGORIES
from tests.strategies import ids, moments, numbers

NOVEMBER = Span(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
PARTS = {Dimension.BUILDING: [str(number) for number in range(41)], Dimension.CATEGORY: sorted(CATEGORIES)}

months = st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(lambda day: day.replace(day=1))
questions = st.builds(Question, ids.map(ConcernId), ids)
shares = st.tuples(numbers, numbers, st.booleans()).map(lambda n: Share(0, 0, hidden=True) if n[2] else _share(*n[:2]))


def _share(one: int, other: int) -> Share:
    return Share(min(one, other), max(one, other))


def _parts(dimension: Dimension) -> SearchStrategy[Mapping[str, Share]]:
    named = st.lists(st.sampled_from(PARTS[dimension]), unique=True)
    return named.flatmap(lambda names: st.fixed_dictionaries(dict.fromkeys(names, shares)))


rates = st.builds(
    Rates,
    st.fixed_dictionaries(dict.fromkeys(Rate, shares)),
    st.fixed_dictionaries({(rate, dimension): _parts(dimension) for rate in Rate for dimension in Dimension}),
    st.builds(Ends, numbers, numbers, numbers, numbers),
)
whole_months = st.builds(Month, months, st.booleans(), rates, rates)
lates = st.builds(Late, numbers, st.sampled_from(CATEGORIES), st.none() | st.integers(1, 40), moments)
overdues = st.builds(Overdue, numbers, st.just(0) | st.integers(20, 999), st.lists(lates, min_size=1, max_size=20))
weeks = st.builds(
    Week,
    span=st.builds(Span, moments, moments),
    raised=numbers,
    closed=numbers,
    open=numbers,
    rates=st.fixed_dictionaries(dict.fromkeys(Rate, shares)),
    month=months,
)


def tens(concerns: SearchStrategy[Concern]) -> SearchStrategy[TopTen]:
    def ranked(found: Sequence[Concern]) -> SearchStrategy[Sequence[Place]]:
        return st.tuples(
            *(
                st.builds(Place, st.builds(Ranked, st.just(rank), ids.map(ConcernId), numbers), st.just(concern),
                          st.sampled_from(list(OWNERS)))
                for rank, concern in enumerate(found, 1)
            )
        )  # fmt: skip

    return st.builds(TopTen, months, st.lists(concerns, max_size=TEN).flatmap(ranked), st.booleans())


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Raised around November; answered, closed or opened again at any time after."""
    raised = NOVEMBER.since + draw(st.timedeltas(timedelta(days=-3), timedelta(days=33)))
    later = st.none() | st.timedeltas(timedelta(), timedelta(days=40)).map(lambda wait: raised + wait)
    closed = draw(later)
    state = draw(st.sampled_from([*ENDS, State.DUPLICATE, State.WITHDRAWN])) if closed else State.CLAIMED
    reopened = closed is None and draw(st.booleans())
    building = draw(st.none() | st.integers(1, 4))
    return Case(building, draw(st.sampled_from(CATEGORIES[:3])), raised, draw(later), closed, state, reopened)
