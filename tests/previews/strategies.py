"""Made-up agendas of sittings."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.agenda.model.item import Item, ItemId, Outcome, Scope
from bot.agenda.model.steps import Step
from bot.attendance.model.rsvp import Counted, Signup
from bot.kit.people import CommunityId
from bot.previews.model.notice import WhyTalkOnly
from bot.previews.model.program import Entry, Program
from bot.sittings.model.sitting import SittingId
from tests.sittings.strategies import KEY, extraordinary
from tests.strategies import ids, moments

TITLE, MOST_MINUTES, MOST_DAYS = 40, 180, 365
"""The most that may be configured."""


def items(texts: SearchStrategy[str]) -> SearchStrategy[Item]:
    said = texts.map(lambda text: text[:200])
    return st.builds(
        Item,
        id=ids.map(ItemId),
        community=st.just(CommunityId(1)),
        number=st.integers(1, 9999),
        key=st.just(KEY),
        proposer=ids,
        what=texts.map(lambda text: text[:TITLE]),
        where=said,
        why=said,
        wanted=said,
        proposed_at=moments,
        step=st.sampled_from(Step),
        stepped_at=moments,
        concern=st.none(),
        scope=st.none() | st.sampled_from(Scope),
        version=st.integers(0, 9),
        sitting=st.none() | ids.map(SittingId),
        position=st.integers(0, 40),
        minutes=st.integers(0, MOST_MINUTES),
        outcome=st.none() | st.sampled_from(Outcome),
        joined_to=st.none(),
        reason=said,
    )


def programs(texts: SearchStrategy[str]) -> SearchStrategy[Program]:
    entries = st.lists(
        st.builds(
            Entry,
            number=st.integers(1, 40),
            item=items(texts),
            days=st.integers(1, MOST_DAYS),
            why=st.none() | st.sampled_from(WhyTalkOnly),
            words=st.just("") | texts.map(lambda text: text[:1000]),
            papers=st.integers(0, 20),
        ),
        max_size=30,
    )
    sittings = extraordinary(texts)
    return st.builds(
        Program,
        sitting=sittings,
        place=texts.map(lambda place: place[:30]),
        preview_days=st.integers(1, MOST_DAYS),
        entries=entries,
        counted=st.builds(Counted, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999)),
        locked=st.booleans(),
        following=st.booleans(),
        off=st.none() | sittings,
        posted=st.booleans(),
        signup=st.none() | st.builds(Signup, ids.map(SittingId), ids, st.booleans(), st.booleans(), moments),
    )
