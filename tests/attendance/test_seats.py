"""Room for so many: whoever does what in whatever order, no seat is given twice, and nobody jumps the line."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from bot.attendance.model.rsvp import MyPart, SeatGiven, SignupClosed
from bot.attendance.service import coming, seats
from bot.config import Config
from bot.kit.events import Event
from bot.kit.people import CommunityId, Reader
from bot.sittings.model.sitting import Gathering, Sitting, SittingId
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from storage.sittings import sittings
from storage.unit_of_work import SqlUnitOfWork
from tests.storage.works import NOW, never_committed, tries

pytestmark = pytest.mark.both

SUNSHINE = CommunityId(1)
LINK = "https://t.me/yishi_bot"
FEW = 2
PEOPLE = tuple(Reader(number, "", community=SUNSHINE, known=True) for number in (5000001, 5000002, 5000005, 5000007))
"""王秀英, 陈建国, 林芳, 孙国强."""
Said = tuple[Reader, bool]
histories = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from([True, True, False])), min_size=4, max_size=25)


def workshop(uow: UnitOfWork) -> Sitting:
    starts_at = NOW + timedelta(days=10)
    new = Sitting(SittingId(0), SUNSHINE, "few", starts_at, None, uow.now, kind=Gathering.WORKSHOP, seats=FEW)
    return uow.sittings.add(new)


class TenDays:
    """A workshop in books that are never committed."""

    def __init__(self, connection: Connection, config: Config) -> None:
        self._connection = connection
        self._config = config
        self.sitting = workshop(self.books()).id

    def books(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._connection, NOW, self._config.community, LINK)

    def says(self, who: Reader, comes: bool) -> Sequence[Event]:
        return tries(self._connection, self.books(), lambda uow: coming.rsvp(uow, who, self.sitting, comes))

    def seated(self) -> list[int]:
        return list(self.books().attendance.coming(self.sitting))

    def line(self) -> list[int]:
        return list(self.books().attendance.line(self.sitting))

    def has_seats(self, count: int) -> None:
        self._connection.execute(update(sittings).filter_by(id=self.sitting).values(seats=count))


@contextmanager
def ten_days(database: Database, config: Config) -> Iterator[TenDays]:
    with never_committed(database) as connection:
        yield TenDays(connection, config)


@given(histories)
@settings(max_examples=40)
def test_never_more_than_there_are_seats_and_none_is_empty_while_anybody_waits(
    uncommitted: Database, config: Config, history: list[Said]
) -> None:
    with ten_days(uncommitted, config) as days:
        wanted: list[int] = []  # in the order in which they came
        for who, comes in history:
            happened = days.says(who, comes)
            if comes and who.telegram_id not in wanted:
                wanted.append(who.telegram_id)
            elif not comes and who.telegram_id in wanted:
                wanted.remove(who.telegram_id)
            assert sorted(days.seated()) == sorted(wanted[:FEW])
            assert days.line() == wanted[FEW:]
            told = [event.signup.telegram_id for event in happened if isinstance(event, SeatGiven)]
            assert told == ([wanted[FEW - 1]] if told else [])


def test_seats_that_come_free_without_a_word_go_to_the_first_in_the_line(uncommitted: Database, config: Config) -> None:
    with ten_days(uncommitted, config) as days:
        for who in PEOPLE:
            days.says(who, True)
        days.has_seats(FEW + 1)
        books = days.books()
        assert not seats.see_to_line(books)
        given_to = [event.signup.telegram_id for event in books.events if isinstance(event, SeatGiven)]
        assert given_to == [PEOPLE[2].telegram_id]
        assert days.line() == [PEOPLE[3].telegram_id]
        days.has_seats(1)  # nobody is sent away
        days.says(PEOPLE[0], False)
        assert days.line() == [PEOPLE[3].telegram_id]


async def test_of_many_taps_at_once_two_have_seats_and_each_other_has_one_place_in_the_line(
    database: Database, config: Config
) -> None:
    with database.books(config.community, LINK) as books:
        sitting = (await books.write(workshop, NOW)).id
        taps = [books.write(says(who, sitting, comes=True), NOW) for who in PEOPLE * 5]
        parts = await asyncio.gather(*taps)
        positions = [position(part) for part in parts[:4]]
        assert sorted(positions, key=lambda number: number or 0) == [None, None, 1, 2]
        assert [position(part) for part in parts] == positions * 5
        await asyncio.gather(*(books.write(says(who, sitting, comes=False), NOW) for who in PEOPLE[:2] * 3))
        counted = await books.read(lambda uow: uow.attendance.count(sitting), NOW)
        assert (counted.coming, counted.not_coming) == (2, 2)
        assert await books.read(lambda uow: uow.attendance.line(sitting), NOW) == []


async def test_once_it_has_begun_no_seat_is_given(database: Database, config: Config) -> None:
    with database.books(config.community, LINK) as books:
        sitting = await books.write(workshop, NOW)
        for who in PEOPLE:
            await books.write(says(who, sitting.id, comes=True), NOW)
        with pytest.raises(SignupClosed):
            await books.write(says(PEOPLE[0], sitting.id, comes=False), sitting.starts_at)
        await books.write(seats.see_to_line, sitting.starts_at)
        waiting = await books.read(lambda uow: uow.attendance.line(sitting.id), NOW)
        assert waiting == [who.telegram_id for who in PEOPLE[2:]]


def says(who: Reader, sitting: SittingId, *, comes: bool) -> Callable[[UnitOfWork], MyPart]:
    return lambda uow: coming.rsvp(uow, who, sitting, comes)


def position(part: MyPart) -> int | None:
    assert part.seats is not None
    return part.seats.position
