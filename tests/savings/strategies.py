"""Made-up entries."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.savings.forms import Deed, Money
from bot.savings.model import (
    MOST,
    QUOTE_CHARACTERS,
    REASON_CHARACTERS,
    WHAT_CHARACTERS,
    Entry,
    Kind,
    Ledger,
    Means,
    Proof,
    Seen,
    Sums,
)
from tests.strategies import moments, numbers

_fen = st.integers(1, MOST)


def values(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type."""
    what = texts.map(lambda text: text[:WHAT_CHARACTERS])
    quotes = texts.map(lambda text: text[:QUOTE_CHARACTERS])
    proofs = st.lists(st.builds(Proof, st.just(Means.TEXT), quotes), max_size=2).map(tuple)
    reasons = st.just("") | texts.map(lambda text: text[:REASON_CHARACTERS])
    entries = st.builds(
        Entry,
        st.just(1),
        numbers,
        st.just("1-1"),
        st.sampled_from(Kind),
        what,
        _fen,
        proofs,
        numbers,
        moments,
        st.none() | moments,
        reason=reasons,
    )
    money = st.integers(0, 100 * MOST)
    totals = st.builds(Sums, money, money)
    key = st.just("1000000-999999999")
    forms = st.builds(
        Money, key, st.sampled_from(Deed), st.sampled_from(Kind), numbers, what, _fen, st.integers(0, 1), proofs
    )
    return {
        Entry: entries,
        Seen: st.builds(Seen, entries, st.booleans()),
        Ledger: st.builds(Ledger, st.lists(entries, max_size=2), totals, numbers, st.integers(1, 3), st.booleans()),
        Money: forms,
    }
