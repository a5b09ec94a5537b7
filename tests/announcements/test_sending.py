"""3,500 people are written to: a few at a time, each once, and whoever waits for an answer never waits for them."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.announcements.forms import AnnouncementDraft
from bot.announcements.model import Announcement, Progress, Whom
from bot.announcements.service import sending, writing
from bot.config import Config
from bot.delivery import service as delivery
from bot.delivery.model import Post, Priority
from bot.delivery.outcomes import Never, Sent
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.reactions import REACTIONS
from bot.town import OpenTown
from bot.unit_of_work import UnitOfWork
from storage.database import Database

LIN = 5000005
MODERATOR = Reader(LIN, "林芳", community=CommunityId(1), known=True)
PLACE = Place(LIN, LIN)
MORNING = datetime(2026, 11, 25, 2, 1, tzinfo=UTC)
KEY = "1000000-1"
A_SECOND = 25


class MovedClock:
    def __init__(self) -> None:
        self.moment = MORNING

    def now(self) -> datetime:
        return self.moment

    async def follow(self, wake: object) -> None:
        """Nobody follows."""


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def joined(database: Database) -> int:
    """Everybody on the roll has joined."""
    engine = database.engine()
    with engine.begin() as run:
        run.exec_driver_sql("UPDATE residents SET telegram_id = 7000000 + id WHERE telegram_id IS NULL")
        found = run.exec_driver_sql("SELECT count(*) FROM residents WHERE telegram_id IS NOT NULL").scalar_one()
    engine.dispose()
    return int(found)


@pytest.fixture
def hall(database: Database, joined: int, config: Config, clock: MovedClock) -> Iterator[OpenTown]:
    """The town without Telegram, after everybody joined."""
    assert joined > 3000
    with database.books(config.community, "https://t.me/yishi_bot") as books:
        yield OpenTown(books, clock, REACTIONS)


def sends(uow: UnitOfWork) -> Announcement:
    uow.conversations.keep(PLACE, AnnouncementDraft(KEY, Whom.JOINED, text="明天停水"))
    return writing.send(uow, MODERATOR, PLACE, KEY, None, urgent=False)


async def a_second(hall: OpenTown, clock: MovedClock) -> list[int]:
    """What the courier does in one, at its pace; whom it wrote to."""
    await hall.do(sending.go_on)
    claimed = await hall.do(delivery.claim, None, A_SECOND, ())
    for owed in claimed:
        ends = Never("bot was blocked by the user") if owed.chat_id % 100 == 0 else Sent(owed.chat_id)
        await hall.do(delivery.settle, None, owed, ends)
    clock.moment += timedelta(seconds=1)
    return [owed.chat_id for owed in claimed]


async def looks(hall: OpenTown, one: Announcement) -> Progress:
    return await hall.ask(sending.look, MODERATOR, one.id)


@pytest.mark.both
async def test_everybody_gets_it_once_and_the_sender_sees_how_far_it_is(
    hall: OpenTown, clock: MovedClock, joined: int
) -> None:
    one = await hall.do(sends)
    assert one.total == joined
    written = Counter[int]()
    while not (found := await looks(hall, one)).announcement.over:
        written.update(chat for chat in await a_second(hall, clock) if chat > 0 and chat != LIN)
        assert found.owed <= sending.ENOUGH + sending.AT_ONCE
        if found.done and not found.announcement.over:
            left = (joined - found.done) / A_SECOND / 60
            assert found.minutes_left is not None
            assert left - 0.1 <= found.minutes_left <= left + 1.5
    assert len(written) == joined - 1  # the sender is one of them, and has the line too
    assert set(written.values()) == {1}
    assert found.done == found.total == joined
    assert sum(found.failures.values()) == sum(chat % 100 == 0 for chat in written)


async def test_an_answer_goes_first_however_many_are_queued(hall: OpenTown, clock: MovedClock) -> None:
    await hall.do(sends)
    while await hall.do(lambda uow: sending.go_on(uow, at_once=500, enough=10_000)):
        clock.moment += timedelta(seconds=1)
        if await hall.ask(lambda uow: uow.outbox.due(uow.now)) > 3000:
            break
    await hall.do(lambda uow: uow.outbox.put(Post("reply-1", 99, {}, uow.now, priority=Priority.REPLY)))
    [first] = await hall.do(delivery.claim, None, 1, ())
    assert first.chat_id == 99


async def test_stopped_midway_nothing_more_goes_out(hall: OpenTown, clock: MovedClock) -> None:
    one = await hall.do(sends)
    for _ in range(4):
        await a_second(hall, clock)
    in_flight = await hall.do(delivery.claim, None, 3, ())
    before = await looks(hall, one)
    await hall.do(sending.cancel, None, MODERATOR, one.id)
    for owed in in_flight:
        await hall.do(delivery.settle, None, owed, Sent(None))
    for _ in range(3):
        assert [chat for chat in await a_second(hall, clock) if chat != LIN] == []
    after = await looks(hall, one)
    assert after.announcement.over
    assert before.done <= after.done <= before.done + len(in_flight)
    assert await hall.do(sending.cancel, None, MODERATOR, one.id) == after  # twice is once


async def test_what_fails_halfway_is_begun_again_and_nobody_is_queued_twice(hall: OpenTown, clock: MovedClock) -> None:
    one = await hall.do(sends)

    def dies(uow: UnitOfWork) -> None:
        sending.go_on(uow, enough=10_000)
        raise KeyboardInterrupt

    clock.moment += timedelta(seconds=1)
    queued = (await looks(hall, one)).owed
    with pytest.raises(KeyboardInterrupt):
        await hall.do(dies)
    assert (await looks(hall, one)).owed == queued
    await hall.do(lambda uow: sending.go_on(uow, enough=10_000))
    assert (await looks(hall, one)).owed == queued + sending.AT_ONCE


async def test_the_quiet_hours_hold_it_and_the_morning_goes_on(hall: OpenTown, clock: MovedClock) -> None:
    clock.moment = datetime(2026, 11, 25, 13, 59, 50, tzinfo=UTC)  # ten seconds before 22:00
    one = await hall.do(sends)
    for _ in range(30):
        await a_second(hall, clock)
    held = await looks(hall, one)
    assert held.announcement.look_at == datetime(2026, 11, 26, 0, tzinfo=UTC)
    assert 0 < held.done < held.total
    clock.moment = datetime(2026, 11, 26, 0, tzinfo=UTC)
    await a_second(hall, clock)
    assert (await looks(hall, one)).done > held.done
