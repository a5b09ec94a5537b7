"""Trouble on demand."""

import pytest
from aiohttp import ServerDisconnectedError

from tests.playground.conftest import GROUP, Control, HandBot

POST = {"chat_id": GROUP, "text": "公告"}


async def seen(control: Control) -> int:
    """How many messages stand in the group."""
    return len((await control.screen("xiao_li", GROUP))["messages"])


async def test_a_flood_holds_for_as_many_calls_as_asked(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="flood", retry_after=9, count=2, method="sendMessage")
    for _ in range(2):
        assert await bot.refusal("sendMessage", **POST) == "Too Many Requests: retry after 9"
    assert (await bot.does("sendMessage", **POST))["text"] == "公告"


async def test_a_fault_meets_only_its_method_and_chat(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="error", status=502, description="Bad Gateway", method="sendmessage", chat=GROUP)
    assert (await bot.does("getMe"))["id"] == 1000000
    assert await bot.refusal("sendMessage", chat_id=42, text="?") == "Bad Request: chat not found"
    assert (await bot.answer("sendMessage", **POST))["error_code"] == 502


@pytest.mark.parametrize(("kind", "done"), [("drop", 0), ("drop_after", 1)])
async def test_a_dropped_connection_leaves_the_bot_in_doubt(
    bot: HandBot, control: Control, kind: str, done: int
) -> None:
    before = await seen(control)
    await control.post("faults", kind=kind, method="sendMessage")
    with pytest.raises(ServerDisconnectedError):
        await bot.answer("sendMessage", **POST)
    assert await seen(control) - before == done


async def test_an_answer_can_be_late(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="delay", seconds=0.01)
    assert (await bot.does("sendMessage", **POST))["text"] == "公告"


async def test_an_update_can_come_twice(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="repeat")
    await control.say("xiao_li", "路灯", chat=GROUP)
    await control.say("xiao_li", "电梯", chat=GROUP)
    rows = await bot.updates()
    assert [row["message"]["text"] for row in rows] == ["路灯", "路灯", "电梯"]
    assert rows[0]["update_id"] == rows[1]["update_id"]


async def test_two_updates_can_come_in_the_wrong_order(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="reorder")
    for text in ("一", "二", "三"):
        await control.say("xiao_li", text, chat=GROUP)
    rows = await bot.updates()
    assert [row["message"]["text"] for row in rows] == ["二", "一", "三"]
    assert [row["update_id"] for row in rows] == sorted(row["update_id"] for row in rows)


async def test_none_is_lost_where_several_come_in_the_wrong_order(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="reorder", count=2)
    for text in ("一", "二", "三"):
        await control.say("xiao_li", text, chat=GROUP)
    assert sorted(row["message"]["text"] for row in await bot.updates()) == ["一", "三", "二"]


async def test_faults_are_listed_and_cleared(bot: HandBot, control: Control) -> None:
    await control.post("faults", kind="drop", count=5)
    assert [fault["count"] for fault in await control.rows("faults")] == [5]
    assert await control.answer("DELETE", "faults") == (200, [])
    await bot.does("sendMessage", **POST)
    assert (await control.refusal("faults", kind="earthquake"))[0] == 400
    assert (await control.refusal("faults", kind="drop", strength=3))[0] == 400
