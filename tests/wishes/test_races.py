"""Whoever does what in whatever order: one neighbour sees to a wish or none, and nobody jumps the queue."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.config import Config
from bot.kit.events import Event
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NotOnRoll
from bot.unit_of_work import UnitOfWork
from bot.wishes.forms import WishDraft
from bot.wishes.model.events import WishChanged, WishDue, WishGranted
from bot.wishes.model.wish import LIVE, MOVES, Deed, OwnWish, Standing, State, Wish, WishId, WishOver
from bot.wishes.service import helping, making
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from storage.wishes import wish_queue
from tests.storage.works import NOW, never_committed, tries

pytestmark = pytest.mark.both

SUNSHINE = CommunityId(1)
LINK = "https://t.me/yishi_bot"
WANG, CHEN, LIN, SUN, HE = (
    Reader(number, name, community=SUNSHINE, known=True)
    for number, name in (
        (5000001, "王秀英"),
        (5000002, "陈建国"),
        (5000005, "林芳"),
        (5000007, "孙国强"),
        (5000008, "何伟"),
    )
)
"""The wisher, three neighbours of whom one moderates, a stranger."""
Try = Callable[[UnitOfWork, Reader, Wish], object]
TRIES: dict[str, Try] = {
    "claim": lambda uow, by, wish: helping.claim(uow, by, wish.id, in_group=False),
    "leave": lambda uow, by, wish: helping.leave_queue(uow, by, wish.id, _place(uow, by, wish)),
    "give back": lambda uow, by, wish: helping.give_back(uow, by, wish.id, wish.turn),
    "the helper gives back": lambda uow, by, wish: helping.give_back(uow, _helper(wish) or by, wish.id, wish.turn),
    "give back the last": lambda uow, by, wish: helping.give_back(uow, by, wish.id, wish.turn - 1),
    "wait": lambda uow, by, wish: helping.wait(uow, by, wish.id),
    "grant": lambda uow, by, wish: helping.grant(uow, by, wish.id, wish.turn),
    "withdraw": lambda uow, by, wish: helping.withdraw(uow, by, wish.id),
    "take down": lambda uow, by, wish: helping.take_down(uow, by, wish.number, "不合适"),
    "time": lambda uow, _by, _wish: helping.see_to_dates(uow),
}
MOSTLY = ("claim", "claim", "claim", "leave", "the helper gives back", "give back the last", "wait", "time")
ANYBODY = st.sampled_from([WANG, CHEN, LIN, SUN, HE])
HELPERS = st.sampled_from([CHEN, LIN, SUN])


@dataclass(frozen=True)
class Move:
    """Somebody tries something, so many days later."""

    what: str
    by: Reader
    days: int


further = st.lists(
    st.builds(Move, st.sampled_from(MOSTLY), HELPERS | HELPERS | ANYBODY, st.integers(0, 15))
    | st.builds(Move, st.sampled_from([*MOSTLY, *TRIES]), ANYBODY, st.just(0)),
    min_size=5,
    max_size=25,
)
in_whatever_order = st.permutations([Move("claim", by, 0) for by in (CHEN, LIN, SUN)])
histories = st.builds(lambda first, more: [*first, *more], in_whatever_order, further)
"""Three want to help, and then anything may happen."""


def _place(uow: UnitOfWork, by: Reader, wish: Wish) -> int:
    waiting = uow.wishes.waiting(wish, by.telegram_id)
    return waiting.id if waiting else 0


def _helper(wish: Wish) -> Reader | None:
    return replace(WANG, telegram_id=wish.helper.telegram_id) if wish.helper else None


def made(uow: UnitOfWork) -> Wish:
    place = Place(WANG.telegram_id, WANG.telegram_id)
    making.begin(uow, WANG, place, WishDraft("1-1", "想请人换个灯泡"))
    return making.make(uow, WANG, place, "1-1")


class OneYear:
    """A wish in books that are never committed, and time going by."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self.now: datetime = NOW
        self.wish_id: WishId = made(self.books()).id

    def books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._connection, self.now, self._config.community, LINK)

    def wish(self) -> Wish:
        return self.books().wishes.get(self.wish_id)

    def queue(self) -> list[int]:
        return list(self._connection.execute(select(wish_queue.c.telegram_id).order_by(wish_queue.c.id)).scalars())

    def goes_on(self, move: Move) -> Sequence[Event]:
        """What happened."""
        self.now += timedelta(days=move.days)
        does = TRIES[move.what]
        return tries(self._connection, self.books(), lambda uow: does(uow, move.by, uow.wishes.get(self.wish_id)))


@contextmanager
def a_year(database: Database, config: Config) -> Iterator[OneYear]:
    with never_committed(database) as connection:
        yield OneYear(connection, config)


@given(histories)
@settings(max_examples=30)
def test_one_helper_or_none_and_always_a_next_date(uncommitted: Database, config: Config, history: list[Move]) -> None:
    with a_year(uncommitted, config) as year:
        for move in history:
            before = year.wish()
            year.goes_on(move)
            wish, queue = year.wish(), year.queue()
            assert (wish.helper is not None) == (wish.state in (State.OFFERED, State.CLAIMED, State.GRANTED))
            assert (wish.due_at is not None) == (wish.state in LIVE)
            assert wish.turn >= before.turn
            busy = [*queue, wish.helper.telegram_id] if wish.helper else queue
            assert len(busy) == len(set(busy))
            assert not {WANG.telegram_id, HE.telegram_id} & set(busy)
            assert not queue or wish.state in (State.OFFERED, State.CLAIMED)


@given(histories)
@settings(max_examples=30)
def test_nobody_jumps_the_queue(uncommitted: Database, config: Config, history: list[Move]) -> None:
    with a_year(uncommitted, config) as year:
        for move in history:
            before, waited = year.wish(), year.queue()
            year.goes_on(move)
            wish, queue = year.wish(), year.queue()
            assert [person for person in waited if person in queue] == [person for person in queue if person in waited]
            assert [person for person in queue if person not in waited] == queue[len(set(queue) & set(waited)) :]
            if waited and wish.turn != before.turn and wish.helper is not None:
                assert wish.helper.telegram_id == waited[0]
            if wish.turn == before.turn and wish.helper and before.helper:
                assert wish.helper == before.helper


@given(histories)
@settings(max_examples=30)
def test_every_step_is_in_the_table(uncommitted: Database, config: Config, history: list[Move]) -> None:
    """Passing on is two steps at once: given back, then offered."""
    steps = {(state, after) for moves in MOVES.values() for state, after in moves.items()}
    steps |= {(state, State.OFFERED) for state in MOVES[Deed.GIVE_BACK]}
    with a_year(uncommitted, config) as year:
        for move in history:
            before = year.wish().state
            happened = year.goes_on(move)
            after = year.wish().state
            assert before == after or (before, after) in steps
            assert before == after or any(isinstance(event, WishChanged) for event in happened)


@given(histories)
@settings(max_examples=20)
def test_only_who_may_has_done_it(uncommitted: Database, config: Config, history: list[Move]) -> None:
    with a_year(uncommitted, config) as year:
        for move in history:
            before = year.wish()
            happened = year.goes_on(move)
            after = year.wish()
            if any(isinstance(event, WishGranted) for event in happened):
                assert move.by == WANG
            if before.state is not State.TAKEN_DOWN and after.state is State.TAKEN_DOWN:
                assert move.by == LIN
            if any(isinstance(event, WishDue) for event in happened):
                assert before.due_at is not None
                assert before.due_at <= year.now


async def test_of_many_who_claim_at_once_one_has_it_and_each_other_has_one_place_in_the_line(
    database: Database, config: Config
) -> None:
    with database.books(config.community, LINK) as books:
        wish = await books.write(made, NOW)
        claims = [lambda uow, by=by: helping.claim(uow, by, wish.id, True) for by in (LIN, CHEN, SUN, WANG, HE) * 4]
        answers = await asyncio.gather(*(books.write(claim, NOW) for claim in claims), return_exceptions=True)
    standings = [answer for answer in answers if isinstance(answer, Standing)]
    positions = [standing.waiting.position if standing.waiting else 0 for standing in standings]
    assert sorted(positions[:3]) == [0, 1, 2]
    assert positions == positions[:3] * 4
    helper = (LIN, CHEN, SUN)[positions.index(0)]
    assert {one.wish.helper.telegram_id for one in standings if one.wish.helper} == {helper.telegram_id}
    refusals = [type(answer) for answer in answers if not isinstance(answer, Standing)]
    assert refusals == [OwnWish, NotOnRoll] * 4


async def test_claiming_and_taking_back_at_once_leaves_nobody_on_the_way(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        wish = await books.write(made, NOW)
        works = [
            lambda uow: helping.claim(uow, LIN, wish.id, True),
            lambda uow: helping.withdraw(uow, WANG, wish.id),
            lambda uow: helping.claim(uow, CHEN, wish.id, True),
            lambda uow: helping.withdraw(uow, WANG, wish.id),
        ]
        answers = await asyncio.gather(*(books.write(work, NOW) for work in works), return_exceptions=True)
        now = await books.read(lambda uow: uow.wishes.get(wish.id), NOW)
    assert (now.state, now.helper) == (State.WITHDRAWN, None)
    assert [type(answer) for answer in answers[1::2]] == [Wish, Wish]
    assert {type(answer) for answer in answers[0::2]} <= {Standing, WishOver}


async def test_a_wish_confirmed_by_two_taps_at_once_is_one_wish(database: Database, config: Config) -> None:
    place = Place(WANG.telegram_id, WANG.telegram_id)
    with database.books(config.community, LINK) as books:
        await books.write(lambda uow: making.begin(uow, WANG, place, WishDraft("1-7", "想借梯子")), NOW)
        made = [books.write(lambda uow: making.make(uow, WANG, place, "1-7"), NOW) for _ in range(10)]
        assert {wish.number for wish in await asyncio.gather(*made)} == {1}
