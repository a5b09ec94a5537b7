"""Made-up wishes, of whatever state."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.kit.people import CommunityId
from bot.wishes.forms import WishDraft
from bot.wishes.model.wish import Neighbour, Standing, State, Waiting, Wish, WishId, WishPage
from tests.strategies import households, ids, moments, numbers

WISH_CHARACTERS, REASON_CHARACTERS = 200, 100
"""The most that may be configured, and that a moderator may write."""


def drafts(texts: SearchStrategy[str]) -> SearchStrategy[WishDraft]:
    return st.builds(
        WishDraft,
        key=st.builds(lambda bot, update: f"{bot}-{update}", ids, ids),
        text=st.just("") | texts.map(lambda text: text[:WISH_CHARACTERS]),
        photo=st.none() | st.just("photo"),
        adding=st.booleans(),
    )


def wishes(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Wish]:
    neighbours = st.builds(
        Neighbour,
        telegram_id=st.just(0) | ids,
        building=st.integers(1, 40),
        name=st.just("") | names.map(lambda name: name[:64]),
        address=households().map(lambda household: household.address),
    )
    return st.builds(
        Wish,
        id=ids.map(WishId),
        community=st.just(CommunityId(1)),
        number=numbers,
        key=st.just("1000000-1"),
        wisher=neighbours,
        text=texts.map(lambda text: text[:WISH_CHARACTERS]),
        photo=st.none() | st.just("photo"),
        wished_at=moments,
        state=st.sampled_from(State),
        due_at=st.none() | moments,
        helper=st.none() | neighbours,
        turn=numbers,
        named=st.booleans(),
        reason=texts.map(lambda text: text[:REASON_CHARACTERS]),
    )


def standings(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Standing]:
    waiting = st.none() | st.builds(Waiting, id=ids, telegram_id=ids, position=st.integers(1, 3500))
    return st.builds(Standing, wish=wishes(texts, names), mine=st.booleans(), waiting=waiting)


def pages(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[WishPage]:
    shown = st.lists(wishes(texts, names), max_size=5)
    number = st.integers(1, 999)
    return st.builds(WishPage, wishes=shown, page=number, pages=number, reader=ids, moderates=st.booleans())
