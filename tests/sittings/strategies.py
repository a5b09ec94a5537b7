"""Made-up calendars and drafts of sittings."""

from datetime import date, time

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.kit.people import CommunityId
from bot.sittings.forms import Calling, CallingOff
from bot.sittings.model.calendar import Day
from bot.sittings.model.sitting import Coming, Gathering, Sitting, SittingId, moment
from bot.sittings.views import HOLIDAYS
from tests.strategies import ids, moments

KEY = "1000000-999999999"


def days() -> SearchStrategy[Day]:
    """As usual, moved, or left out."""
    feasts = st.sampled_from(sorted(HOLIDAYS))
    on_time = st.builds(lambda at, known: Day(at, at, "", known), moments, st.booleans())
    return on_time | st.builds(Day, moments, st.none() | moments, feasts, st.booleans())


def extraordinary(texts: SearchStrategy[str]) -> SearchStrategy[Sitting]:
    called_off_at, reason = st.none() | moments, texts.map(lambda reason: reason[:60])
    community = st.just(CommunityId(1))
    whatever = st.sampled_from(Gathering)
    return st.builds(
        Sitting, ids.map(SittingId), community, st.just(KEY), moments, ids, moments, called_off_at, reason, whatever
    )


def comings(texts: SearchStrategy[str]) -> SearchStrategy[Coming]:
    """With one at least that is held."""
    ordinary = moments.map(lambda at: Day(at, at))
    others = st.lists(days() | extraordinary(texts), max_size=8)
    entries = st.builds(lambda one, more: sorted([one, *more], key=moment), ordinary, others)
    return st.builds(Coming, entries, texts.map(lambda place: place[:30]), st.integers(1, 365), st.booleans())


def callings() -> SearchStrategy[Calling]:
    day = st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31))
    return st.builds(Calling, st.just(KEY), day, st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59)))


def callings_off(texts: SearchStrategy[str]) -> SearchStrategy[CallingOff]:
    reason = texts.map(lambda reason: reason[:60])
    return st.builds(CallingOff, st.just(KEY), ids.map(SittingId), reason)
