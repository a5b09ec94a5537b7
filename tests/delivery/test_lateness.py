"""What was owed too late, and when a board was first seen."""

from datetime import datetime, timedelta

from bot.delivery.model import Post
from bot.delivery.repository import Outbox
from tests.delivery.queue import Queue
from tests.delivery.stage import GRANDMA, GROUP, HandClock


async def test_what_comes_too_late_is_not_sent(queue: Queue, hand_clock: HandClock) -> None:
    def owe(outbox: Outbox, now: datetime) -> None:
        for seconds in (10, 20):
            until = now + timedelta(seconds=seconds)
            outbox.put(Post(f"until-{seconds}", GRANDMA, {"text": str(seconds)}, now, until=until))

    await queue.does(owe)
    hand_clock.passes(seconds=10)
    assert await queue.claims_texts() == ["20"]


async def test_a_board_knows_when_it_was_first_seen(queue: Queue, hand_clock: HandClock) -> None:
    await queue.shows("one")
    hand_clock.passes(seconds=5)
    first = hand_clock.now()
    await queue.sent(await queue.claims_one(), 7)
    hand_clock.passes(seconds=5)
    await queue.shows("two")
    await queue.sent(await queue.claims_one(), 8)  # posted anew
    assert await queue.does(lambda outbox, _: outbox.posted_at(GROUP, "home")) == first
    assert await queue.does(lambda outbox, _: outbox.posted_at(GROUP, "other")) is None
