"""Having one's data deleted: two steps, seven days, a way back at every moment, and what others see of it."""

import asyncio
from datetime import timedelta

import pytest

from bot.due import do_what_is_due
from bot.help import service as help_service
from bot.help.model import NoHelpRequest
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Appointment, Role
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone

SUNSHINE = CommunityId(1)
LAMP = "3号楼2单元的路灯不亮"


async def read_to_the_end(who: Someone) -> str:
    """All successive screens."""
    text = await who.reads()
    while (await who.buttons())[0] == "接着看":
        await who.taps("接着看")
        text += "\n" + await who.reads()
    return text


async def asks_deletion(who: Someone) -> None:
    await who.says("/deleteme")
    await read_to_the_end(who)
    await who.taps("删除我的资料")


async def test_deletion_takes_two_steps_and_can_be_undone_by_a_tap(elder: Someone, clock: Clock, look: Look) -> None:
    await elder.says("/deleteme")
    assert "7天后" in await elder.reads()
    await read_to_the_end(elder)
    assert look("SELECT * FROM deletions") == []
    await elder.taps("删除我的资料")
    assert "12月2日 星期三" in await elder.reads()
    await elder.taps("我不删了")
    assert "一切照旧" in await elder.reads()
    await clock.passes(days=8)
    assert look("SELECT name FROM accounts WHERE telegram_id = 5000001") == [("王秀英",)]
    assert look("SELECT kind, outcome FROM rights_requests") == [("delete", "undone")]


async def test_asking_twice_is_once(elder: Someone, clock: Clock, look: Look) -> None:
    await asks_deletion(elder)
    first = look("SELECT due_at FROM deletions")
    await clock.passes(hours=3)
    await asks_deletion(elder)
    assert look("SELECT due_at FROM deletions") == first
    assert look("SELECT count(*) FROM rights_requests") == [(1,)]


async def test_the_day_before_there_is_a_reminder_with_a_way_back(elder: Someone, clock: Clock, look: Look) -> None:
    await asks_deletion(elder)
    await clock.passes(days=5, hours=23)
    assert "就要删了" not in await elder.reads()
    await clock.passes(hours=1)
    assert (await elder.reads()).count("您的资料就要删了") == 1
    await elder.taps("我不删了")
    await clock.passes(days=2)
    assert look("SELECT count(*) FROM accounts WHERE telegram_id = 5000001") == [(1,)]


async def test_after_the_grace_it_is_done_and_there_is_nothing_to_undo(elder: Someone, clock: Clock) -> None:
    await asks_deletion(elder)
    await clock.passes(days=7)
    await elder.says("/keepme")
    assert "这里没有您的资料" in await elder.reads()
    await elder.says("/deleteme")
    await elder.taps("删除我的资料")
    assert "这里没有您的资料" in await elder.reads()


async def test_undoing_what_nobody_asked_for(elder: Someone) -> None:
    await elder.says("/keepme")
    assert "您没有要求删除" in await elder.reads()


async def test_moderators_hear_that_the_author_of_an_open_concern_left(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    number = await reported(elder, LAMP)
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert f"反映 #{number} 的邻居已删除资料" in await moderator.reads()
    card = next(m for m in (await moderator.screen())["messages"] if f"#{number} · 照明" in m.get("text", ""))
    assert "反映人：（已删除）" in card["text"]
    assert "3号楼2单元" in card["text"]
    assert "王秀英" not in card["text"]
    await moderator.says(f"/reply {number} 换好了")
    assert "已发出" in await moderator.reads()


async def test_the_picture_of_before_and_after_goes_with_its_half(
    elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await elder.says(LAMP)
    await elder.sends("photo")
    await elder.taps("对，就这样")
    await moderator.taps("接下来怎么办")
    await moderator.taps("办好了")
    await moderator.sends("photo", caption="换好了")
    assert look("SELECT count(*) FROM concern_history WHERE photo IS NOT NULL") == [(1,)]
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert look("SELECT count(*) FROM concern_history WHERE photo IS NOT NULL") == [(0,)]


async def test_what_a_departed_liaison_saw_to_is_to_be_taken_on_anew(
    elder: Someone, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await reported(elder, LAMP)
    await moderator.taps("转楼栋联络员")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert look("SELECT state, handler_id, handler_name FROM concerns") == [("received", None, None)]
    assert look("SELECT * FROM appointments WHERE telegram_id = 5000002") == []
    await moderator.taps("认领")
    assert "林芳正在跟进" in await elder.reads()


async def test_the_last_moderator_is_asked_to_find_another_first(moderator: Someone, look: Look) -> None:
    await asks_deletion(moderator)
    assert "最后一位管理员" in await moderator.reads()
    assert look("SELECT * FROM deletions") == []


async def test_who_becomes_the_last_moderator_meanwhile_waits_for_a_successor(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    both = (Role.MODERATOR, Role.ADMIN)
    await town.running.town.do(lambda uow: [uow.roles.appoint(Appointment(SUNSHINE, 5000002, one)) for one in both])
    await asks_deletion(liaison)
    await asks_deletion(moderator)
    await clock.passes(days=7)
    assert look("SELECT telegram_id FROM deletions") == [(moderator.telegram_id,)]
    assert "您是最后一位管理员" in await moderator.reads()
    await town.running.town.do(lambda uow: uow.roles.appoint(Appointment(SUNSHINE, 5000001, Role.MODERATOR)))
    await clock.passes(days=1)
    assert look("SELECT telegram_id FROM deletions") == [(moderator.telegram_id,)]  # nobody else administers
    await town.running.town.do(lambda uow: uow.roles.appoint(Appointment(SUNSHINE, 5000001, Role.ADMIN)))
    await clock.passes(days=1)
    assert look("SELECT telegram_id FROM deletions") == []
    assert look("SELECT telegram_id FROM appointments WHERE role = 'moderator'") == [(5000001,)]


async def test_an_old_card_of_somebody_who_left_explains_itself(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await elder.taps("🙋找人帮")
    ((number,),) = look("SELECT id FROM help_requests")
    await asks_deletion(elder)
    await clock.passes(days=7)
    reader = Reader(moderator.telegram_id, moderator.name, community=SUNSHINE, known=True)
    with pytest.raises(NoHelpRequest):
        await town.running.town.do(help_service.take, None, reader, number)


async def test_two_who_knock_at_once_delete_once(town: Neighbourhood, elder: Someone, look: Look) -> None:
    await asks_deletion(elder)
    await town.playground.post("clock", advance=timedelta(days=7).total_seconds())
    await asyncio.gather(*(do_what_is_due(town.running.town) for _ in range(3)))
    await town.settles()
    assert look("SELECT kind, outcome FROM rights_requests") == [("delete", "done")]


async def test_a_card_for_help_of_somebody_who_left_says_so(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await elder.taps("🙋找人帮")
    await asks_deletion(elder)
    await clock.passes(days=7)
    texts = [message.get("text") for message in (await moderator.screen())["messages"]]
    assert "（已删除）" in texts
    assert not any("王秀英" in (text or "") for text in texts)
