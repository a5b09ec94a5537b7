"""Many sittings: batches of those who were there, and the trend from 3.2 to 7.8."""

from collections.abc import AsyncIterator
from datetime import timedelta
from fractions import Fraction

import pytest

from bot.assessments.model import Assessment, Rating, State, tenths
from bot.config import Config
from bot.due import do_what_is_due
from bot.floor.model.events import SittingClosed
from bot.floor.model.presence import CheckIn, Origin, Present
from bot.floor.model.session import Session
from bot.reactions import REACTIONS
from bot.sittings.model.sitting import Gathering, Sitting, SittingId
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database
from tests.votes.hall import LIN, SUNSHINE, Hall, HandClock

THERE = range(8_000_001, 8_000_121)
LOW, HIGH = (3, 3, 3, 3, 4), (8, 8, 8, 8, 7)


@pytest.fixture
async def hall(database: Database, config: Config) -> AsyncIterator[Hall]:
    with database.books(config.community, "https://t.me/yishi_bot") as books:
        clock = HandClock()
        yield Hall(OpenTown(books, clock, REACTIONS), clock, database)


def rated(uow: UnitOfWork, number: int, totals: tuple[int, ...]) -> None:
    """A sitting, so many weeks from now, that these have rated."""
    starts_at = uow.now + timedelta(weeks=number)
    sitting = uow.sittings.add(
        Sitting(SittingId(0), SUNSHINE, f"made-{number}", starts_at, LIN, uow.now, kind=Gathering.SITTING)
    )
    until = starts_at + timedelta(days=3)
    uow.assessments.begin(Assessment(sitting.id, SUNSHINE, LIN, until, State.OPEN, until))
    for rater, total in enumerate(totals, 1):
        marks = tuple(min(2, max(0, total - 2 * at)) for at in range(5))
        uow.assessments.rate(Rating(sitting.id, rater, marks, uow.now))


async def test_from_3_2_to_7_8(hall: Hall) -> None:
    for number, totals in enumerate((LOW, LOW, LOW, HIGH, HIGH, HIGH), 1):
        await hall.town.do(rated, None, number, totals)
    await hall.town.do(rated, None, 9, (10, 10))  # too few
    began = hall.clock.moment
    for week in range(1, 6):
        hall.clock.moment = began + timedelta(weeks=week, days=4)
        await do_what_is_due(hall.town)
    assert await hall.town.ask(lambda uow: uow.assessments.trend(SUNSHINE)) is None
    hall.clock.moment = began + timedelta(weeks=20)
    await do_what_is_due(hall.town)
    found = await hall.town.ask(lambda uow: uow.assessments.trend(SUNSHINE))
    assert found is not None
    assert (found.first, found.last) == (Fraction(16, 5), Fraction(39, 5))
    assert (tenths(found.first), tenths(found.last)) == ("3.2", "7.8")
    assert hall.rows("SELECT count(*) FROM assessment_ratings") == [(0,)]
    assert hall.rows("SELECT raters, total FROM assessments WHERE raters = 2") == [(2, 0)]


async def test_many_are_asked_in_batches_and_each_once(hall: Hall) -> None:
    def close(uow: UnitOfWork) -> None:
        sitting = uow.sittings.add(Sitting(SittingId(0), SUNSHINE, "made", uow.now, LIN, uow.now))
        there = Present(len(THERE), 0, len(THERE), 0, 1)
        session = Session(sitting.id, SUNSHINE, uow.now, THERE[0], "1234", uow.now, present=there)
        uow.floor.begin(session)
        for person in THERE:
            uow.floor.check_in(CheckIn(sitting.id, person, Origin.ON_SITE, uow.now))
        uow.record(SittingClosed(session))

    await hall.town.do(close)
    for _ in range(2):
        await do_what_is_due(hall.town)
    asked = hall.rows("SELECT cause FROM outbox WHERE cause LIKE 'rating-%' ORDER BY cause")
    people = {int(str(cause).rsplit("-", 1)[1]) for (cause,) in asked}
    assert people >= set(THERE[1:])
    assert THERE[0] not in people
    assert len(asked) == len(people)
