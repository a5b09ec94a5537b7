"""Committees of every kind."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.committees.model import NAME_CHARACTERS, Committee, CommitteeMonth, Months, Seen, Work
from bot.kit.people import CommunityId
from bot.reports.model.rates import Share
from nlu.category import CATEGORIES
from tests.strategies import moments, numbers

_counts = st.integers(0, 99_999)
_months = st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(lambda day: day.replace(day=1))
_work = st.builds(
    Work,
    st.lists(st.sampled_from(sorted(CATEGORIES)), unique=True).map(tuple),
    _counts,
    _counts,
    _counts,
    _counts,
    _counts,
    st.none() | st.integers(0, 9_999),
    st.builds(Share, _counts, _counts, st.booleans()),
)


def values(names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the screens."""
    called = names.map(lambda name: name[:NAME_CHARACTERS])
    kinds = st.frozensets(st.sampled_from(sorted(CATEGORIES)), max_size=4)
    committees = st.builds(Committee, numbers, st.just(CommunityId(1)), called, kinds)
    month = st.builds(CommitteeMonth, numbers, st.just(CommunityId(1)), _months, called, moments, _work)
    members = st.lists(names, max_size=4)
    several = st.lists(committees, max_size=4)
    return {
        Sequence[Committee]: several,
        Committee: committees,
        CommitteeMonth: month,
        Months: st.builds(Months, month, st.lists(_months, max_size=12)),
        Seen: st.builds(Seen, committees, members, st.booleans()),
    }
