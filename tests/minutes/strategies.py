"""Made-up minutes, in whatever state, and what people find wrong in them."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.agenda.model.item import ItemId, Outcome
from bot.floor.model.presence import Present
from bot.floor.model.treated import Result
from bot.kit.people import CommunityId
from bot.minutes.forms import MinutesWords, Wanted
from bot.minutes.model.erratum import Erratum, ErratumId, Reading, Shelf, Verdict
from bot.minutes.model.minutes import Minutes, State
from bot.minutes.model.record import Balloted, Left, Matter, Motion, Record
from bot.minutes.text_views import REASONS
from bot.sittings.model.sitting import SittingId
from tests.strategies import ids, moments, numbers

KEY = "1000000-999999999"
TITLE, WORDING, NOTE, CORRECTION = 40, 1000, 500, 300
"""The most that may be configured."""

people = st.integers(0, 3500)
results = st.builds(Result, people, people, people, st.sampled_from(Outcome))


def matters(texts: SearchStrategy[str]) -> SearchStrategy[Matter]:
    words = texts.map(lambda text: text[:WORDING])
    return st.builds(
        Matter,
        item=ids.map(ItemId),
        number=numbers,
        what=texts.map(lambda text: text[:TITLE]),
        motion=st.none() | st.builds(Motion, st.integers(1, 99), words, st.just("0123abcd")),
        result=st.none() | results,
        talk_only=st.none() | st.sampled_from(sorted(REASONS)),
        balloted=st.booleans(),
        pro=people,
        con=people,
    )


def balloted(texts: SearchStrategy[str]) -> SearchStrategy[Balloted]:
    sides = st.just((("yes", 5), ("no", 2))) | st.lists(st.tuples(texts.map(lambda text: text[:100]), people)).map(
        tuple
    )
    outcome = st.none() | st.sampled_from(Outcome)
    return st.builds(Balloted, ids.map(ItemId), numbers, outcome, people, people, sides, people, st.booleans())


def records(texts: SearchStrategy[str]) -> SearchStrategy[Record]:
    left = st.builds(Left, numbers, texts.map(lambda text: text[:TITLE]))
    return st.builds(
        Record,
        by_rule=st.booleans(),
        starts_at=moments,
        opened_at=moments,
        closed_at=moments,
        place=texts.map(lambda text: text[:30]),
        present=st.builds(Present, people, people, people, people, people),
        adjourned=st.booleans(),
        matters=st.lists(matters(texts), max_size=4).map(tuple),
        left=st.lists(left, max_size=2).map(tuple),
        next_at=st.none() | moments,
    )


def minutes(texts: SearchStrategy[str]) -> SearchStrategy[Minutes]:
    return st.builds(
        Minutes,
        sitting=ids.map(SittingId),
        community=st.just(CommunityId(1)),
        record=records(texts),
        chair=st.just(0) | ids,
        state=st.sampled_from(State),
        due_at=st.none() | moments,
        note=st.just("") | texts.map(lambda text: text[:NOTE]),
        revision=numbers,
        balloted=st.lists(balloted(texts), max_size=3).map(tuple),
        approved_at=st.none() | moments,
        published_at=st.none() | moments,
        final_at=st.none() | moments,
    )


def errata(texts: SearchStrategy[str]) -> SearchStrategy[Erratum]:
    words = texts.map(lambda text: text[:CORRECTION])
    return st.builds(
        Erratum,
        id=ids.map(ErratumId),
        sitting=ids.map(SittingId),
        community=st.just(CommunityId(1)),
        key=st.just(KEY),
        author=st.just(0) | ids,
        words=words,
        at=moments,
        verdict=st.sampled_from(Verdict),
        reason=words,
    )


def readings(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Reading]:
    return st.builds(
        Reading,
        minutes=minutes(texts),
        errata=st.lists(errata(texts), max_size=5),
        chair=st.just("") | names,
        approves=st.booleans(),
        corrects=st.booleans(),
    )


def shelves(texts: SearchStrategy[str]) -> SearchStrategy[Shelf]:
    """As they are filled for somebody in 长辈版: at most three on a page, what waits counted."""
    number = st.integers(1, 999)
    full = st.builds(Shelf, st.lists(minutes(texts), max_size=3), number, number)
    waiting = st.lists(minutes(texts), min_size=1, max_size=1)
    return full | st.builds(Shelf, st.lists(minutes(texts), max_size=2), number, number, waiting)


def half_said(texts: SearchStrategy[str]) -> SearchStrategy[MinutesWords]:
    words = st.just("") | texts.map(lambda text: text[:NOTE])
    return st.builds(MinutesWords, st.just(KEY), st.sampled_from(Wanted), ids, words)


def values(texts: SearchStrategy[str], names: SearchStrategy[str]) -> dict[Any, SearchStrategy[Any]]:
    """What to put in for each type."""
    return {
        Minutes: minutes(texts),
        Matter: matters(texts),
        Reading: readings(texts, names),
        Shelf: shelves(texts),
        Erratum: errata(texts),
        MinutesWords: half_said(texts),
    }
