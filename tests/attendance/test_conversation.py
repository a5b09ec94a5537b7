"""Signing up for a deliberation day, as residents and moderators meet it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.attendance.taps import KeepMePosted, Rsvp, SeeForecast, WantToSpeak
from bot.kit.people import CommunityId
from bot.kit.screens import Choice, screen
from bot.kit.words import Words
from bot.roles.model import Appointment, Role
from bot.sittings.model.sitting import Sitting, SittingId
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion

NEXT = 2
"""The one of 2 December; the first is tonight."""
COMES, CANNOT = Rsvp(sitting=NEXT), Rsvp(sitting=NEXT, coming=False)
SPEAKS = WantToSpeak(sitting=NEXT)
SIGNUPS = "SELECT telegram_id, coming, speaks_at IS NOT NULL FROM sitting_signups ORDER BY at"


async def offered(who: Someone, tap: CallbackData) -> None:
    """Tap a button under a message, as a preview or a card gives it to them."""
    say = Words("zh", ZoneInfo("Asia/Shanghai"), elder=True)
    shown = screen(say, "请点一下。", Choice("就点这个", tap))
    await who.town.playground.call_bot("sendMessage", chat_id=who.telegram_id, **shown.params())
    await who.taps("就点这个")


async def test_an_older_resident_says_that_she_comes(elder: Someone, look: Look) -> None:
    await offered(elder, COMES)
    assert "记下了，12月2日 星期三 晚上7点，社区活动室，提前一天提醒您。" in await elder.reads()
    assert (await elder.buttons())[:3] == ["我来不了了", "我要发言", "每次提醒我"]
    assert look(SIGNUPS) == [(elder.telegram_id, 1, 0)]


async def test_twice_is_once_and_minds_change_until_the_start(elder: Someone, look: Look) -> None:
    await offered(elder, COMES)
    await offered(elder, COMES)
    assert "记下了，12月2日" in await elder.reads()
    await elder.taps("我来不了了")
    assert "12月2日 星期三 晚上7点您来不了" in await elder.reads()
    assert look(SIGNUPS) == [(elder.telegram_id, 0, 0)]
    await elder.taps("我会来")
    assert look(SIGNUPS) == [(elder.telegram_id, 1, 0)]


async def test_who_wants_to_speak_comes_and_keeps_the_place_in_the_queue(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    async def speakers() -> list[int]:
        return list(await town.running.town.ask(lambda uow: uow.attendance.speakers(SittingId(NEXT))))

    await offered(elder, SPEAKS)
    assert "记下了，您要发言：12月2日" in await elder.reads()
    await offered(liaison, SPEAKS)
    await offered(moderator, SPEAKS)
    await offered(elder, SPEAKS)
    assert await speakers() == [elder.telegram_id, liaison.telegram_id, moderator.telegram_id]
    await liaison.taps("我不发言了")
    assert await speakers() == [elder.telegram_id, moderator.telegram_id]
    assert (liaison.telegram_id, 1, 0) in look(SIGNUPS)
    await moderator.taps("我来不了了")
    assert await speakers() == [elder.telegram_id]


async def test_who_would_rather_not_speak_without_having_said_so_is_asked(liaison: Someone, look: Look) -> None:
    await offered(liaison, WantToSpeak(sitting=NEXT, speak=False))
    assert "12月2日 星期三 晚上7点，社区活动室。您来吗？" in await liaison.reads()
    assert (await liaison.buttons())[:2] == ["我会来", "我来不了"]
    assert look(SIGNUPS) == []


async def test_the_group_is_reminded_and_each_answer_is_for_who_tapped(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await clock.passes(days=6, hours=9, seconds=2)
    assert "明天晚上7点议事日\n地点：社区活动室。来不来，请点下面。" in await liaison.reads_in_group()
    before = len(await town.log("sendMessage"))
    await liaison.taps_in_group("我会来")
    alert = (await town.log("answerCallbackQuery"))[-1]["params"]
    assert alert["text"] == "记下了，12月2日 星期三 晚上7点，社区活动室，提前2小时提醒您。"
    assert len(alert["text"]) <= 200
    assert len(await town.log("sendMessage")) == before
    assert "记下了" not in await elder.reads_in_group()
    assert look(SIGNUPS) == [(liaison.telegram_id, 1, 0)]


async def test_reminders_come_each_once_and_the_last_at_the_start(elder: Someone, clock: Clock) -> None:
    await offered(elder, COMES)
    await clock.passes(days=6, hours=9)
    assert (await elder.reads()).count("明天晚上7点议事日，社区活动室。您说过会来，我们等您。") == 1
    await clock.passes(hours=22)
    assert (await elder.reads()).count("今天晚上7点议事日，社区活动室。您说过会来，我们等您。") == 1
    await clock.passes(hours=1, minutes=59, seconds=-5)
    assert "议事日现在开始" not in await elder.reads()
    await clock.passes(seconds=60)
    assert (await elder.reads()).count("议事日现在开始，社区活动室，大家等着您。") == 1


async def test_who_asked_to_be_told_is_asked_each_time_until_they_say_no(elder: Someone, clock: Clock) -> None:
    await offered(elder, KeepMePosted(on=True))
    assert "以后每次议事日，我都把预告发给您" in await elder.reads()
    await offered(elder, KeepMePosted(on=True))
    await clock.passes(days=6, hours=9)
    assert "明天晚上7点议事日，社区活动室。您来吗？" in await elder.reads()
    await elder.taps("我来不了")
    assert "您来不了。又能来了，点下面就行" in await elder.reads()
    await elder.taps("不用每次提醒我")
    assert "只有您说会来的议事日" in await elder.reads()
    await clock.passes(days=7)
    assert "您来吗？" not in await elder.reads()


@pytest.mark.parametrize("tap", [COMES, CANNOT, SPEAKS])
async def test_once_it_has_begun_nobody_signs_up(elder: Someone, clock: Clock, look: Look, tap: CallbackData) -> None:
    await clock.passes(days=7, hours=9)
    await offered(elder, tap)
    assert "已经开始，不用报名了，直接来就行" in await elder.reads()
    assert look(SIGNUPS) == []


async def test_for_one_that_was_called_off_nobody_signs_up(
    moderator: Someone, elder: Someone, liaison: Someone, look: Look, clock: Clock
) -> None:
    await offered(liaison, COMES)
    await moderator.taps("看预告")
    await moderator.taps("看以后的日子")
    await moderator.taps("取消12月2日 星期三 晚上7点的议事日")
    await moderator.says("活动室停电")
    await moderator.taps("对，取消")
    await offered(elder, COMES)
    assert "12月2日 星期三 晚上7点的议事日取消了" in await elder.reads()
    assert look(SIGNUPS) == [(liaison.telegram_id, 1, 0)]
    await clock.passes(minutes=1)
    assert "您报名的12月2日 星期三 晚上7点议事日取消了，您不用过来了" in await liaison.reads()


async def test_only_who_lives_here_signs_up(outsider: Someone, look: Look) -> None:
    await outsider.starts()
    await outsider.taps("普通版")
    await outsider.taps("我同意")
    await offered(outsider, COMES)
    await offered(outsider, KeepMePosted(on=True))
    assert look(SIGNUPS) == []
    assert look("SELECT * FROM sitting_subscriptions") == []


@pytest.mark.parametrize("number", [0, 999, -1, 10**17])
async def test_a_made_up_sitting_is_none(elder: Someone, look: Look, number: int) -> None:
    await offered(elder, Rsvp(sitting=number))
    assert "这里没有" in await elder.reads()
    assert look(SIGNUPS) == []


async def test_another_community_s_sitting_is_not_ours(town: Neighbourhood, elder: Someone, look: Look) -> None:
    def founded(uow: UnitOfWork) -> SittingId:
        other: CommunityId = uow.residents.found("春风里", uow.now).id
        at = uow.now + timedelta(days=3)
        return uow.sittings.add(Sitting(SittingId(0), other, "other", at, None, uow.now)).id

    number = await town.running.town.do(founded)
    await offered(elder, Rsvp(sitting=number))
    await offered(elder, WantToSpeak(sitting=number))
    assert look(SIGNUPS) == []


async def test_moderators_see_whether_enough_come_and_nobody_else_does(
    town: Neighbourhood, moderator: Someone, liaison: Someone
) -> None:
    def elected(uow: UnitOfWork) -> None:
        for number in (liaison.telegram_id, moderator.telegram_id, 5000001):
            uow.roles.appoint(Appointment(CommunityId(1), number, Role.REPRESENTATIVE, 3))

    await town.running.town.do(elected)
    await offered(liaison, COMES)
    await offered(moderator, SeeForecast(sitting=NEXT))
    assert "12月2日 星期三 晚上7点\n报名1人，其中代表1人，还差1人。" in await moderator.reads()
    await offered(liaison, SeeForecast(sitting=NEXT))
    assert "报名1人" not in await liaison.reads()


async def test_who_is_forgotten_is_counted_no_more(
    town: Neighbourhood, liaison: Someone, clock: Clock, look: Look
) -> None:
    far = 4
    await offered(liaison, WantToSpeak(sitting=far))
    await offered(liaison, KeepMePosted(on=True))
    await asks_deletion(liaison)
    await clock.passes(days=7)
    counted = await town.running.town.ask(lambda uow: uow.attendance.count(SittingId(far)))
    assert (counted.coming, counted.speakers) == (0, 0)
    assert look("SELECT telegram_id FROM sitting_signups UNION SELECT telegram_id FROM sitting_subscriptions") == []
