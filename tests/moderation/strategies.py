"""Measures of whatever kind, about whomever."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.kit.people import CommunityId
from bot.moderation.model import RULES, Kind, Measure, Plan, Said
from tests.strategies import moments


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the screens."""
    measures = st.builds(
        Measure,
        community=st.just(CommunityId(1)),
        rule=st.integers(0, RULES + 1),
        by_name=names,
        at=moments,
        until=st.none() | moments,
        pace=st.integers(1, 60),
        said=st.none() | st.builds(Said, st.integers(1), st.integers(1), names, texts),
        why=texts,
        number=st.integers(1, 99_999),
        id=st.integers(1, 10**9),
    )
    minutes, rules = st.sampled_from((0, 10, 120, 1440)), st.integers(0, RULES)
    return {
        Measure: measures,
        Sequence[Measure]: st.lists(measures, max_size=20),
        Plan: st.builds(Plan, st.sampled_from(Kind), st.integers(0, 60), minutes, rules),
    }
