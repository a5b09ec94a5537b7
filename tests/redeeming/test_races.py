"""Whoever does what in whatever order: nothing is given twice, no point is lost, and of the last item one has it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from bot.config import Config
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.points.model.ledger import Kind, Owner, Posting, Rule
from bot.redeeming.model.good import Good, GoodId, SoldOut
from bot.redeeming.model.redemption import MOVES, OPEN, Redemption, RedemptionId
from bot.redeeming.service import handing, redeeming
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.points_tables import accounts
from storage.redeeming_tables import goods, redemptions
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW, never_committed, tries

SUNSHINE = CommunityId(1)
LINK = "https://t.me/yishi_bot"
WANG, CHEN, LIN, SUN = (
    Reader(number, name, community=SUNSHINE, known=True)
    for number, name in ((5000001, "王秀英"), (5000002, "陈建国"), (5000005, "林芳"), (5000007, "孙国强"))
)
PEOPLE = (WANG, CHEN, LIN, SUN)
PRICE, STOCK, EACH, PURSE = 20, 3, 2, 50
Try = Callable[[UnitOfWork, Reader, Redemption], object]
TRIES: dict[str, Try] = {
    "undo": lambda uow, by, one: redeeming.undo(uow, by, one.id),
    "hand over": lambda uow, by, one: handing.hand_over(uow, by, _place(by), one.id, one.turn),
    "hand over anew": lambda uow, by, one: handing.hand_over(uow, by, _place(by), one.id, one.turn - 1),
    "receive": lambda uow, _by, one: redeeming.receive(uow, _owner(one), one.id, one.turn),
    "miss": lambda uow, _by, one: redeeming.miss(uow, _owner(one), one.id, one.turn),
    "somebody else's": lambda uow, by, one: redeeming.receive(uow, by, one.id, one.turn),
}


@dataclass(frozen=True)
class Move:
    """Somebody tries something with the so-manieth redemption, so many hours later."""

    what: str
    by: Reader
    which: int
    hours: int


moves = st.builds(
    Move,
    st.sampled_from(["reserve", "reserve", "time", *TRIES]),
    st.sampled_from(PEOPLE),
    st.integers(0, 9),
    st.sampled_from([0, 0, 0, 1, 24, 100]),
)


def _place(reader: Reader) -> Place:
    return Place(reader.telegram_id, reader.telegram_id)


def _owner(redemption: Redemption) -> Reader:
    return replace(WANG, telegram_id=redemption.telegram_id)


def furnished(uow: UnitOfWork) -> Good:
    for who in PEOPLE:
        mine = Owner(SUNSHINE, Kind.PERSON, who.telegram_id)
        uow.ledger.post(Posting(Owner(SUNSHINE, Kind.ISSUE), mine, PURSE, Rule.AWARD, f"before-{who.telegram_id}"))
    return uow.goods.add(Good(GoodId(0), SUNSHINE, "1-1", "大米", PRICE, STOCK, EACH))


class OneShelf:
    """Books that are never committed, and time going by."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self.connection = connection
        self._config = config
        self.now: datetime = NOW
        self._keys = 0
        self.good = furnished(self.books())

    def books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self.connection, self.now, self._config.community, LINK)

    def all(self) -> list[Redemption]:
        ids = self.connection.execute(select(redemptions.c.id).order_by(redemptions.c.id)).scalars().all()
        return [self.books().redemptions.get(RedemptionId(one)) for one in ids]

    def goes_on(self, move: Move) -> None:
        self.now += timedelta(hours=move.hours)
        known = self.all()
        if move.what == "time":
            tries(self.connection, self.books(), handing.see_to_dates)
        elif move.what == "reserve":
            self._keys += 1
            key = f"key-{self._keys}"
            tries(self.connection, self.books(), lambda uow: redeeming.reserve(uow, move.by, self.good.id, PRICE, key))
        elif known:
            one = known[move.which % len(known)]
            tries(self.connection, self.books(), lambda uow: TRIES[move.what](uow, move.by, one))

    def balance(self, kind: Kind) -> int:
        them = select(func.coalesce(func.sum(accounts.c.balance), 0)).where(accounts.c.kind == kind)
        return int(self.connection.execute(them).scalar_one())

    def sum_of_all(self) -> int:
        return int(self.connection.execute(select(func.sum(accounts.c.balance))).scalar_one())

    def left(self) -> int:
        return int(self.connection.execute(select(goods.c.left)).scalar_one())


@contextmanager
def a_shelf(database: Database, config: Config) -> Iterator[OneShelf]:
    with never_committed(database) as connection:
        yield OneShelf(connection, config)


@given(st.lists(moves, min_size=5, max_size=25))
@settings(max_examples=25)
def test_goods_and_points_are_where_they_belong(uncommitted: Database, config: Config, history: list[Move]) -> None:
    with a_shelf(uncommitted, config) as shelf:
        for move in history:
            before = {one.id: one.state for one in shelf.all()}
            shelf.goes_on(move)
            now = shelf.all()
            steps = {(state, after) for table in MOVES.values() for state, after in table.items()}
            changed = [(before[one.id], one.state) for one in now if before.get(one.id, one.state) != one.state]
            assert set(changed) <= steps
            kept = [one for one in now if not one.given_back]
            assert shelf.left() == STOCK - len(kept)
            assert shelf.balance(Kind.HELD) == PRICE * len([one for one in kept if one.state in OPEN])
            assert shelf.balance(Kind.PERSON) == PURSE * len(PEOPLE) - PRICE * len(kept)
            assert all(len([one for one in kept if one.telegram_id == who.telegram_id]) <= EACH for who in PEOPLE)
            assert all((one.due_at is not None) == (one.state in OPEN) for one in now)
            assert all(one.handed_by != one.telegram_id for one in now)
            assert shelf.sum_of_all() == 0


async def test_of_many_who_want_the_last_one_exactly_one_has_it(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        good = await books.write(furnished, NOW)
        await books.write(lambda uow: uow.goods.save(replace(good, left=1)), NOW)
        wanted = [books.write(_wants(good, by, f"key-{n}"), NOW) for n, by in enumerate(PEOPLE * 2)]
        answers = await asyncio.gather(*wanted, return_exceptions=True)
        balances = await books.read(lambda uow: [uow.ledger.balance(_purse(who)) for who in PEOPLE], NOW)
    assert [type(answer) for answer in answers].count(Redemption) == 1
    assert [type(answer) for answer in answers].count(SoldOut) == 7
    assert sorted(balances) == [PURSE - PRICE, PURSE, PURSE, PURSE]


async def test_confirming_by_many_taps_at_once_is_once(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        good = await books.write(furnished, NOW)
        taps = [books.write(_wants(good, CHEN, "key"), NOW) for _ in range(8)]
        assert len({kept.id for kept in await asyncio.gather(*taps)}) == 1
        assert await books.read(lambda uow: uow.ledger.balance(_purse(CHEN)), NOW) == PURSE - PRICE


def _wants(good: Good, by: Reader, key: str) -> Callable[[UnitOfWork], Redemption]:
    return lambda uow: redeeming.reserve(uow, by, good.id, PRICE, key)


def _purse(who: Reader) -> Owner:
    return Owner(SUNSHINE, Kind.PERSON, who.telegram_id)
