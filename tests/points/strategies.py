"""Made-up lines, sheets and statements."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config import Community, PointRules
from bot.kit.people import CommunityId
from bot.points import taps as points_taps
from bot.points.model.award import Award, Choosing, Given
from bot.points.model.books import Books, Burst, Pair, Sum
from bot.points.model.deed import Deed, DeedId, Looking, Sorting, Verdict
from bot.points.model.ledger import AccountId, Entry, EntryId, Kind, Rule
from bot.points.model.sheet import Line, Sheet, Statement
from tests.strategies import households, ids, moments, residents

amounts = st.integers(1, 1000)
balances = st.integers(0, 99_999)
months = st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(lambda day: day.replace(day=1))


def entries(texts: SearchStrategy[str]) -> SearchStrategy[Entry]:
    return st.builds(
        Entry,
        id=ids.map(EntryId),
        community=st.just(CommunityId(1)),
        source=ids.map(AccountId),
        target=ids.map(AccountId),
        amount=amounts,
        rule=st.sampled_from(Rule),
        evidence=st.just("concern-1"),
        giver=st.none() | ids.map(AccountId),
        at=moments,
        day=st.just(datetime(2026, 12, 2, tzinfo=UTC).date()),
        reverses=st.none(),
        note=st.just("") | texts.map(lambda text: text[:200]),
    )


def lines(texts: SearchStrategy[str]) -> SearchStrategy[Line]:
    return st.builds(Line, entry=entries(texts), gain=amounts | amounts.map(lambda amount: -amount))


def values(
    texts: SearchStrategy[str], names: SearchStrategy[str], settings: Community
) -> dict[Any, SearchStrategy[Any]]:
    shown = st.lists(lines(texts), max_size=5)
    people = residents(names)
    return {
        PointRules: st.just(settings.points),
        Entry: entries(texts),
        Sheet: st.builds(Sheet, balance=balances, household=balances, lines=shown),
        Statement: st.builds(Statement, month=months, opening=balances, lines=shown, newest=st.booleans()),
        Award: st.builds(Award, to=people, entry=entries(texts), left=balances),
        Choosing: st.builds(
            Choosing,
            key=st.just("1000000-999999999"),
            choices=st.lists(people, min_size=1, max_size=8),
            to=st.none() | people,
            amount=st.integers(0, 1000),
            most=amounts,
            left=balances,
            reason_characters=st.integers(20, 200),
        ),
        Sequence[Given]: st.lists(given(names), max_size=30),
        Books: books(names),
        Deed: deeds(texts, names),
        Looking: lookings(),
        Sequence[Sorting]: st.lists(st.builds(Sorting, st.integers(1, 40), amounts, amounts), max_size=40),
        points_taps.SampleAt: st.builds(points_taps.SampleAt, building=st.integers(1, 40), unit=st.integers(1, 9)),
    }


def given(names: SearchStrategy[str]) -> SearchStrategy[Given]:
    return st.builds(Given, giver=ids, points=balances, people=amounts, times=amounts, name=st.just("") | names)


def books(names: SearchStrategy[str]) -> SearchStrategy[Books]:
    maybe = st.just("") | names
    pairs = st.builds(Pair, giver=ids, taker=ids, times=amounts, points=amounts, giver_name=maybe, taker_name=maybe)
    return st.builds(
        Books,
        sums=st.lists(st.builds(Sum, st.sampled_from(Kind), amounts, balances, balances), max_size=6),
        budget=balances,
        goods=balances,
        givers=st.lists(given(names), max_size=20),
        pairs=st.lists(pairs, max_size=20),
        bursts=st.lists(st.builds(Burst, giver=ids, since=moments, times=amounts, name=maybe), max_size=20),
        days=st.integers(1, 365),
        month=months,
    )


def deeds(texts: SearchStrategy[str], names: SearchStrategy[str]) -> SearchStrategy[Deed]:
    return st.builds(
        Deed,
        id=ids.map(DeedId),
        community=st.just(CommunityId(1)),
        key=st.just("1000000-999999999"),
        doer=st.just(0) | ids,
        name=st.just("") | names.map(lambda name: name[:64]),
        building=st.integers(1, 40),
        words=texts.map(lambda text: text[:200]),
        told_at=moments,
        verdict=st.none() | st.sampled_from(Verdict),
        decider=st.none() | ids,
        decided_by=st.just("") | names,
    )


def lookings() -> SearchStrategy[Looking]:
    numbers = st.lists(st.integers(1, 40), max_size=40)
    doors = st.lists(households(), max_size=20)
    return st.builds(Looking, buildings=numbers, units=numbers, doors=doors, household=st.none() | households())
