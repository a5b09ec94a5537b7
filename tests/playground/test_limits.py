"""The 429 buckets, on the playground's clock."""

import pytest

from bot.playground.limits import Limits
from bot.playground.refusals import Refused
from tests.playground.conftest import GROUP, LI, ZHAO, Control, HandBot, inline

NOON = 1_800_000_000.0


def wait_after(limits: Limits, chat: int, now: float, *, shared: bool = True) -> int:
    """The seconds a message would have to wait; 0 when it went."""
    try:
        limits.spend(chat, 1, now, shared=shared)
    except Refused as refused:
        return refused.parameters["retry_after"]
    return 0


def test_a_chat_takes_a_burst_of_three_and_then_one_a_second() -> None:
    limits = Limits()
    assert [wait_after(limits, LI, NOON) for _ in range(4)] == [0, 0, 0, 1]
    assert wait_after(limits, LI, NOON + 0.999) == 1
    assert wait_after(limits, LI, NOON + 1) == 0
    assert wait_after(limits, LI, NOON + 1) == 1
    assert wait_after(limits, ZHAO, NOON + 1) == 0


def test_a_group_takes_twenty_a_minute() -> None:
    limits = Limits()
    assert [wait_after(limits, GROUP, NOON + second) for second in range(20)] == [0] * 20
    assert wait_after(limits, GROUP, NOON + 20) == 40
    assert wait_after(limits, GROUP, NOON + 59.5) == 1
    assert wait_after(limits, GROUP, NOON + 60) == 0


def test_all_chats_together_take_thirty_a_second() -> None:
    limits = Limits()
    assert [wait_after(limits, chat, NOON) for chat in range(1, 31)] == [0] * 30
    assert wait_after(limits, 31, NOON) == 1
    assert wait_after(limits, 31, NOON + 1) == 0


def test_what_one_person_sees_counts_only_over_all_chats() -> None:
    limits = Limits()
    assert [wait_after(limits, GROUP, NOON, shared=False) for _ in range(31)] == [0] * 30 + [1]


def test_a_clock_that_goes_back_does_not_block() -> None:
    limits = Limits()
    assert [wait_after(limits, GROUP, NOON) for _ in range(3)] == [0, 0, 0]
    assert wait_after(limits, GROUP, NOON - 3600) == 1


@pytest.mark.usefixtures("started")
async def test_too_fast_a_bot_is_told_how_long_to_wait(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    for _ in range(3):
        sent = await bot.does("sendMessage", chat_id=LI, text="快")
    flood = await bot.answer("editMessageText", chat_id=LI, message_id=sent["message_id"], text="太快")
    assert flood["description"] == "Too Many Requests: retry after 1"
    assert flood["parameters"] == {"retry_after": 1}
    await control.post("clock", advance=1)
    assert (await bot.does("editMessageText", chat_id=LI, message_id=sent["message_id"], text="慢"))["text"] == "慢"


async def test_edits_in_a_group_count_towards_its_twenty(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    board = await bot.does("sendMessage", chat_id=GROUP, text="0")
    where = {"chat_id": GROUP, "message_id": board["message_id"]}
    for number in range(1, 20):
        await control.post("clock", advance=1)
        await bot.does("editMessageText", **where, text=str(number))
    await control.post("clock", advance=1)
    assert await bot.refusal("editMessageText", **where, text="20") == "Too Many Requests: retry after 40"
    await control.post("limits", on=False)
    assert (await bot.does("editMessageText", **where, text="20"))["text"] == "20"


async def test_answers_to_taps_are_free(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=inline("投票"))
    for _ in range(35):
        tapped = await control.tap("xiao_li", "投票", chat=GROUP)
        query_id = tapped["callback_query_id"]
        only = {"receiver_user_id": LI, "callback_query_id": query_id}
        await bot.does("sendMessage", chat_id=GROUP, text="投好了", ephemeral_message_parameters=only)
        assert await bot.does("answerCallbackQuery", callback_query_id=query_id)


async def test_a_refused_call_costs_nothing(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    for _ in range(5):
        await bot.refusal("sendMessage", chat_id=GROUP, text="</b>", parse_mode="HTML")
    for _ in range(3):
        await bot.does("sendMessage", chat_id=GROUP, text="好")
