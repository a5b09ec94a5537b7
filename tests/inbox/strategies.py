"""Made-up pages of the inbox, histories and ready answers."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import ConcernId, Line
from bot.concerns.model.life import MAY_DO, Entry
from bot.inbox import taps
from bot.inbox.forms import AnsweringMany, AnsweringOne
from bot.inbox.model import AT_ONCE, PAGE, Answered, Counts, Filter, Happened, Inbox, Opened, Waiting
from bot.kit.people import CommunityId, Reader
from nlu.category import CATEGORIES
from tests.strategies import concerns, ids, moments, numbers

KEY = "9999999999-9999999999"


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """By type."""
    short = texts.map(lambda text: text[:200])
    canned = st.lists(st.builds(CannedAnswer, ids, st.just(CommunityId(1)), short), max_size=8)
    several = st.lists(ids.map(ConcernId), min_size=1, max_size=AT_ONCE).map(tuple)
    return {
        Filter: filters(),
        Inbox: inboxes(texts, names),
        Opened: st.builds(Opened, concerns(texts, names), st.sampled_from(Waiting), *(st.booleans() for _ in range(3))),
        taps.Look: st.builds(taps.Look, concern=ids, page=st.integers(0, 99)),
        taps.Narrow: st.builds(taps.Narrow, by=st.sampled_from(taps.By), page=st.integers(0, 20)),
        Sequence[Happened]: st.lists(happenings(texts, names), min_size=1, max_size=12),
        Sequence[CannedAnswer]: canned,
        Sequence[Reader]: st.lists(st.builds(Reader, ids, names), max_size=12),
        Answered: st.builds(Answered, st.integers(0, AT_ONCE), st.integers(0, AT_ONCE)),
        AnsweringMany: st.builds(AnsweringMany, st.just(KEY), several, short),
        AnsweringOne: st.builds(AnsweringOne, ids.map(ConcernId), numbers, short),
    }


def filters() -> SearchStrategy[Filter]:
    return st.builds(Filter, st.integers(0, 40), st.sampled_from(["", *CATEGORIES]), st.sampled_from(Waiting))


def inboxes(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Inbox]:
    counts = st.builds(Counts, st.integers(0, 9999), st.integers(0, 9999))
    page = st.lists(concerns(texts, names), max_size=PAGE)
    number, pages = st.integers(0, 99), st.integers(1, 99)
    return st.builds(Inbox, filters(), counts, number, pages, page, st.integers(0, AT_ONCE), moments)


def happenings(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Happened]:
    deed = st.sampled_from([*Entry, *MAY_DO])
    line = st.builds(Line, ids, ids.map(ConcernId), deed, ids, moments, st.just("") | texts, st.none())
    return st.builds(Happened, line, st.just("") | names)
