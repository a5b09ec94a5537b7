"""事事有回应: whatever people do and whatever the clock does, nothing lacks a date, no alarm comes twice or never."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.deadline import marks
from bot.concerns.model.life import CLOSED, DUE, MAY_DO, NEED_DAY, By, Deed, Due
from bot.concerns.model.told import Told
from bot.concerns.service import author, clocks, staff, telling
from bot.config import Config
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.unit_of_work import UnitOfWork
from storage.concern_tables import concern_history, concerns
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW, never_committed, tries

pytestmark = pytest.mark.both

SUNSHINE = CommunityId(1)
WANG = Reader(5000001, "王秀英", elder=True, community=SUNSHINE, known=True)
LIN = Reader(5000005, "林芳", community=SUNSHINE, known=True)
ALARMS = (Deed.REMIND, Deed.ESCALATE)

deeds = st.sampled_from([deed for deed in Deed if MAY_DO[deed] is not By.TIME and deed is not Deed.JOIN])
waits = st.timedeltas(timedelta(seconds=1), timedelta(days=9)) | st.sampled_from(
    [timedelta(hours=12), timedelta(hours=24), timedelta(hours=24, seconds=1), timedelta(days=40), timedelta(days=-1)]
)
days = st.lists(st.tuples(waits, st.none() | deeds), min_size=3, max_size=14)
"""How long nothing happens, with the bot running or not; and what somebody does then."""


class Diary:
    """One concern through its days, and what should have been seen to by now, counted without the books."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self.now = NOW
        self.expected: set[tuple[int, datetime]] = set()
        self.id = telling.raise_in_group(self._books(), WANG, Draft("1-1").tells(Told("路灯不亮"))).id

    def _books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._connection, self.now, self._config.community, "https://t.me/yishi_bot")

    @property
    def concern(self) -> Concern:
        return self._books().concerns.with_id(self.id)

    def knock(self) -> None:
        """Somebody looks at the clocks; whatever the concern was due for by now is expected."""
        clock = self.concern.deadline
        if clock is not None and (clock.worked_on or clock.due is Due.LAST_WORD):
            passed = [mark for mark in marks(clock, self._config.community.response) if mark.at <= self.now]
            over = clock.due is Due.LAST_WORD and any(mark.percent == 100 for mark in passed)
            self.expected |= set() if over else {(clock.run, mark.at) for mark in passed}
        while clocks.look_at_clocks(self._books()):
            pass

    def tries(self, deed: Deed) -> None:
        tries(self._connection, self._books(), lambda uow: self._do(uow, deed))

    def _do(self, uow: UnitOfWork, deed: Deed) -> None:
        match deed:
            case Deed.CLAIM:
                staff.claim(uow, LIN, self.id)
            case Deed.HAND_OVER:
                staff.hand_over(uow, LIN, self.id)
            case Deed.CONFIRM:
                author.confirm(uow, WANG, self.id)
            case Deed.REOPEN:
                author.reopen(uow, WANG, Place(1, 1), self.id)
            case Deed.WITHDRAW:
                author.withdraw(uow, WANG, self.id)
            case _:
                day = self.now.date() + timedelta(days=3) if deed in NEED_DAY else None
                staff.say(uow, LIN, self.id, deed, "电工明天来。", day=day)

    def alarms(self) -> Sequence[datetime]:
        """When somebody was told, once for each time. Two clocks may run out at the same moment."""
        lines = select(concern_history.c.at).where(concern_history.c.deed.in_(ALARMS)).filter_by(concern_id=self.id)
        return sorted(self._connection.execute(lines).scalars())


@contextmanager
def a_diary(database: Database, config: Config) -> Iterator[Diary]:
    with never_committed(database) as connection:
        yield Diary(connection, config)


@given(days)
@settings(max_examples=60)
def test_every_alarm_is_once_and_none_is_missing(
    uncommitted: Database, config: Config, lived: list[tuple[timedelta, Deed | None]]
) -> None:
    with a_diary(uncommitted, config) as diary:
        for wait, deed in lived:
            diary.now += wait
            diary.knock()
            if deed is not None:
                diary.tries(deed)
        found = diary.alarms()
    assert found == sorted(at for _, at in diary.expected)


@given(days)
@settings(max_examples=60)
def test_no_open_concern_is_without_a_next_date_and_nothing_due_is_left(
    uncommitted: Database, config: Config, lived: list[tuple[timedelta, Deed | None]]
) -> None:
    with a_diary(uncommitted, config) as diary:
        for wait, deed in lived:
            diary.now += wait
            if deed is not None:
                diary.tries(deed)
            diary.knock()
            concern = diary.concern
            assert (concern.deadline.due if concern.deadline else None) is DUE[concern.state]
            assert (concern.closed_at is not None) == (concern.state in CLOSED)
            waiting = select(func.count()).select_from(concerns).where(concerns.c.look_at <= diary.now)
            assert diary._connection.execute(waiting).scalar_one() == 0


@given(st.lists(days, min_size=1, max_size=4))
@settings(max_examples=15)
def test_what_is_open_is_what_was_raised_less_what_was_closed(
    uncommitted: Database, config: Config, several: list[list[tuple[timedelta, Deed | None]]]
) -> None:
    with a_diary(uncommitted, config) as diary:
        for lived in several:
            diary.now = max(diary.now, NOW)
            diary.id = ConcernId(_another(diary))
            for wait, deed in lived:
                diary.now += wait
                diary.knock()
                if deed is not None:
                    diary.tries(deed)
        rows = diary._connection.execute(select(concerns.c.state, concerns.c.closed_at)).all()
    opened = [row for row in rows if row.state not in CLOSED]
    assert len(opened) == len(rows) - len([row for row in rows if row.closed_at is not None])


def _another(diary: Diary) -> int:
    number = len(diary._connection.execute(select(concerns.c.id)).all())
    draft = Draft(f"1-{number + 1}").tells(Told("路灯不亮"))
    return telling.raise_in_group(diary._books(), WANG, draft).id
