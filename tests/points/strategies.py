"""Made-up lines, sheets and statements."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.config import Community, PointRules
from bot.kit.people import CommunityId
from bot.points.model.ledger import AccountId, Entry, EntryId, Rule
from bot.points.model.sheet import Line, Sheet, Statement
from tests.strategies import ids, moments

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


def values(texts: SearchStrategy[str], settings: Community) -> dict[Any, SearchStrategy[Any]]:
    shown = st.lists(lines(texts), max_size=5)
    return {
        PointRules: st.just(settings.points),
        Sheet: st.builds(Sheet, balance=balances, household=balances, lines=shown),
        Statement: st.builds(Statement, month=months, opening=balances, lines=shown, newest=st.booleans()),
    }
