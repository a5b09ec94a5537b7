"""Made-up sittings as they are held."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.agenda.model.item import Item, ItemId, Outcome, Scope
from bot.agenda.model.steps import Step
from bot.floor.forms import CheckingIn, Counting
from bot.floor.model.desk import Came, Desk, Done, Hall, OnFloor, Speaker, Tally, WrongCode
from bot.floor.model.presence import CheckIn, Origin, Present
from bot.floor.model.queue import Stand, Turn
from bot.floor.model.session import Session
from bot.floor.model.treated import NoVote, Result, Treated
from bot.kit.people import CommunityId, Reader
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId
from tests.sittings.strategies import KEY, extraordinary
from tests.strategies import ids, moments, numbers

TITLE = 40
"""The most characters of a title that may be configured."""
people = st.integers(0, 3500)
presents = st.builds(Present, people, people, people, st.integers(0, 99), st.integers(0, 99))
results = st.builds(Result, people, people, people, st.sampled_from(Outcome))
talk_only = st.none() | st.sampled_from([*NoVote, *WhyTalkOnly])
sitting_ids = ids.map(SittingId)
counts = st.none() | people


def items(texts: SearchStrategy[str]) -> SearchStrategy[Item]:
    words = texts.map(lambda text: text[:TITLE] or "路灯")
    return st.builds(
        Item,
        ids.map(ItemId),
        st.just(CommunityId(1)),
        numbers,
        st.just(KEY),
        ids,
        words,
        words,
        words,
        words,
        moments,
        st.sampled_from(Step),
        moments,
        scope=st.sampled_from(Scope),
    )


def turns() -> SearchStrategy[Turn]:
    seconds = st.sampled_from([30, 90, 120, 180])
    return st.builds(
        Turn, ids, sitting_ids, ids.map(ItemId), ids, st.sampled_from(Stand), seconds, moments, st.none() | moments
    )


def treated() -> SearchStrategy[Treated]:
    closed_at, result = st.none() | moments, st.none() | results
    item, position = ids.map(ItemId), st.integers(1, 30)
    voted, balloted = st.booleans(), st.booleans()
    return st.builds(Treated, sitting_ids, item, position, moments, ids, closed_at, voted, balloted, talk_only, result)


def desks(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Desk]:
    opened_at, closed_at = st.none() | moments, st.none() | moments
    there = st.none() | presents
    session = st.builds(
        Session, sitting_ids, st.just(CommunityId(1)), opened_at, ids, st.just("4821"), closed_at, st.booleans(), there
    )
    speakers = st.builds(Speaker, turns(), names)
    following = st.lists(speakers, max_size=9)
    on_floor = st.builds(OnFloor, items(texts), treated(), people, st.none() | speakers, following, people)
    done = st.lists(st.builds(Done, items(texts), treated()), max_size=9)
    ahead = st.lists(items(texts), max_size=9)
    percent = st.integers(0, 100)
    return st.builds(
        Desk, extraordinary(texts), st.none() | session, presents, st.none() | on_floor, ahead, done, percent, tallies
    )


tallies = st.builds(Tally, st.integers(0, 52), st.integers(0, 52))


def countings() -> SearchStrategy[Counting]:
    """Whose numbers are not all told."""
    return st.builds(Counting, st.just(KEY), sitting_ids, ids.map(ItemId), counts, counts).map(
        lambda form: form if form.yes is not None else replace(form, no=None)
    )


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put into the views of a sitting."""
    came = st.builds(CheckIn, sitting_ids, ids, st.sampled_from(Origin), moments)
    return {
        SittingId: sitting_ids,
        Desk: desks(texts, names),
        Hall: st.builds(Hall, desks(texts, names), st.booleans(), st.booleans()),
        Item: items(texts),
        Sequence[Item]: st.lists(items(texts), max_size=20),
        Turn: turns(),
        Treated: treated(),
        Tally: tallies,
        Present: presents,
        Result | None: st.none() | results,
        CheckingIn: st.builds(CheckingIn, sitting_ids),
        Counting: countings(),
        WrongCode: st.builds(WrongCode, sitting_ids, st.integers(0, 20)),
        Came: st.builds(Came, came, presents, st.booleans()),
        Reader: st.builds(Reader, ids, names),
        Sequence[Reader]: st.lists(st.builds(Reader, ids, names), min_size=1, max_size=9),
    }
