"""The preview is locked to the second, and what happens around the lock decides what is voted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.agenda.model.item import Scope
from bot.groups import service as groups
from bot.groups.model import Group, GroupAssigned, Standing
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.previews.hall import DEADLINE, GROUP, LIN, LOCK, NEXT, SECOND, START, Hall

BOARD = f"preview-{NEXT}"


async def test_it_is_locked_at_its_second_and_not_before(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.at(LOCK - SECOND)
    assert hall.owed(BOARD) == ""
    await hall.at(LOCK)
    assert "1、楼道换灯</b>\n居民议事会的事 · 10分钟 · 表决" in hall.owed(BOARD)
    assert hall.rows("SELECT item_id, version, minutes, days FROM preview_slots") == [(1, 1, 10, 7)]


@pytest.mark.parametrize(
    ("late", "why", "told"), [(timedelta(), "", 0), (SECOND, WhyTalkOnly.LATE, 1)], ids=["in time", "a second late"]
)
async def test_telegram_must_have_taken_it_a_week_before_to_the_second(
    hall: Hall, late: timedelta, why: str, told: int
) -> None:
    await hall.has("楼道换灯")
    await hall.at(LOCK)
    assert await hall.votes() == [""]
    await hall.at(DEADLINE + late)
    await hall.deliver()
    assert await hall.votes() == [why]
    await hall.lived_until(DEADLINE + timedelta(hours=2))
    assert len(hall.causes("preview-2-late-%")) == told


async def test_what_the_group_did_not_get_is_talked_about_and_moderators_hear_of_it_once(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.at(LOCK)
    await hall.at(DEADLINE)
    assert hall.causes("preview-2-late-%") == []
    await hall.at(DEADLINE + SECOND)
    await hall.at(DEADLINE + timedelta(minutes=5))
    assert hall.causes("preview-2-late-%") == [f"preview-2-late-7-{LIN}"]
    assert "只讨论：群里没能提前7天看到" in hall.owed(BOARD)


async def test_a_bot_that_was_down_over_the_lock_publishes_at_its_return_and_votes_nothing(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.lived_until(DEADLINE + timedelta(hours=4))  # at night, when it makes no difference any more
    assert await hall.votes() == [WhyTalkOnly.NOT_YET]
    await hall.lived_until(DEADLINE + timedelta(hours=13))
    assert await hall.votes() == [WhyTalkOnly.LATE]
    assert hall.causes("preview-2-late-%") == [f"preview-2-late-7-{LIN}"]


async def test_what_comes_or_changes_after_the_lock_is_talked_about(hall: Hall) -> None:
    stays, changes = await hall.has("楼道换灯"), await hall.has("修电梯")
    goes = await hall.has("种树")
    await hall.has("停车", worded=False)
    await hall.lived_until(LOCK)
    assert await hall.votes() == ["", "", "", WhyTalkOnly.NO_WORDING]
    await hall.rewords(changes, "同意换新电梯。")
    await hall.takes_off(goes)
    await hall.has("装充电桩")
    assert await hall.votes() == ["", WhyTalkOnly.REWORDED, WhyTalkOnly.NO_WORDING, WhyTalkOnly.ADDED]
    shown = hall.owed(BOARD)
    assert "种树" not in shown
    assert "预告之后改过文字" in shown
    assert "预告之后才加上" in shown
    assert stays.what in shown


async def test_the_owners_have_a_notice_of_their_own_fifteen_days_before(hall: Hall) -> None:
    third, start = SittingId(4), START + timedelta(weeks=2)
    await hall.has("动用维修资金", sitting=third, scope=Scope.OWNERS)
    await hall.has("楼道换灯", sitting=third)
    lock = start - timedelta(days=15, hours=1)
    await hall.at(lock - SECOND)
    assert hall.owed("notice-4-15") == ""
    await hall.lived_until(lock)
    [(notice,)] = hall.rows("SELECT posted_at FROM boards WHERE name = 'notice-4-15'")
    assert notice
    assert hall.rows("SELECT name FROM boards WHERE name = 'preview-4'") == []
    await hall.has("换物业", sitting=third, scope=Scope.OWNERS)
    assert "换物业" in hall.owed("notice-4-15")
    assert "楼道换灯" not in hall.owed("notice-4-15")
    await hall.lived_until(start - timedelta(days=7, hours=1))
    assert await hall.votes(third) == ["", "", WhyTalkOnly.ADDED]


async def test_without_a_group_nothing_is_voted_unless_there_is_one_in_time(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.town.do(_group, None, Standing.LEFT)
    await hall.lived_until(LOCK)
    assert hall.causes("preview-2-group-%") == [f"preview-2-group-7-{LIN}"]
    await hall.town.do(_group, None, Standing.ADMINISTRATOR)
    await hall.at(DEADLINE)
    await hall.deliver()
    assert await hall.votes() == [""]


async def test_without_a_group_until_the_end_it_is_talked_about(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.town.do(_group, None, Standing.LEFT)
    await hall.lived_until(LOCK)
    await hall.lived_until(DEADLINE + SECOND)
    assert await hall.votes() == [WhyTalkOnly.NOT_YET]


async def test_a_day_without_items_has_a_short_preview(hall: Hall) -> None:
    await hall.at(LOCK)
    assert "还没有议题，谁都可以提" in hall.owed(BOARD)


async def test_of_a_day_that_was_near_when_the_bot_began_nothing_is_shown_until_there_is_an_item(hall: Hall) -> None:
    tonight = SittingId(1)
    assert hall.rows("SELECT name FROM boards WHERE name = 'preview-1'") == []
    await hall.has("楼道换灯", sitting=tonight)
    assert "只讨论：距开会不足7天" in hall.owed("preview-1")
    assert hall.causes("preview-1-late-%") == []


async def test_a_group_that_becomes_a_supergroup_has_it_anew_and_loses_no_vote(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.lived_until(LOCK)
    await hall.at(DEADLINE + timedelta(hours=1))
    await hall.town.do(groups.moved, None, GROUP, GROUP - 1)
    assert "楼道换灯" in hall.owed(BOARD)
    await hall.deliver()
    assert hall.rows("SELECT chat_id FROM boards WHERE name = ?", BOARD) == [(GROUP - 1,)]
    assert await hall.votes() == [""]


def _group(uow: UnitOfWork, standing: Standing) -> None:
    group: Group | None = uow.groups.get(GROUP)
    assert group is not None
    uow.groups.save(replace(group, standing=standing), uow.now)
    uow.record(GroupAssigned(replace(group, standing=standing), "林芳"))
