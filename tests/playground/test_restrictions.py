"""restrictChatMember, as Telegram does it: in supergroups, by administrators, until a time or for ever."""

from datetime import datetime

import pytest

from bot.playground.methods.restrictions import PERMISSIONS
from tests.playground.conftest import GROUP, LI, Control, HandBot

BOT = 1000000
NO_WORDS = {"can_send_messages": False}


async def now(control: Control) -> int:
    return int(datetime.fromisoformat((await control.get("clock"))["now"]).timestamp())


async def speaks(control: Control, text: str = "在") -> bool:
    status, _ = await control.answer("POST", "people/xiao_li/say", {"text": text, "chat": GROUP})
    return status == 200


async def test_who_is_restricted_writes_again_when_the_time_has_come(bot: HandBot, control: Control) -> None:
    await control.post("clock", running=False)
    until = await now(control) + 60
    await bot.does("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=NO_WORDS, until_date=until)
    member = await bot.does("getChatMember", chat_id=GROUP, user_id=LI)
    assert (member["status"], member["is_member"], member["can_send_messages"], member["until_date"]) == (
        "restricted", True, False, until,
    )  # fmt: skip
    assert not await speaks(control)
    await control.post("clock", advance=59)
    assert not await speaks(control)
    await control.post("clock", advance=1)
    assert await speaks(control)
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=LI))["status"] == "member"


@pytest.mark.parametrize("seconds", [29, 366 * 24 * 3600 + 1])
async def test_what_ends_too_soon_or_too_late_lasts_for_ever(bot: HandBot, control: Control, seconds: int) -> None:
    await control.post("clock", running=False)
    until = await now(control) + seconds
    await bot.does("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=NO_WORDS, until_date=until)
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=LI))["until_date"] == 0
    await control.post("clock", advance=60)
    assert not await speaks(control)


async def test_all_permissions_give_all_back(bot: HandBot, control: Control) -> None:
    await bot.does("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=NO_WORDS)
    await bot.does("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=dict.fromkeys(PERMISSIONS, True))
    assert await speaks(control)
    assert (await bot.does("getChatMember", chat_id=GROUP, user_id=LI))["status"] == "member"


async def test_other_permissions_bring_words_along_unless_they_are_independent(bot: HandBot, control: Control) -> None:
    await bot.does("restrictChatMember", chat_id=GROUP, user_id=LI, permissions={"can_send_polls": True})
    assert await speaks(control)
    await bot.does(
        "restrictChatMember", chat_id=GROUP, user_id=LI, permissions={"can_send_polls": True},
        use_independent_chat_permissions=True,
    )  # fmt: skip
    assert not await speaks(control)


async def test_administrators_and_the_bot_itself_are_not_restricted(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/members", who="xiao_li", status="administrator")
    refused = await bot.refusal("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=NO_WORDS)
    assert refused == "Bad Request: user is an administrator of the chat"
    refused = await bot.refusal("restrictChatMember", chat_id=GROUP, user_id=BOT, permissions=NO_WORDS)
    assert refused == "Bad Request: can't restrict self"


async def test_only_an_administrator_bot_restricts(bot: HandBot, control: Control) -> None:
    await control.post(f"chats/{GROUP}/bot", status="member")
    refused = await bot.refusal("restrictChatMember", chat_id=GROUP, user_id=LI, permissions=NO_WORDS)
    assert refused == "Bad Request: not enough rights to restrict/unrestrict chat member"


async def test_not_in_private(bot: HandBot, control: Control) -> None:
    await control.say("xiao_li", "在吗")
    refused = await bot.refusal("restrictChatMember", chat_id=LI, user_id=LI, permissions=NO_WORDS)
    assert refused == "Bad Request: method is available only for supergroups"
