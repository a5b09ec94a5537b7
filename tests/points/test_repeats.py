"""Every update comes twice: each step has its effect once, and the second answer is the first once more."""

from collections.abc import AsyncIterator

import pytest

from tests.neighbours import Look, Neighbourhood, Someone
from tests.points.test_awards import pick_if_several


@pytest.fixture(autouse=True)
async def twice(town: Neighbourhood) -> AsyncIterator[None]:
    await town.playground.post("faults", kind="repeat", count=10_000)
    yield
    assert await town.playground.get("faults") != []


async def test_thanks_and_taking_them_back(moderator: Someone, liaison: Someone, look: Look) -> None:
    said = await liaison.says_in_group("扫了楼道")
    await moderator.says_in_group("/award 4 扫楼道", reply_to=said)
    assert (await moderator.reads_in_group()).count("给陈建国加了4分。今天您还可以给46分。") == 2
    await moderator.says("/award")
    await moderator.taps("3号楼")
    await moderator.taps("3-1-102 陈建国")
    await moderator.taps("2分")
    await moderator.says("浇花")
    assert look("SELECT amount FROM points_entries WHERE rule = 'award' ORDER BY id") == [(4,), (2,)]
    told = [message.get("text", "") for message in (await liaison.screen())["messages"]]
    assert len([text for text in told if "林芳说谢谢您" in text]) == 2
    await moderator.taps("给错了，收回")
    await moderator.taps("收回积分")
    assert (await moderator.reads()).count("收回了2分") == 2
    assert look("SELECT count(*) FROM points_entries WHERE rule = 'reversal'") == [(1,)]
    assert look("SELECT sum(balance) FROM points_accounts") == [(0,)]


async def test_a_deed_and_a_look_at_waste(elder: Someone, liaison: Someone, look: Look) -> None:
    await elder.says("/deed")
    await elder.says("教孩子们剪窗花")
    await liaison.taps("确认，帮了邻居")
    await liaison.says("/sample")
    for tap in ("3号楼", "2单元", "202室", "分得好"):
        await liaison.taps(tap)
    assert look("SELECT count(*) FROM points_deeds") == [(1,)]
    assert look("SELECT rule, amount FROM points_entries WHERE rule <> 'funding' ORDER BY id") == [
        ("volunteering", 10),
        ("sorting", 2),
    ]
    told = [message.get("text", "") for message in (await elder.screen())["messages"]]
    assert len([text for text in told if "陈建国确认了" in text]) == 1


async def test_by_name(moderator: Someone, look: Look) -> None:
    await moderator.says("/award 陈建国 4 浇花")
    await pick_if_several(moderator, "3-1-102 陈建国")
    assert look("SELECT amount FROM points_entries WHERE rule = 'award'") == [(4,)]
