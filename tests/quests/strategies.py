"""Made-up standings in quests."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.quests.model import QUESTIONS, Answered, Quests

_numbers = st.integers(0, len(QUESTIONS) - 1)
_counts = st.integers(0, 999)


def values() -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type, or for a parameter's name."""
    quests = st.builds(
        Quests,
        question=st.none() | _numbers,
        answered=st.integers(0, len(QUESTIONS)),
        weeks=st.integers(0, 53),
        weeks_needed=st.integers(2, 52),
        building=st.integers(1, 40),
        took_part=_counts,
        wanted=_counts,
        streak_open=st.booleans(),
        challenge_open=st.booleans(),
    )
    return {
        "which": _numbers,
        Quests: quests,
        Answered: st.builds(Answered, _numbers, st.booleans(), st.integers(0, 99)),
    }
