"""Charters as views meet them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.charter.model import Rule, Version, amended, values_of
from bot.config import Community
from bot.kit.people import CommunityId
from bot.votes.model.vote import VoteId
from tests.strategies import moments


def values(texts: SearchStrategy[str], settings: Community) -> dict[Any, SearchStrategy[Any]]:
    """One version and what has become of it, once or twice."""
    first = st.builds(Version, st.just(CommunityId(1)), st.just(1), st.just(values_of(settings)), st.just(""), moments)
    changes = st.sampled_from([{Rule.WEEKDAY: "sunday"}, {Rule.EVERY_WEEKS: 2}, {}])
    second = st.builds(amended, first, changes, texts, moments, st.just(VoteId(7)), st.integers(1, 99))
    several = st.lists(second, max_size=2)
    return {
        Version: second,
        Sequence[Version]: st.builds(lambda one, more: [one, *more], first, several),
        Rule: st.sampled_from(Rule),
        "majority": st.just("2/3"),
    }
