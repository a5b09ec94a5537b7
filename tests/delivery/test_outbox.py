"""What is owed, in real books."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.delivery.model import Post, Priority
from bot.delivery.repository import Outbox
from storage.database import Database
from tests.databases import sql
from tests.delivery.queue import Queue
from tests.delivery.stage import CHEN, GRANDMA, GROUP, LI, HandClock

pytestmark = pytest.mark.both

NEW_GROUP = -1002000000002


@pytest.fixture
def kept(bare: Database) -> Callable[[], str]:
    """All that stands in the outbox, as text."""

    def read() -> str:
        with sql(bare) as run:
            return str(run("SELECT * FROM outbox"))

    return read


async def test_what_is_claimed_is_not_handed_out_again(queue: Queue) -> None:
    await queue.owes("welcome")
    assert await queue.claims_texts() == ["welcome"]
    assert await queue.claims_texts() == []
    assert await queue.due() == 0


async def test_the_same_cause_is_owed_once_even_after_it_was_sent(queue: Queue) -> None:
    await queue.owes("welcome")
    await queue.owes("welcome")
    await queue.sent(await queue.claims_one())
    await queue.owes("welcome")
    assert await queue.claims_texts() == []


async def test_nothing_goes_before_its_time(queue: Queue, hand_clock: HandClock) -> None:
    await queue.owes("tomorrow", late=-60)
    hand_clock.passes(seconds=59, microseconds=999_999)
    assert await queue.claims_texts() == []
    hand_clock.passes(microseconds=1)
    assert await queue.claims_texts() == ["tomorrow"]


async def test_a_chat_is_handed_one_at_a_time_and_a_resting_one_none(queue: Queue) -> None:
    for cause, chat in (("a", GRANDMA), ("b", GRANDMA), ("c", CHEN), ("d", LI)):
        await queue.owes(cause, chat)
    assert await queue.claims_texts(resting={CHEN}) == ["a", "d"]
    assert await queue.claims_texts(resting={GRANDMA}) == ["c"]
    assert await queue.claims_texts() == ["b"]


async def test_the_urgent_goes_first_then_what_has_waited_longest(queue: Queue) -> None:
    await queue.owes("bulk", GRANDMA, Priority.BULK, late=300)
    await queue.owes("notice", CHEN, late=10)
    await queue.owes("older notice", LI, late=20)
    await queue.owes("reply", GRANDMA, Priority.REPLY)
    assert await queue.claims_texts(limit=2) == ["reply", "older notice"]
    assert await queue.claims_texts() == ["notice", "bulk"]


async def test_a_bulk_of_thousands_leaves_room_for_others(queue: Queue, hand_clock: HandClock) -> None:
    now = hand_clock.now()
    bulk = [Post(f"bulk-{n}", n, {"text": "bulk"}, now, priority=Priority.BULK) for n in range(1, 3001)]

    def put_all(outbox: Outbox, _: datetime) -> None:
        for post in bulk:
            outbox.put(post)

    await queue.does(put_all)
    await queue.owes("notice", GROUP)
    assert await queue.claims_texts(limit=3) == ["notice", "bulk", "bulk"]
    assert await queue.due() == 2998


async def test_a_board_owes_only_its_newest_state(queue: Queue) -> None:
    for state in ("1 reported", "2 reported", "3 reported"):
        await queue.shows(state)
    assert await queue.due() == 1
    assert await queue.claims_texts() == ["3 reported"]


async def test_a_board_that_stands_is_edited(queue: Queue) -> None:
    await queue.shows("1 reported")
    first = await queue.claims_one()
    assert (first.is_board, first.board_message_id) == (True, None)
    await queue.sent(first, 77)
    assert await queue.due() == 0
    await queue.shows("2 reported")
    assert (await queue.claims_one()).board_message_id == 77


async def test_a_board_that_changes_while_on_its_way_is_owed_again(queue: Queue) -> None:
    await queue.shows("1 reported")
    on_its_way = await queue.claims_one()
    await queue.shows("2 reported")
    assert await queue.claims() == [], "not while the first state is on its way"
    await queue.sent(on_its_way, 77)
    newest = await queue.claims_one()
    assert (newest.params["text"], newest.board_message_id) == ("2 reported", 77)
    await queue.sent(newest, 77)
    assert await queue.due() == 0


async def test_an_older_state_never_overwrites_a_newer_one(queue: Queue, hand_clock: HandClock) -> None:
    await queue.shows("1 reported")
    failing = await queue.claims_one()
    await queue.shows("2 reported")
    await queue.does(lambda outbox, now: outbox.postpone(failing, now + timedelta(seconds=30), "TimedOut"))
    assert await queue.claims() == []
    hand_clock.passes(seconds=30)
    again = await queue.claims_one()
    assert (again.params["text"], again.attempts) == ("2 reported", 1)


async def test_a_board_refused_for_good_is_tried_with_its_next_state(queue: Queue) -> None:
    await queue.shows("1 reported")
    refused = await queue.claims_one()
    await queue.does(lambda outbox, now: outbox.give_up(refused, now, "chat not found"))
    assert await queue.due() == 0
    await queue.shows("2 reported")
    assert await queue.claims_texts() == ["2 reported"]


async def test_a_pinned_board_owes_its_pin_once(queue: Queue) -> None:
    await queue.shows("1 reported", pinned=True)
    await queue.sent(await queue.claims_one(), 77)
    pin = await queue.claims_one()
    assert (pin.method, pin.chat_id, pin.params["message_id"]) == ("pinChatMessage", GROUP, 77)
    await queue.sent(pin)
    await queue.shows("2 reported", pinned=True)
    await queue.sent(await queue.claims_one(), 77)
    assert await queue.due() == 0


async def test_a_board_whose_message_is_gone_is_posted_anew(queue: Queue) -> None:
    await queue.shows("1 reported")
    await queue.sent(await queue.claims_one(), 77)
    await queue.shows("2 reported")
    edit = await queue.claims_one()
    await queue.does(lambda outbox, _: outbox.forget_message(edit))
    anew = await queue.claims_one()
    assert (anew.params["text"], anew.board_message_id) == ("2 reported", None)


async def test_what_was_said_is_not_kept(queue: Queue, kept: Callable[[], str]) -> None:
    await queue.owes("a-cause")
    await queue.shows("what was said")
    assert "what was said" in kept()
    for owed in await queue.claims():
        await queue.sent(owed, 77)
    assert "what was said" not in kept()


async def test_a_successor_frees_what_was_claimed(queue: Queue) -> None:
    await queue.owes("welcome")
    await queue.owes("result", CHEN)
    await queue.sent((await queue.claims())[0])
    assert await queue.does(lambda outbox, _: outbox.release()) == 1
    assert await queue.claims_texts() == ["result"]


async def test_a_group_with_a_new_id_takes_along_what_it_is_owed(queue: Queue) -> None:
    await queue.shows("1 reported")
    await queue.sent(await queue.claims_one(), 77)
    await queue.shows("2 reported")
    await queue.owes("preview", GROUP)
    await queue.does(lambda outbox, _: outbox.follow(GROUP, NEW_GROUP))
    owed = await queue.claims()
    owed = [*owed, *await queue.claims()]
    assert {(post.chat_id, post.params["text"]) for post in owed} == {(NEW_GROUP, "2 reported"), (NEW_GROUP, "preview")}
    assert [post.board_message_id for post in owed] == [None, None]


async def test_a_board_shown_in_the_new_group_already_is_the_one_that_counts(queue: Queue) -> None:
    await queue.shows("1 reported")
    await queue.shows("2 reported", NEW_GROUP)
    await queue.does(lambda outbox, _: outbox.follow(GROUP, NEW_GROUP))
    assert await queue.claims_texts() == ["2 reported"]
    assert await queue.due() == 0
