"""Made-up ratings of sittings."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.assessments.model import Assessed, Assessment, Signals, State
from tests.strategies import moments

_counts, _sittings = st.integers(0, 999), st.integers(1, 99_999)


def values() -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type."""
    assessment = st.builds(
        Assessment,
        _sittings,
        st.just(1),
        _counts,
        moments,
        st.sampled_from(State),
        raters=_counts,
        total=st.integers(0, 30),
    )
    signals = st.builds(Signals, _counts, _counts, _counts)
    marks = st.lists(st.integers(0, 2), max_size=5).map(tuple)
    return {
        Assessment: assessment,
        Assessed: st.builds(Assessed, assessment, moments, signals, st.booleans()),
        "so_far": marks,
    }
