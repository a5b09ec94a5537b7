"""Made-up inquiries, and what is being written about them."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.inquiries.forms import Deed, Writing
from bot.inquiries.model import About, Inquiry, Line, NoMatter, Side, State, Story
from tests.strategies import moments

_ids = st.integers(1, 2**31 - 1)


def values(texts: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type."""
    words = texts.map(lambda text: text[:300])
    inquiries = st.builds(
        Inquiry,
        id=_ids,
        community=st.just(1),
        number=st.integers(1, 9999),
        about=st.sampled_from(About),
        of=st.integers(0, 9999),
        supervisor=_ids,
        addressee=st.none() | _ids,
        opened_at=moments,
        due_at=moments,
        state=st.sampled_from(State),
        look_at=st.none() | moments,
    )
    lines = st.builds(Line, st.sampled_from(Side), st.just("1-1"), _ids, words, moments)
    return {
        Inquiry: inquiries,
        Sequence[Inquiry]: st.lists(inquiries, max_size=20),
        Story: st.builds(Story, inquiries, st.lists(lines, min_size=1, max_size=5).map(tuple)),
        Writing: st.builds(
            Writing, st.just("1000000-999999999"), st.sampled_from(Deed), st.sampled_from(About), words=words
        ),
        NoMatter: st.builds(NoMatter, st.sampled_from(About)),
    }
