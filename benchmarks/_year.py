"""A year, or less, of made-up concerns on the moved clock, and whether every promise was kept.

Each concern is answered, planned, finished, confirmed or left alone by a seeded random, and the clocks are looked at
every hour. What should have been seen to is counted beside the books, and compared at the end.
"""

import asyncio
import heapq
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.deadline import Deadline, marks
from bot.concerns.model.life import CLOSED, DUE, NEED_DAY, Deed, Due, State
from bot.concerns.model.told import Told
from bot.concerns.service import author, clocks, staff, telling
from bot.config import Community
from bot.kit.clock import SystemClock
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.refusals import Refused
from bot.reactions import REACTIONS
from bot.residents.model import CONSENT_VERSION, Account
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.books import SqliteBooks

SUNSHINE = CommunityId(1)
LIN = Reader(5000005, "林芳", community=SUNSHINE, known=True)
BEGINS = datetime(2027, 1, 1, tzinfo=UTC)
AN_HOUR = timedelta(hours=1)
A_WEEK = 7 * 24
"""In hours."""
WAYS = {
    Deed.FINISH: 25, Deed.CALL_SIMPLE: 15, Deed.PLAN: 35, Deed.FORWARD: 10, Deed.PAUSE: 10, Deed.EXPLAIN: 5,
}  # fmt: skip
"""How the staff goes on after its answer, in percent."""
CLOSING = {"confirm", "lapse", "withdraw", "join"}


class MovedClock(SystemClock):
    """Stands where it is put."""

    moment = BEGINS

    def now(self) -> datetime:
        return self.moment


Alarm = tuple[int, str, datetime]
"""Concern, percent or rung, moment. A moment may be two: the last rung of a late answer, the first of a late plan."""


@dataclass
class Lived:
    """What a year leaves to be looked at."""

    expected: list[Alarm] = field(default_factory=list)
    ticks: list[tuple[float, int]] = field(default_factory=list)
    """Seconds that the processor was busy with each hour's look, and how many marks it found."""
    closed: list[int] = field(default_factory=list)
    """How many, week by week."""


class Year:
    """Lives through the hours; what each clock brings about is worked out here, apart from the books' index of it."""

    def __init__(self, books: SqliteBooks, settings: Community) -> None:
        self._clock = MovedClock()
        self._time = OpenTown(books, self._clock, REACTIONS)
        self._people = OpenTown(books, self._clock, {})
        self._rules = settings.response
        self._ids: dict[int, ConcernId] = {}
        self._clocks: dict[ConcernId, Deadline | None] = {}
        self._coming: list[tuple[datetime, int, int, int, int]] = []
        """Moment, concern, run of its clock, percent, rung."""
        self.lived = Lived()

    async def live(self, days: int, people: int, concerns: int, seed: int) -> Lived:
        chance = random.Random(seed)  # noqa: S311 - a made-up year, the same each time
        neighbours = await self._people.do(_join, None, people)
        steps = sorted(
            (at, number, deed)
            for number in range(concerns)
            for at, deed in _life(chance, BEGINS + chance.random() * timedelta(days=days))
        )
        authors = [chance.choice(neighbours) for _ in range(concerns)]
        done = 0
        for hour in range(1, days * 24 + 1):
            now, first = BEGINS + hour * AN_HOUR, done
            while done < len(steps) and steps[done][0] <= now:
                done += 1
            await asyncio.gather(*(self._act(at, n, deed, authors[n]) for at, n, deed in steps[first:done]))
            await self._tick(now)
        return self.lived

    async def _act(self, at: datetime, number: int, deed: str, by: Reader) -> None:
        self._clock.moment = at
        if not deed:
            draft = Draft(f"1-{number}").tells(Told("路灯不亮"))
            concern = await self._people.do(telling.raise_in_group, None, by, draft)
            self._ids[number] = concern.id
            self._notes(concern)
            return
        with suppress(Refused):
            self._notes(await self._people.do(_do, None, self._ids[number], Deed(deed), by))

    async def _tick(self, now: datetime) -> None:
        self._clock.moment = now
        moved, seen = self._pass(now)
        began = time.process_time()
        while await self._time.do(clocks.look_at_clocks):
            pass
        self.lived.ticks.append((time.process_time() - began, seen))
        if len(self.lived.ticks) % A_WEEK == 0:
            self.lived.closed.append(sum(not at or at.due is Due.FOLLOW_UP for at in self._clocks.values()))
        for number in moved:
            self._notes(await self._people.ask(_concern, number))

    def _notes(self, concern: Concern) -> None:
        clock, known = concern.deadline, self._clocks.get(concern.id)
        self._clocks[concern.id] = clock
        if clock is not None and (known is None or known.run != clock.run):
            for mark in marks(clock, self._rules):
                heapq.heappush(self._coming, (mark.at, concern.id, clock.run, mark.percent, mark.rung))

    def _pass(self, now: datetime) -> tuple[Sequence[ConcernId], int]:
        """What time does to these by `now`, and how many marks that are."""
        moved, seen = [], 0
        while self._coming and self._coming[0][0] <= now:
            at, number, run, percent, rung = heapq.heappop(self._coming)
            clock = self._clocks[ConcernId(number)]
            if clock is None or clock.run != run:
                continue
            seen += 1
            if clock.due is Due.PAUSE or (clock.due is Due.LAST_WORD and percent == 100):
                moved.append(ConcernId(number))
            elif clock.due is not Due.FOLLOW_UP:
                self.lived.expected.append((number, f"rung {rung}" if rung else f"{percent} %", at))
        return moved, seen


def broken(path: Path, expected: Sequence[Alarm]) -> list[str]:
    """Which promises the books at `path` do not keep."""
    with closing(sqlite3.connect(path)) as books:
        states = books.execute("SELECT state, due, due_at, closed_at FROM concerns").fetchall()
        history = books.execute("SELECT concern_id, deed, at, words FROM concern_history ORDER BY id").fetchall()
    kinds = {"remind": "{} %", "escalate": "rung {}"}
    found = Counter(
        (number, kinds[deed].format(words), datetime.fromisoformat(at).replace(tzinfo=UTC))
        for number, deed, at, words in history
        if deed in kinds
    )
    last = {number: deed for number, deed, *_ in history if deed in CLOSING | {"reopen"}}
    created = sum(deed == "raise" for _, deed, *_ in history)
    closed = sum(deed in CLOSING for deed in last.values())
    faults = {
        "a concern without a next date": any(due != DUE[State(state)] or (due is None) != (due_at is None)
                                             for state, due, due_at, _ in states),
        "an alarm twice": any(times > 1 for times in found.values()),
        "an alarm missing": bool(set(expected) - set(found)),
        "an alarm that nothing called for": bool(set(found) - set(expected)),
        "open is not created less closed": sum(at is None for *_, at in states) != created - closed,
        "a state and its closing differ": any((State(s) in CLOSED) != (at is not None) for s, _, _, at in states),
    }  # fmt: skip
    return [fault for fault, holds in faults.items() if holds]


def _life(chance: random.Random, raised: datetime) -> Iterator[tuple[datetime, str]]:
    """What people do with one concern, and when; some of it is refused by then."""
    yield raised, ""
    fate, at = chance.random(), raised
    if fate < 0.05:
        return  # left alone
    if fate < 0.09:
        yield raised + chance.uniform(1, 48) * AN_HOUR, Deed.WITHDRAW
    at += (1 + chance.expovariate(1 / 8)) * AN_HOUR
    yield at, Deed.ANSWER
    way = chance.choices(list(WAYS), list(WAYS.values()))[0]
    at += chance.uniform(1, 40) * AN_HOUR
    yield at, way
    if way not in (Deed.FINISH, Deed.EXPLAIN):
        if chance.random() < 0.05:
            return  # promised and forgotten
        at += chance.uniform(1, 4.5 * 24) * AN_HOUR
        yield at, Deed.FINISH
    yield from _last_words(chance, at)


def _last_words(chance: random.Random, at: datetime) -> Iterator[tuple[datetime, str]]:
    said = chance.random()
    at += chance.uniform(1, 6 * 24) * AN_HOUR
    if said < 0.5:
        yield at, Deed.CONFIRM
    elif said < 0.6:
        yield at, Deed.REOPEN
        at += chance.uniform(1, 48) * AN_HOUR
        yield at, Deed.FINISH


def _do(uow: UnitOfWork, concern: ConcernId, deed: Deed, by: Reader) -> Concern:
    match deed:
        case Deed.CONFIRM:
            return author.confirm(uow, by, concern)
        case Deed.REOPEN:
            return author.reopen(uow, by, Place(by.telegram_id, by.telegram_id), concern)
        case Deed.WITHDRAW:
            return author.withdraw(uow, by, concern)
        case _:
            day = uow.now.date() + timedelta(days=4) if deed in NEED_DAY else None
            return staff.say(uow, LIN, concern, deed, "电工明天来。", day=day)


def _concern(uow: UnitOfWork, number: ConcernId) -> Concern:
    return uow.concerns.with_id(number)


def _join(uow: UnitOfWork, most: int) -> Sequence[Reader]:
    """So many of those on the roll."""
    homes = (home for building in uow.residents.buildings(SUNSHINE) for unit in uow.residents.units(SUNSHINE, building)
             for home in uow.residents.doors(SUNSHINE, building, unit))  # fmt: skip
    free = (one for home in homes for one in uow.residents.household_members(home.id) if one.free)
    joined: list[Reader] = []
    for telegram_id, place in enumerate(free, 7000001):
        if len(joined) == most:
            break
        uow.residents.claim_place(place.id, telegram_id, uow.now)
        uow.residents.save_account(
            Account(telegram_id, place.name, "zh", False, SUNSHINE, CONSENT_VERSION), uow.now
        )  # fmt: skip
        joined.append(Reader(telegram_id, place.name, community=SUNSHINE, known=True))
    return joined
