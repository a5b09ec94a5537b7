"""Whatever happens in whatever order, points are conserved, caps hold, and each thing pays once."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.config import Config
from bot.kit.refusals import Refused
from bot.points.model.ledger import EARNED, Entry, EntryId, Owner, Posting, Reward, Rule, terms
from storage.database import Database
from storage.points_rows import earned_on, id_of
from storage.points_tables import accounts
from storage.unit_of_work import SqlUnitOfWork
from tests.points.ledgers import CHEN, HELD, HOME, ISSUE, LIN, NOON, WANG, check_books, ledger

pytestmark = pytest.mark.both


def earn(uow: SqlUnitOfWork, owner: Owner, rule: Rule, evidence: str, worth: int | None = None) -> int:
    """What was paid."""
    entry = uow.ledger.reward(Reward(owner, rule, evidence, worth))
    return entry.amount if entry else 0


steps = st.lists(
    st.tuples(
        st.sampled_from(["reward", "reward", "reserve", "redeem", "reverse", "wait"]),
        st.sampled_from([WANG, CHEN, HOME]),
        st.sampled_from(EARNED),
        st.integers(0, 6),
        st.integers(1, 12),
    ),
    max_size=40,
)


def step(uow: SqlUnitOfWork, what: str, who: Owner, rule: Rule, number: int, amount: int) -> Entry | None:
    match what:
        case "reward":
            worth = amount if rule is Rule.AWARD else None
            return uow.ledger.reward(Reward(who, rule, f"thing-{number}", worth, giver=LIN.holder))
        case "reserve":
            return uow.ledger.post(Posting(who, HELD, amount, Rule.RESERVING, f"order-{number}"))
        case "redeem":
            return uow.ledger.post(Posting(HELD, ISSUE, amount, Rule.REDEEMING, f"handed-over-{number}"))
    return uow.ledger.reverse(EntryId(number + 1), None)


@given(steps=steps)
def test_whatever_happens_points_are_conserved(
    uncommitted: Database,
    config: Config,
    steps: list[tuple[str, Owner, Rule, int, int]],
) -> None:
    with ledger(uncommitted, config) as (connection, at):
        now = NOON
        for what, who, rule, number, amount in steps:
            if what == "wait":
                now += timedelta(hours=number)
                continue
            for _ in range(2):  # everything comes twice
                uow = at(now)
                savepoint = connection.begin_nested()
                before = connection.execute(select(accounts.c.id, accounts.c.balance).order_by(accounts.c.id)).all()
                try:
                    entry = step(uow, what, who, rule, number, amount)
                except Refused:
                    savepoint.rollback()
                    after = connection.execute(select(accounts.c.id, accounts.c.balance).order_by(accounts.c.id)).all()
                    assert after == before
                    continue
                savepoint.commit()
                if entry is not None:
                    check_caps(connection, at(now), config, who, rule)
        check_books(connection)


def check_caps(connection: Connection, uow: SqlUnitOfWork, config: Config, who: Owner, rule: Rule) -> None:
    rules, today = config.community.points, uow.now.astimezone(config.community.zone).date()
    assert connection.execute(earned_on(today, id_of(who), rule)).scalar_one() <= terms(rules, rule).a_day
    assert connection.execute(earned_on(today, id_of(who))).scalar_one() <= rules.a_day


@given(evidence=st.lists(st.integers(1, 5), min_size=1, max_size=20))
def test_replayed_in_whatever_order_each_thing_pays_once(
    uncommitted: Database, config: Config, evidence: list[int]
) -> None:
    with ledger(uncommitted, config) as (connection, at):
        for day, number in enumerate(evidence):
            earn(at(NOON + timedelta(days=day)), WANG, Rule.ATTENDING, f"sitting-{number}")
        assert at(NOON).ledger.balance(WANG) == 5 * len(set(evidence))
        check_books(connection)
