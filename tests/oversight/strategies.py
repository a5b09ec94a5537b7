"""Made-up months of supervision."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.audit.deed_views import DEEDS
from bot.oversight.forms import PackWords
from bot.oversight.model import Done, Figures, HandedOver, Moved, NotedAlready, Open, Pack, Packs, Slip
from bot.points.model.ledger import Rule
from tests.strategies import moments

_counts = st.integers(0, 99_999)
_months = st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(lambda day: day.replace(day=1))
_slips = st.lists(st.builds(Slip, _counts, moments), max_size=30).map(tuple)


def values(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type."""
    called = texts.map(lambda text: text[:20])
    figures = st.builds(
        Figures,
        points=st.lists(st.builds(Moved, st.sampled_from(Rule), _counts, _counts), max_size=8).map(tuple),
        goods=st.lists(st.builds(HandedOver, called, _counts, _counts), max_size=8).map(tuple),
        open_concerns=_counts,
        concerns=_slips,
        items=_slips,
        breaches=_counts,
        inquiries=st.lists(st.builds(Open, _counts, st.booleans()), max_size=12).map(tuple),
        deeds=st.lists(st.builds(Done, st.sampled_from(sorted(DEEDS)), _counts), max_size=20).map(tuple),
    )
    notes = texts.map(lambda text: text[:500])
    packs = st.builds(Pack, st.just(1), _months, moments, figures, notes)
    return {
        Pack: packs,
        Packs: st.builds(Packs, packs, st.booleans(), st.booleans(), st.lists(_months, max_size=12)),
        PackWords: st.builds(PackWords, st.just("1000000-999999999"), st.just(202612), notes),
        NotedAlready: st.builds(NotedAlready, _months),
    }
