"""Several people at one concern at once: whatever the order, its history tells how it came to where it is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.life import MOVES, NEED_DAY, Deed, State
from bot.concerns.model.refusals import ClaimedAlready
from bot.concerns.model.told import Told
from bot.concerns.service import author, staff, telling
from bot.config import Config
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork
from storage.concern_tables import concern_history
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
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
"""The author, the liaison of her building, a moderator, the supervisor, a stranger."""


@dataclass(frozen=True)
class Move:
    """What somebody tries to do with the concern."""

    deed: Deed
    by: Reader

    def __call__(self, uow: UnitOfWork, concern: ConcernId) -> Concern:
        match self.deed:
            case Deed.CLAIM:
                return staff.claim(uow, self.by, concern)
            case Deed.HAND_OVER:
                return staff.hand_over(uow, self.by, concern)
            case Deed.CONFIRM:
                return author.confirm(uow, self.by, concern)
            case Deed.REOPEN:
                return author.reopen(uow, self.by, Place(self.by.telegram_id, self.by.telegram_id), concern)
            case Deed.WITHDRAW:
                return author.withdraw(uow, self.by, concern)
            case Deed.JOIN:
                return staff.join(uow, self.by, concern, 1)
            case _:
                day = NOW.date() + timedelta(days=2) if self.deed in NEED_DAY else None
                return staff.say(uow, self.by, concern, self.deed, "电工明天来。", day=day)


ANYTHING = st.builds(Move, st.sampled_from(Deed), st.sampled_from([WANG, CHEN, LIN, SUN, HE]))
SENSIBLE = st.sampled_from([
    Move(Deed.CLAIM, LIN),
    Move(Deed.CLAIM, CHEN),
    Move(Deed.HAND_OVER, LIN),
    Move(Deed.ANSWER, LIN),
    Move(Deed.ANSWER, CHEN),
    Move(Deed.PLAN, CHEN),
    Move(Deed.FINISH, LIN),
    Move(Deed.EXPLAIN, LIN),
    Move(Deed.CONFIRM, WANG),
    Move(Deed.REOPEN, WANG),
])  # fmt: skip
moves = st.lists(SENSIBLE | SENSIBLE | ANYTHING, min_size=4, max_size=15)


class OneEvening:
    """The books in one transaction that is never committed."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config

    def books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._connection, NOW, self._config.community, LINK)

    def tries(self, move: Move, concern: ConcernId) -> int:
        """How many events it recorded."""
        return len(tries(self._connection, self.books(), lambda uow: move(uow, concern)))

    def history(self, concern: Concern) -> list[tuple[str, int]]:
        """Who did what, since it was raised."""
        lines = select(concern_history.c.deed, concern_history.c.by).filter_by(concern_id=concern.id)
        found = [(deed, by) for deed, by in self._connection.execute(lines.order_by(concern_history.c.id))]
        assert found[0] == ("raise", WANG.telegram_id)
        return found[1:]


@contextmanager
def an_evening(database: Database, config: Config) -> Iterator[OneEvening]:
    with never_committed(database) as connection:
        yield OneEvening(connection, config)


def raised(uow: UnitOfWork) -> Concern:
    return telling.raise_in_group(uow, WANG, Draft("1-1").tells(Told("路灯不亮")))


@given(moves)
@settings(max_examples=20)
def test_the_history_leads_to_the_state_whoever_does_what(
    uncommitted: Database, config: Config, tried: list[Move]
) -> None:
    with an_evening(uncommitted, config) as evening:
        concern = raised(evening.books())
        events = sum(evening.tries(move, concern.id) for move in tried)
        now = evening.books().concerns.numbered(SUNSHINE, concern.number)
        history = evening.history(concern)
    state = State.RECEIVED
    for deed, _ in history:
        state = MOVES[Deed(deed)][state]
    assert now.state is state
    assert len(history) == events


@given(moves)
@settings(max_examples=20)
def test_nobody_has_done_what_they_may_not(uncommitted: Database, config: Config, tried: list[Move]) -> None:
    with an_evening(uncommitted, config) as evening:
        concern = raised(evening.books())
        for move in tried:
            evening.tries(move, concern.id)
        now = evening.books().concerns.numbered(SUNSHINE, concern.number)
        history = evening.history(concern)
    workers = {LIN.telegram_id, CHEN.telegram_id}
    theirs = {Deed.HAND_OVER: LIN, Deed.CONFIRM: WANG, Deed.REOPEN: WANG, Deed.WITHDRAW: WANG}
    may = {deed: {theirs[deed].telegram_id} if deed in theirs else workers for deed in Deed}
    assert [(deed, by) for deed, by in history if by not in may[Deed(deed)]] == []
    assert now.handler is None or now.handler.telegram_id in workers


async def test_of_two_who_claim_at_once_one_has_it_and_the_other_hears_who(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        concern = await books.write(raised, NOW)
        claims = [lambda uow, by=by: staff.claim(uow, by, concern.id) for by in (LIN, CHEN) * 5]
        answers = await asyncio.gather(*(books.write(claim, NOW) for claim in claims), return_exceptions=True)
        handlers = {answer.handler.telegram_id for answer in answers if isinstance(answer, Concern) and answer.handler}
        refusals = {answer.by for answer in answers if isinstance(answer, ClaimedAlready)}
        [handler] = handlers
        assert refusals == {"林芳" if handler == LIN.telegram_id else "陈建国"}
        assert len([answer for answer in answers if isinstance(answer, ClaimedAlready)]) == 5


async def test_a_concern_confirmed_by_two_taps_at_once_is_one_concern(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        draft = Draft("1-77").tells(Told("电梯坏了"))
        raising = [books.write(lambda uow: telling.raise_in_group(uow, WANG, draft), NOW) for _ in range(10)]
        assert len({concern.number for concern in await asyncio.gather(*raising)}) == 1
