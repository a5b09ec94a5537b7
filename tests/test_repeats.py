"""What Telegram gives out twice has its effect once, and shows how things are."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.residents.model import with_check_digit
from tests.concerns.test_conversation import finished
from tests.neighbours import Look, Neighbourhood, Someone, number_in

LAMP = "3号楼2单元的路灯不亮"


@pytest.fixture
async def twice(town: Neighbourhood) -> AsyncIterator[None]:
    """Every update comes twice."""
    await town.playground.post("faults", kind="repeat", count=10_000)
    yield
    assert await town.playground.get("faults") != []


def texts(screen: dict[str, Any]) -> list[str]:
    """All that was written in a chat."""
    return [message.get("text", "") for message in screen["messages"]]


@pytest.mark.usefixtures("twice")
async def test_a_concern_from_the_first_tap_to_the_last_word(elder: Someone, moderator: Someone, look: Look) -> None:
    await elder.taps("反映问题")
    await elder.says(LAMP)
    await elder.taps("对，就这样")
    number = number_in(await elder.reads())
    await moderator.taps("认领")
    await moderator.taps("回复")
    await moderator.says("电工今天下午来换灯泡。")
    await moderator.taps("写个方案")
    await moderator.says("电工换整条线路")
    await moderator.taps("3天内")
    await finished(moderator, "线路换好了")
    await elder.taps("解决了")

    assert look("SELECT number, text, state FROM concerns") == [(number, LAMP, "confirmed")]
    assert [deed for (deed,) in look("SELECT deed FROM concern_history ORDER BY id")] == [
        "raise", "claim", "answer", "plan", "finish", "confirm",
    ]  # fmt: skip
    assert look("SELECT form FROM conversations") == []
    read = texts(await elder.screen())
    for said in ("电工今天下午来换灯泡", "电工换整条线路", "线路换好了"):
        assert len([text for text in read if said in text]) == 1
    assert len([text for text in read if "林芳正在跟进" in text]) == 1


@pytest.mark.usefixtures("twice")
async def test_the_second_answer_is_the_first_once_more(elder: Someone) -> None:
    for act in (elder.taps("反映问题"), elder.says("那个东西又那样了"), elder.taps("3号楼2单元")):
        await act
        first, second = [message for message in (await elder.screen())["messages"] if message["from"]["is_bot"]][-2:]
        assert (first["text"], first["reply_markup"]) == (second["text"], second["reply_markup"])


@pytest.mark.usefixtures("twice")
async def test_words_that_come_with_the_command_are_told_once(liaison: Someone, look: Look) -> None:
    await liaison.says(f"/concern {LAMP}")
    assert (await liaison.reads()).count(LAMP) == 2
    await liaison.taps("对，就这样")
    assert look("SELECT text FROM concerns") == [(LAMP,)]


@pytest.mark.usefixtures("twice")
async def test_who_joins_is_welcome_and_nothing_else(tenant: Someone, look: Look) -> None:
    await tenant.starts("code-21913557")
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    await tenant.taps("李明")
    assert (await tenant.reads()).count("欢迎您，李明") == 2
    assert "码" not in await tenant.reads()
    assert look("SELECT name FROM residents WHERE telegram_id = 5000003") == [("李明",)]


@pytest.mark.usefixtures("twice")
async def test_who_is_not_on_the_list_is_put_there_once(owner: Someone, look: Look) -> None:
    before = look("SELECT count(*) FROM residents")[0][0]
    await owner.starts("code-21913557")
    await owner.taps("普通版")
    await owner.taps("我同意")
    await owner.taps("都不是我")
    await owner.taps("36–59岁")
    assert (await owner.reads()).count("欢迎您，赵敏") == 2
    assert look("SELECT count(*) FROM residents") == [(before + 1,)]


@pytest.mark.usefixtures("twice")
async def test_a_wrong_code_costs_one_try(tenant: Someone, look: Look) -> None:
    await tenant.starts()
    await tenant.taps("普通版")
    await tenant.taps("我同意")
    await tenant.says(with_check_digit("1234567"))
    assert look("SELECT count(*) FROM wrong_codes") == [(1,)]


@pytest.mark.usefixtures("twice")
async def test_a_concern_in_the_group_is_raised_once(elder: Someone, look: Look) -> None:
    await elder.says_in_group(f"/concern {LAMP}")
    assert look("SELECT text, origin FROM concerns") == [(LAMP, "group")]
    assert (await elder.reads_in_group()).count("#1") == 2


@pytest.mark.usefixtures("twice")
async def test_one_request_for_help_is_one_card(elder: Someone, moderator: Someone, look: Look) -> None:
    await elder.taps("🙋找人帮")
    await moderator.taps("我来帮")
    assert look("SELECT count(*) FROM help_requests") == [(1,)]
    assert len([text for text in texts(await elder.screen()) if "林芳来帮您" in text]) == 1


async def test_two_messages_in_the_wrong_order_are_both_told(town: Neighbourhood, elder: Someone, look: Look) -> None:
    await elder.taps("反映问题")
    await town.playground.post("faults", kind="reorder")
    await town.playground.post("people/grandma_wang/say", text="晚上看不见台阶")
    await elder.says(LAMP)
    await elder.taps("对，就这样")
    assert look("SELECT text FROM concerns") == [(f"{LAMP}\n晚上看不见台阶",)]
