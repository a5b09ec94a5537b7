"""The clock that can be moved, and those who follow it."""

import asyncio

import pytest

from bot.playground import Playground
from tests.playground.conftest import GROUP, LI, Control, HandBot, inline

EVENING = "2026-12-02T11:00:00+00:00"


async def test_it_runs_stands_still_and_is_moved(control: Control) -> None:
    face = await control.get("clock")
    assert face["running"] is True
    moved = await control.post("clock", set=EVENING, running=False)
    assert moved == {"now": EVENING, "running": False, "version": face["version"] + 1}
    assert (await control.get("clock"))["now"] == EVENING
    assert (await control.post("clock", advance=60))["now"] == "2026-12-02T11:01:00+00:00"
    assert (await control.post("clock", running=True))["running"] is True
    assert (await control.refusal("clock", set="tomorrow"))[0] == 400
    assert (await control.refusal("clock"))[0] == 400


async def test_messages_are_dated_by_it(bot: HandBot, control: Control) -> None:
    await control.post("clock", set=EVENING, running=False)
    assert (await bot.does("sendMessage", chat_id=GROUP, text="开会"))["date"] == 1796209200
    assert (await control.say("xiao_li", "来了", chat=GROUP))["date"] == 1796209200


async def test_whoever_waits_is_woken(control: Control) -> None:
    version = (await control.get("clock"))["version"]
    waiting = asyncio.create_task(control.get(f"clock?after={version}"))
    await control.post("clock", set=EVENING, running=False)
    assert (await waiting)["now"] == EVENING
    assert (await control.get(f"clock?after={version}"))["version"] == version + 1


async def test_a_move_waits_until_its_followers_have_done_their_work(playground: Playground, control: Control) -> None:
    done: list[str] = []
    version = (await control.get("clock"))["version"]
    following = asyncio.create_task(sweep(control, version, done))
    await is_followed(playground)
    await control.post("clock", set=EVENING, running=False)
    assert done == [EVENING]
    await control.post("clock", advance=60)
    assert len(done) == 2
    following.cancel()
    with pytest.raises(asyncio.CancelledError):
        await following
    await control.post("clock", advance=60)
    assert len(done) == 2


async def test_a_follower_that_has_come_back_is_not_taken_for_gone(playground: Playground, control: Control) -> None:
    version = (await control.get("clock"))["version"]
    calls = [asyncio.create_task(control.get(f"clock?after={version}&name=bot")) for _ in range(2)]
    await is_followed(playground, connections=2)
    calls[0].cancel()
    with pytest.raises(asyncio.CancelledError):
        await calls[0]
    await is_followed(playground, connections=1)
    moving = asyncio.create_task(control.post("clock", advance=60))
    assert (await calls[1])["version"] == version + 1
    assert playground.world.clock.followers() == {"bot": 0}
    again = asyncio.create_task(control.get(f"clock?after={version + 1}&name=bot"))
    assert (await moving)["version"] == version + 1
    again.cancel()
    with pytest.raises(asyncio.CancelledError):
        await again


async def sweep(control: Control, version: int, done: list[str]) -> None:
    """A bot that works for a while whenever the time has moved, and then asks again."""
    while True:
        face = await control.get(f"clock?after={version}&name=bot")
        await control.rows("people")
        done.append(face["now"])
        version = face["version"]


async def is_followed(playground: Playground, connections: int = 1) -> None:
    """Wait until somebody follows the clock, over so many connections."""
    clock = playground.world.clock
    await clock.changed.until(lambda: clock.followers() == {"bot": connections})


async def test_a_tap_can_be_answered_for_a_quarter_of_an_hour(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=inline("投票"))
    query_id = (await control.tap("xiao_li", "投票", chat=GROUP))["callback_query_id"]
    await control.post("clock", advance=900)
    assert await bot.does("answerCallbackQuery", callback_query_id=query_id, text="一")
    assert await bot.does("answerCallbackQuery", callback_query_id=query_id, text="二")
    await control.post("clock", advance=1)
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query_id) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )
    assert [alert["text"] for alert in (await control.screen("xiao_li", GROUP))["alerts"]] == ["一", "二"]


async def test_ids_do_not_depend_on_it(bot: HandBot, control: Control) -> None:
    before = await control.say("xiao_li", "一", chat=GROUP)
    await control.post("clock", set="2020-01-01T00:00:00+00:00", running=False)
    after = await control.say("xiao_li", "二", chat=GROUP)
    assert after["message_id"] > before["message_id"]
    first, second = await bot.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert second["message"]["from"]["id"] == LI
