"""The courier between the outbox and Telegram; Telegram is the playground, over HTTP, with its clock stopped."""

import asyncio
import logging
from typing import Any

import pytest

from bot.config import Delivery
from bot.delivery import service
from bot.delivery.courier import Courier
from bot.delivery.model import ChatMigrated, Post, Priority
from bot.delivery.rounds import AT_ONCE
from bot.unit_of_work import UnitOfWork
from tests.delivery.stage import BUTTON, CHEN, GRANDMA, GROUP, LI, TOKEN, ZHAO, Neighbourhood, QuietTown, at_work


async def test_a_post_arrives_once(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    await town.owes("你好", GRANDMA, text="你好", reply_markup=BUTTON)
    await asyncio.gather(courier.deliver(), courier.deliver(), courier.deliver())
    await here.passes(minutes=5)
    assert await here.texts(GRANDMA) == ["你好"]
    screen = await here.looks(f"/people/{GRANDMA}/screen")
    assert screen["buttons"] == ["我也遇到了"]


@pytest.mark.usefixtures("courier")
async def test_the_same_cause_arrives_once(town: QuietTown, here: Neighbourhood) -> None:
    for _ in range(3):
        await town.owes("welcome")
        await here.passes(minutes=1)
    assert await here.texts(GRANDMA) == ["welcome"]


async def test_a_wake_is_enough(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    await town.owes("welcome")
    courier.wake()
    await courier.deliver()
    assert await here.texts(GRANDMA) == ["welcome"]


@pytest.mark.usefixtures("courier")
async def test_the_tick_finds_what_nobody_announced(
    here: Neighbourhood,
    town: QuietTown,
) -> None:
    await town.owes("welcome")
    async with asyncio.timeout(60):
        while not await here.texts(GRANDMA):
            pass
    assert await town.due() == 0


async def test_a_flooded_chat_delays_no_other(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    await here.directs("/faults", kind="flood", chat=GROUP, retry_after=30)
    await town.owes("to all", GROUP)
    await town.owes("to grandma", GRANDMA)
    await courier.deliver()
    await town.owes("to Chen", CHEN)
    await courier.deliver()
    assert (await here.texts(GRANDMA), await here.texts(CHEN)) == (["to grandma"], ["to Chen"])
    await here.passes(seconds=29)
    assert await here.texts(LI, GROUP) == []
    await here.passes(seconds=1)
    assert await here.texts(LI, GROUP) == ["to all"]


async def test_a_slow_answer_delays_no_other_chat(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    await here.directs("/faults", kind="delay", chat=GROUP, seconds=2)
    await town.owes("to all", GROUP)
    courier.wake()
    async with asyncio.timeout(60):
        while await town.due():
            pass
    await town.owes("to grandma", GRANDMA)
    courier.wake()
    async with asyncio.timeout(60):
        while not await here.texts(GRANDMA):
            pass
    assert await here.texts(LI, GROUP) == []
    await courier.deliver()
    assert await here.texts(LI, GROUP) == ["to all"]


async def test_so_many_are_on_their_way_and_the_next_when_one_is_done(
    courier: Courier, town: QuietTown, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, taken = town.do, list[int]()

    async def notes(use_case: Any, *given: Any) -> Any:
        answer = await real(use_case, *given)
        if use_case is service.claim and answer:
            taken.append(len(answer))
        return answer

    def owe(uow: UnitOfWork) -> None:
        for chat in range(1, AT_ONCE + 2):
            uow.outbox.put(Post(f"everybody-{chat}", chat, {"text": "停水"}, uow.now, priority=Priority.NOTICE))

    monkeypatch.setattr(town, "do", notes)
    await town.do(owe)
    await courier.deliver()
    assert taken == [AT_ONCE, 1]


async def test_who_blocked_the_bot_is_given_up(
    courier: Courier, town: QuietTown, here: Neighbourhood, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.delivery")
    await here.directs(f"/people/{GRANDMA}/block")
    await town.owes("welcome")
    await courier.deliver()
    assert "bot was blocked by the user" in caplog.text
    await here.passes(days=1)
    assert len(await here.calls()) == 1
    assert await town.due() == 0


async def test_our_own_mistake_is_told_without_what_was_said(
    courier: Courier, town: QuietTown, caplog: pytest.LogCaptureFixture
) -> None:
    await town.owes("broken", GRANDMA, text="<b>my secret", parse_mode="HTML")
    await courier.deliver()
    (told,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert "can't parse entities" in told.getMessage()
    assert "sendMessage" in told.getMessage()
    assert "secret" not in caplog.text
    assert TOKEN not in caplog.text
    assert await town.due() == 0


async def test_a_group_that_became_a_supergroup_is_followed(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    members = ["uncle_chen", "xiao_li"]
    old = await here.directs(
        "/chats", title="3号楼", type="group", owner="moderator_lin", members=members, bot="administrator"
    )
    new = await here.directs(f"/chats/{old['id']}/migrate")
    await town.owes("preview", old["id"])
    await courier.deliver()
    assert await here.texts(LI, new["id"]) == ["preview"]
    assert town.events == [ChatMigrated(old["id"], new["id"])]


async def test_what_fails_is_tried_again_after_2_4_and_8_seconds(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    await here.directs("/faults", kind="error", method="sendMessage", count=3)
    await town.owes("welcome")
    await courier.deliver()
    for pause, tries in ((1.9, 1), (0.1, 2), (3.9, 2), (0.1, 3), (7.9, 3), (0.1, 4)):
        await here.passes(seconds=pause)
        assert len(await here.calls()) == tries
    assert await here.texts(GRANDMA) == ["welcome"]


@pytest.mark.parametrize(("fault", "copies"), [("drop", 1), ("drop_after", 2)])
async def test_a_lost_answer_may_bring_it_twice_but_never_not_at_all(
    courier: Courier, town: QuietTown, here: Neighbourhood, fault: str, copies: int
) -> None:
    await here.directs("/faults", kind=fault, method="sendMessage")
    await town.owes("welcome")
    await courier.deliver()
    await here.passes(minutes=1)
    assert await here.texts(GRANDMA) == ["welcome"] * copies


async def test_a_successor_sends_what_a_killed_courier_had_claimed(
    here: Neighbourhood, town: QuietTown, rules: Delivery
) -> None:
    await town.owes("welcome")
    await town.owes("result", CHEN)
    assert len(await town.do(service.claim, None, 25, ())) == 2, "and then the machine lost its power"
    async with at_work(here, town, rules) as successor:
        await successor.deliver()
    assert (await here.texts(GRANDMA), await here.texts(CHEN)) == (["welcome"], ["result"])


async def test_a_courier_that_closes_settles_what_is_in_flight(
    here: Neighbourhood, town: QuietTown, rules: Delivery
) -> None:
    await here.directs("/faults", kind="delay", method="sendMessage", seconds=0.5)
    async with Courier(TOKEN, here.url, town, here.clock, rules) as courier:
        await town.owes("welcome")
        courier.wake()
        async with asyncio.timeout(60):
            while await town.due():
                pass
    assert await town.do(service.release) == 0
    assert await here.texts(GRANDMA) == ["welcome"]


async def test_a_reply_overtakes_the_bulk(here: Neighbourhood, town: QuietTown, rules: Delivery) -> None:
    slow = rules.model_copy(update={"per_second": 1})
    async with at_work(here, town, slow) as courier:
        for chat in (CHEN, LI, ZHAO):
            await town.owes(f"bulk-{chat}", chat, Priority.BULK)
        await courier.deliver()
        await town.owes("reply", GRANDMA, Priority.REPLY)
        await here.passes(seconds=1)
        assert [call["params"]["text"] for call in await here.calls()] == [f"bulk-{CHEN}", "reply"]


async def test_never_more_than_25_in_a_second(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    for number in range(30):
        await here.directs("/people", key=f"r{number}", first_name="居民", id=6000000 + number)
        await here.directs(f"/people/r{number}/start")
        await town.owes(f"bulk-{number}", 6000000 + number, Priority.BULK)
    await courier.deliver()
    assert len(await here.calls()) == 25
    await here.passes(seconds=1)
    assert len(await here.calls(status=200)) == 30
