"""Buildings on good days and bad ones."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.buildings.model import MyBuilding, Waiting, Wants
from tests.strategies import numbers


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """For the screens."""
    counts = st.integers(0, 400)
    votes = st.lists(st.builds(Waiting, numbers, texts, counts, counts), max_size=3)
    wanting = st.lists(st.builds(Wants, numbers, names), max_size=4)
    shown = st.builds(MyBuilding, st.integers(1, 40), counts, counts, counts, counts, votes, wanting, st.booleans())
    return {MyBuilding: shown}
