"""The ledger conserves points whatever happens in whatever order, and pays for the same thing once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.config import Config
from bot.points.model.ledger import EARNED, EntryId, Kind, Owner, Posting, Reward, Rule
from bot.points.model.refusals import NoEntry, NotEnoughPoints, ReversedAlready
from storage.database import Database
from storage.points_tables import entries
from storage.unit_of_work import SqlUnitOfWork
from tests.points.ledgers import CHEN, HELD, HOME, ISSUE, LIN, NOON, SUNSHINE, WANG, At, check_books, ledger

pytestmark = pytest.mark.both
Books = tuple[Connection, At]


@pytest.fixture
def books(uncommitted: Database, config: Config) -> Iterator[Books]:
    with ledger(uncommitted, config) as opened:
        yield opened


def earn(uow: SqlUnitOfWork, owner: Owner, rule: Rule, evidence: str, worth: int | None = None) -> int:
    """What was paid."""
    entry = uow.ledger.reward(Reward(owner, rule, evidence, worth))
    return entry.amount if entry else 0


class TestPaying:
    def test_what_is_earned_comes_out_of_the_months_budget(self, books: Books, config: Config) -> None:
        connection, at = books
        uow = at(NOON)
        assert earn(uow, WANG, Rule.ATTENDING, "sitting-1") == 5
        assert uow.ledger.balance(WANG) == 5
        assert uow.ledger.balance(uow.ledger.this_month(SUNSHINE, Kind.BUDGET)) == config.community.points.budget - 5
        assert uow.ledger.balance(ISSUE) == -config.community.points.budget
        check_books(connection)

    def test_the_same_evidence_never_pays_twice_nor_two_people(self, books: Books) -> None:
        _, at = books
        assert earn(at(NOON), WANG, Rule.CONCERN, "concern-1") == 3
        assert earn(at(NOON), WANG, Rule.CONCERN, "concern-1") == 0
        assert earn(at(NOON + timedelta(days=3)), CHEN, Rule.TASK, "concern-1") == 0

    def test_the_database_itself_refuses_the_same_evidence(self, books: Books) -> None:
        connection, at = books
        earn(at(NOON), WANG, Rule.CONCERN, "concern-1")
        row = connection.execute(select(entries).filter_by(evidence="concern-1")).mappings().one()
        with pytest.raises(IntegrityError, match="evidence"), connection.begin_nested():
            connection.execute(insert(entries).values({**row, "id": 99}))

    def test_a_month_that_is_spent_pays_what_is_left_and_the_next_pays_again(self, books: Books) -> None:
        connection, at = books
        uow = at(NOON)
        budget = uow.ledger.this_month(SUNSHINE, Kind.BUDGET)
        left = uow.ledger.account(budget).balance
        uow.ledger.post(Posting(budget, ISSUE, left - 2, Rule.LEAVING, "all but two"))
        assert earn(uow, WANG, Rule.ATTENDING, "sitting-1") == 2
        assert earn(uow, CHEN, Rule.ATTENDING, "sitting-2") == 0
        assert earn(at(NOON + timedelta(days=30)), CHEN, Rule.ATTENDING, "sitting-2") == 5
        check_books(connection)

    def test_goods_are_a_budget_of_their_own(self, books: Books, config: Config) -> None:
        _, at = books
        uow = at(NOON)
        goods = uow.ledger.this_month(SUNSHINE, Kind.GOODS)
        assert uow.ledger.balance(goods) == config.community.points.goods
        with pytest.raises(NotEnoughPoints):
            uow.ledger.post(Posting(goods, HELD, config.community.points.goods + 1, Rule.RESERVING, "gift-1"))
        assert earn(uow, WANG, Rule.ATTENDING, "sitting-1") == 5


class TestBelowZero:
    def test_nobody_spends_what_they_have_not(self, books: Books) -> None:
        _, at = books
        uow = at(NOON)
        earn(uow, WANG, Rule.ATTENDING, "sitting-1")
        with pytest.raises(NotEnoughPoints) as refusal:
            uow.ledger.post(Posting(WANG, HELD, 6, Rule.RESERVING, "order-1"))
        assert (refusal.value.balance, refusal.value.wanted) == (5, 6)
        assert uow.ledger.post(Posting(WANG, HELD, 5, Rule.RESERVING, "order-1")) is not None
        assert uow.ledger.balance(WANG) == 0

    def test_the_database_itself_refuses_a_balance_below_zero(self, books: Books) -> None:
        connection, at = books
        uow = at(NOON)
        earn(uow, WANG, Rule.ATTENDING, "sitting-1")
        row = connection.execute(select(entries).filter_by(evidence="sitting-1")).mappings().one()
        back = {
            "source_id": row["target_id"],
            "target_id": row["source_id"],
            "amount": 6,
            "evidence": "theft",
            "id": 99,
        }
        with pytest.raises(IntegrityError, match="never_below_zero"), connection.begin_nested():
            connection.execute(insert(entries).values({**row, **back}))
        assert uow.ledger.balance(WANG) == 5

    def test_an_entry_is_never_changed_or_deleted(self, books: Books) -> None:
        connection, at = books
        earn(at(NOON), WANG, Rule.ATTENDING, "sitting-1")
        for change in (update(entries).values(amount=500), delete(entries)):
            with pytest.raises(DBAPIError, match="only ever added"), connection.begin_nested():
                connection.execute(change)


class TestCaps:
    def test_a_rule_pays_so_much_a_day_and_no_more(self, books: Books) -> None:
        _, at = books
        assert [earn(at(NOON), WANG, Rule.VOTING, f"vote-{n}") for n in range(4)] == [3, 3, 3, 0]

    def test_what_does_not_fit_whole_is_paid_in_part(self, books: Books) -> None:
        _, at = books
        assert earn(at(NOON), WANG, Rule.AWARD, "award-1", 7) == 7
        assert earn(at(NOON), WANG, Rule.AWARD, "award-2", 7) == 3

    def test_all_rules_together_have_a_cap_too(self, books: Books, config: Config) -> None:
        _, at = books
        uow = at(NOON)
        paid = [earn(uow, WANG, rule, f"{rule}-{n}") for rule in EARNED for n in range(3)]
        assert sum(paid) == config.community.points.a_day

    def test_the_day_ends_at_midnight_where_people_live(self, books: Books) -> None:
        _, at = books
        last_second = datetime(2026, 12, 2, 15, 59, 59, tzinfo=UTC)  # 23:59:59 in Shanghai
        assert earn(at(NOON), WANG, Rule.ATTENDING, "sitting-1") == 5
        assert earn(at(last_second), WANG, Rule.ATTENDING, "sitting-2") == 0
        assert earn(at(last_second + timedelta(seconds=1)), WANG, Rule.ATTENDING, "sitting-2") == 5
        assert earn(at(datetime(2026, 12, 3, 0, 30, tzinfo=UTC)), WANG, Rule.ATTENDING, "sitting-3") == 0

    def test_what_was_reversed_leaves_room_again(self, books: Books) -> None:
        _, at = books
        uow = at(NOON)
        entry = uow.ledger.reward(Reward(WANG, Rule.ATTENDING, "sitting-1"))
        assert entry is not None
        uow.ledger.reverse(entry.id, CHEN.holder)
        assert earn(uow, WANG, Rule.ATTENDING, "sitting-2") == 5

    def test_what_one_has_earned_takes_no_room_of_another(self, books: Books) -> None:
        _, at = books
        assert [earn(at(NOON), who, Rule.ATTENDING, f"s-{who.holder}") for who in (WANG, CHEN, HOME)] == [5, 5, 5]


class TestReversing:
    def test_both_lines_stay(self, books: Books) -> None:
        connection, at = books
        uow = at(NOON)
        entry = uow.ledger.reward(Reward(WANG, Rule.TASK, "task-1", giver=CHEN.holder, note="浇花"))
        assert entry is not None
        back = uow.ledger.reverse(entry.id, LIN.holder, "弄错人了")
        assert [one.id for one in uow.ledger.latest(WANG, 5)] == [back.id, entry.id]
        assert (back.reverses, back.amount, back.note, entry.note) == (entry.id, 5, "弄错人了", "浇花")
        assert uow.ledger.balance(WANG) == 0
        check_books(connection)

    def test_once_and_no_reversal_of_a_reversal(self, books: Books) -> None:
        _, at = books
        uow = at(NOON)
        entry = uow.ledger.reward(Reward(WANG, Rule.TASK, "task-1"))
        assert entry is not None
        back = uow.ledger.reverse(entry.id, None)
        with pytest.raises(ReversedAlready):
            uow.ledger.reverse(entry.id, None)
        with pytest.raises(NoEntry):
            uow.ledger.reverse(back.id, None)
        with pytest.raises(NoEntry):
            uow.ledger.reverse(EntryId(999), None)

    def test_what_was_spent_cannot_be_taken_back(self, books: Books) -> None:
        _, at = books
        uow = at(NOON)
        entry = uow.ledger.reward(Reward(WANG, Rule.TASK, "task-1"))
        assert entry is not None
        uow.ledger.post(Posting(WANG, HELD, 1, Rule.RESERVING, "order-1"))
        with pytest.raises(NotEnoughPoints):
            uow.ledger.reverse(entry.id, None)
