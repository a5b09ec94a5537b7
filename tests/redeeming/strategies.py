"""Made-up goods and redemptions, of whatever state."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config import Community, RedeemingRules
from bot.kit.people import CommunityId
from bot.redeeming.forms import GoodDraft
from bot.redeeming.model.good import Good, GoodId, Part, Shelf
from bot.redeeming.model.redemption import Own, Pickup, Redemption, RedemptionId, State
from tests.strategies import ids, moments, residents

NAME_CHARACTERS = 40
"""The most that may be configured."""
points = st.integers(1, 2000)
counts = st.integers(0, 500)
codes = st.integers(0, 9999).map(lambda number: f"{number:04d}")


def goods(texts: SearchStrategy[str]) -> SearchStrategy[Good]:
    return st.builds(
        Good,
        id=ids.map(GoodId),
        community=st.just(CommunityId(1)),
        key=st.just("1000000-1"),
        called=_called(texts),
        price=points,
        left=counts,
        each=counts,
        photo=st.none() | st.just("photo"),
        offered=st.booleans(),
    )


def redemptions(texts: SearchStrategy[str]) -> SearchStrategy[Redemption]:
    return st.builds(
        Redemption,
        id=ids.map(RedemptionId),
        community=st.just(CommunityId(1)),
        good=ids.map(GoodId),
        called=_called(texts),
        price=points,
        telegram_id=ids,
        key=st.just("1000000-1"),
        code=codes,
        reserved_at=moments,
        until=moments,
        state=st.sampled_from(State),
        turn=st.integers(0, 9),
    )


def values(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type, or for a parameter's name."""
    redemption = redemptions(texts)
    places = texts.map(lambda place: place[:30])
    rules = places.map(lambda place: settings.redeeming.model_copy(update={"place": place}))
    return {
        "called": _called(texts),
        "code": codes,
        "balance": st.integers(0, 99_999),
        RedeemingRules: rules,
        Good: goods(texts),
        Part: st.sampled_from([Part.PRICE, Part.LEFT, Part.EACH, Part.PHOTO]),
        GoodDraft: _drafts(texts),
        Redemption: redemption,
        Own: st.builds(Own, st.lists(redemption, max_size=5), moments, rules),
        Pickup: st.builds(Pickup, redemption, st.none() | residents(names)),
        Shelf: st.builds(
            Shelf,
            goods=st.lists(goods(texts), max_size=8),
            page=st.integers(0, 60),
            pages=st.integers(1, 60),
            balance=st.integers(0, 99_999),
            manages=st.booleans(),
            spent=st.booleans(),
        ),
    }


def _drafts(texts: SearchStrategy[str]) -> SearchStrategy[GoodDraft]:
    return st.builds(
        GoodDraft,
        key=st.just("1000000-999999999"),
        called=st.just("") | _called(texts),
        price=st.none() | points,
        left=st.none() | counts,
        each=st.none() | points,
        photo=st.none() | st.just("photo"),
        adding=st.booleans(),
    )


def _called(texts: SearchStrategy[str]) -> SearchStrategy[str]:
    return texts.map(lambda text: " ".join(text.split())[:NAME_CHARACTERS] or "灯")
