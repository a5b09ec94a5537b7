"""Wednesdays one after the other, in books that are never committed, with a courier that only notes what goes out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, text

from bot.attendance.model.rsvp import Signup
from bot.attendance.service import reminding, standing_in
from bot.config import Community as Settings
from bot.config import Config
from bot.kit.town import UpdateKey
from bot.reactions import REACTIONS
from bot.sittings import service as sittings
from bot.sittings.model.calendar import days
from bot.sittings.model.sitting import SittingId
from bot.sunshine import GROUP
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.unit_of_work import SqlUnitOfWork
from tests.attendance.days import CHEN, SUN, SUNSHINE, WANG, MovedClock
from tests.storage.works import never_committed

T = TypeVar("T")
SHANGHAI = ZoneInfo("Asia/Shanghai")
BEGINS = datetime(2026, 1, 1, tzinfo=SHANGHAI)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ALL = {"before-24": (GROUP, CHEN, WANG), "before-2": (GROUP, CHEN, WANG), "start-0": (GROUP, CHEN)}
"""陈建国 says each time that he comes, 孙国强 that he does not; 王秀英 has asked to be told and never says anything."""
WHEN = {"before-24": 24 * HOUR, "before-2": 2 * HOUR, "start-0": 0 * HOUR}


class Sent(NamedTuple):
    starts_at: datetime
    what: str
    chat_id: int


class Crash(Exception):
    """The machine stops before the commit."""


class NeverCommitted:
    """Books on one connection; implements `bot.town.Books`. The transactions with these numbers are lost."""

    def __init__(self, connection: Connection, settings: Settings, crashes: Collection[int]) -> None:
        self._connection = connection
        self._settings = settings
        self._crashes = crashes
        self._begun = 0

    async def write(self, work: Callable[[UnitOfWork], T], now: datetime, once: UpdateKey | None) -> T:  # noqa: ARG002
        self._begun += 1
        savepoint = self._connection.begin_nested()
        answer = await self.read(work, now)
        if self._begun in self._crashes:
            savepoint.rollback()
            raise Crash
        savepoint.commit()
        return answer

    async def read(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        return work(SqlUnitOfWork(self._connection, now, self._settings, "https://t.me/yishi_bot"))

    async def glance(self, work: Callable[[UnitOfWork], T], now: datetime) -> T:
        return await self.read(work, now)


@dataclass
class Year:
    """What went out, and when."""

    connection: Connection
    town: OpenTown
    clock: MovedClock
    sent: list[tuple[Sent, datetime]] = field(default_factory=list)

    async def tick(self, now: datetime) -> None:
        """What a running bot does at such a moment; one that crashes is started again at once."""
        try:
            await self._tick(now)
        except Crash:
            await self.tick(now)

    async def _tick(self, now: datetime) -> None:
        self.clock.moment = now
        ahead = (sittings.convene, people_answer) if now.hour in (0, 18) else ()
        for use_case in (*ahead, reminding.see_to_reminders, standing_in.see_to_silence):
            while await self.town.do(use_case):
                pass
        while (gone := await self.town.do(self._deliver)) is not None:
            self.sent += gone

    def counted(self) -> Counter[Sent]:
        return Counter(sent for sent, _ in self.sent)

    def unfinished(self, now: datetime) -> int:
        """Reminders of sittings that have begun and that were neither sent nor noted as missed."""
        query = text(
            "SELECT count(*) FROM sitting_reminders JOIN sittings ON sittings.id = sitting_id "
            "WHERE starts_at < :now AND sent_at IS NULL AND missed_at IS NULL"
        )
        return int(self.connection.execute(query, {"now": f"{now.astimezone(UTC):%Y-%m-%d %H:%M:%S}"}).scalar_one())

    def _deliver(self, uow: UnitOfWork) -> list[tuple[Sent, datetime]] | None:
        """None when nothing is due any more."""
        gone: list[tuple[Sent, datetime]] = []
        claimed = uow.outbox.claim(uow.now, 1000, ())
        for owed in claimed:
            cause = self.connection.execute(text("SELECT cause FROM outbox WHERE id = :id"), {"id": owed.id})
            match str(cause.scalar_one()).split("-"):
                case ["coming", number, _, what, hours]:
                    starts_at = uow.sittings.with_id(SittingId(int(number))).starts_at
                    gone.append((Sent(starts_at, f"{what}-{hours}", owed.chat_id), uow.now))
            uow.outbox.sent(owed, uow.now, 1)
        return gone if claimed else None


def people_answer(uow: UnitOfWork) -> bool:
    """As soon as a sitting stands in the books."""
    uow.attendance.subscribe(SUNSHINE, WANG, uow.now)
    for sitting in uow.sittings.to_come(SUNSHINE, uow.now, 20):
        if uow.attendance.signup(sitting.id, CHEN) is None:
            uow.attendance.keep(Signup(sitting.id, CHEN, coming=True, speaks=False, at=uow.now))
            uow.attendance.keep(Signup(sitting.id, SUN, coming=False, speaks=False, at=uow.now))
    return False


@contextmanager
def opened(database: Database, config: Config, crashes: Collection[int] = ()) -> Iterator[Year]:
    clock = MovedClock(BEGINS)
    with never_committed(database) as connection:
        yield Year(connection, OpenTown(NeverCommitted(connection, config.community, crashes), clock, REACTIONS), clock)


def held(config: Config, until: datetime) -> Sequence[datetime]:
    """When the rule has sittings from the beginning on."""
    by_rule = takewhile(lambda day: day.usual < until, days(config.community.sittings, SHANGHAI, BEGINS))
    return [day.starts_at for day in by_rule if day.starts_at is not None]


def ticks(until: datetime) -> Iterator[datetime]:
    """Every six hours; from Tuesday afternoon to Wednesday evening every hour; and around the start every minute."""
    day, tuesday, wednesday = BEGINS.date(), 1, 2
    while day < until.date():
        moments = {_at(day, hour) for hour in (0, 6, 12, 18)}
        if day.weekday() in (tuesday, wednesday):
            moments |= {_at(day, hour) for hour in range(16, 24)}
        if day.weekday() == wednesday:
            moments |= {_at(day, 18, 48) + step * MINUTE for step in range(20)}
        yield from sorted(moments)
        day += timedelta(days=1)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), SHANGHAI)
