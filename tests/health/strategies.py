"""Good days and bad ones."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.health.model import Health, Waiting
from tests.strategies import moments


def values(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the screens."""
    counts = st.integers(0, 10**6)
    waiting = st.builds(Waiting, counts, st.none() | moments, counts, counts)
    refused = st.lists(st.tuples(texts, counts), max_size=5)
    return {Health: st.builds(Health, moments, waiting, refused, counts, st.none() | moments)}
