"""Signing up for a workshop, waiting for a seat, and what is told before it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.attendance.taps import Rsvp, SeeForecast, WantToSpeak
from bot.roles.model import Role
from bot.sittings.model.sitting import SittingId
from bot.sittings.taps import SeeWorkshop
from storage.database import Database
from tests.attendance.days import CHEN, LIN, SUN, WANG, Days
from tests.attendance.test_conversation import offered
from tests.attendance.test_moving import moves_away
from tests.databases import sql
from tests.neighbours import Clock, Look, Someone
from tests.rights.test_deletion import asks_deletion

WORKSHOP = SittingId(5)
START = datetime(2026, 12, 12, 6, tzinfo=UTC)
"""14:00 in Shanghai, a Saturday."""
SEE = SeeWorkshop(sitting=WORKSHOP)
COMES = Rsvp(sitting=WORKSHOP)
SIGNUPS = "SELECT telegram_id, coming, waits FROM sitting_signups ORDER BY at"


def limit(database: Database, count: int) -> None:
    """So many seats, as if `config.yaml` had said so when it was written down."""
    with sql(database) as run:
        run("UPDATE sittings SET seats = ? WHERE id = ?", count, WORKSHOP)


@pytest.fixture
async def full(liaison: Someone, database: Database) -> None:
    """One seat, and 陈建国 has it."""
    limit(database, 1)
    await offered(liaison, COMES)


async def test_an_older_resident_signs_up_from_the_calendar(elder: Someone, look: Look) -> None:
    await elder.says("/wednesday")
    for button in ("更多", "看更多", "看以后的日子"):
        await elder.taps(button)
    await elder.taps("12月12日 星期六工作坊")
    assert await elder.reads() == "议事工作坊：12月12日 星期六 下午2点，社区活动室，还有30个位子。您来吗？"
    assert (await elder.buttons())[:2] == ["我会来", "看以后的日子"]
    await elder.taps("我会来")
    assert "记下了，12月12日 星期六 下午2点，社区活动室，提前一天提醒您。" in await elder.reads()
    assert (await elder.buttons())[:2] == ["我来不了了", "看以后的日子"]
    assert look(SIGNUPS) == [(elder.telegram_id, 1, None)]


@pytest.mark.usefixtures("full")
async def test_who_comes_too_late_waits_and_is_told_of_the_first_free_seat(
    elder: Someone, moderator: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await offered(elder, SEE)
    assert await elder.reads() == "议事工作坊：12月12日 星期六 下午2点，社区活动室，满了。现在排队是第1位，您要排吗？"
    await elder.taps("我要排队")
    assert await elder.reads() == "12月12日 星期六 下午2点的工作坊满了，您排第1位，有空位马上告诉您。"
    await offered(moderator, COMES)
    await offered(moderator, COMES)
    assert "您排第2位" in await moderator.reads()
    await liaison.taps("我来不了了")
    await clock.passes(seconds=5)
    assert "有空位了，给您留好了：议事工作坊，12月12日 星期六 下午2点，社区活动室。我们等您。" in await elder.reads()
    assert "有空位了" not in await moderator.reads()
    assert look("SELECT telegram_id FROM sitting_signups WHERE coming") == [(elder.telegram_id,)]
    await offered(moderator, SEE)
    assert "您排第1位" in await moderator.reads()


@pytest.mark.usefixtures("full")
async def test_who_waits_no_longer_is_passed_over(
    elder: Someone, moderator: Someone, liaison: Someone, look: Look
) -> None:
    await offered(elder, COMES)
    await offered(moderator, COMES)
    await elder.taps("不排了")
    assert "下午2点您来不了" in await elder.reads()
    await liaison.taps("我来不了了")
    assert look("SELECT telegram_id FROM sitting_signups WHERE coming") == [(moderator.telegram_id,)]


@pytest.mark.usefixtures("full")
async def test_wanting_to_speak_is_no_way_around_the_line(elder: Someone, look: Look) -> None:
    await offered(elder, WantToSpeak(sitting=WORKSHOP))
    assert "您排第1位" in await elder.reads()
    assert look("SELECT coming, speaks_at FROM sitting_signups ORDER BY at") == [(1, None), (0, None)]


@pytest.mark.usefixtures("full")
async def test_a_seat_that_comes_free_at_night_is_told_in_the_morning(
    elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await offered(elder, COMES)
    await clock.passes(hours=13)
    await liaison.taps("我来不了了")
    await clock.passes(hours=8)
    assert "有空位了" not in await elder.reads()
    await clock.passes(hours=1, minutes=1)
    assert "有空位了" in await elder.reads()


@pytest.mark.usefixtures("full")
async def test_the_seat_of_who_is_forgotten_goes_to_the_first_in_the_line(
    elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await offered(elder, COMES)
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert look("SELECT telegram_id, coming FROM sitting_signups") == [(elder.telegram_id, 1)]
    await clock.passes(minutes=1)
    assert "有空位了" in await elder.reads()


@pytest.mark.usefixtures("full")
async def test_a_moderator_calls_it_off_and_everybody_who_wanted_to_come_is_told(
    moderator: Someone, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await offered(elder, COMES)
    await moderator.says("/wednesday")
    await moderator.taps("看以后的日子")
    await moderator.taps("取消12月12日 星期六 下午2点的工作坊")
    await moderator.says("老师生病")
    await moderator.taps("对，取消")
    assert "12月12日 星期六 下午2点的工作坊已经取消" in await moderator.reads()
    assert "居民议事工作坊取消一次\n12月12日 星期六 下午2点\n原因：老师生病" in await elder.reads_in_group()
    await clock.passes(minutes=1)
    for one in (elder, liaison):
        assert "您报名的12月12日 星期六 下午2点议事工作坊取消了，您不用过来了。" in await one.reads()
    await moderator.says("/wednesday")
    await moderator.taps("看以后的日子")
    assert "12月12日 星期六的工作坊取消了。原因：老师生病" in await moderator.reads()
    assert (await moderator.buttons())[:2] == ["看纪要", "加开一次"]
    await offered(elder, SEE)
    assert "取消了" in await elder.reads()
    assert look("SELECT kind FROM sitting_reminders WHERE sitting_id = 5") == [("off",)]


async def test_moderators_forecast_no_quorum_of_it_and_nobody_chairs_it(
    moderator: Someone, clock: Clock, look: Look
) -> None:
    await offered(moderator, SeeForecast(sitting=WORKSHOP))
    assert "这里没有这一次议事日" in await moderator.reads()
    await clock.passes(days=17, hours=3)
    await moderator.forges(f"uo:{WORKSHOP}")
    assert "这里没有这一次议事日" in await moderator.reads()
    await moderator.says("/chair")
    assert "12月16日" in await moderator.reads()
    assert look("SELECT * FROM floor_sessions WHERE sitting_id = 5") == []


async def test_only_those_with_a_seat_are_reminded_and_only_they(days: Days) -> None:
    limit(days.database, 2)
    await days.appoint(Role.REPRESENTATIVE, LIN)
    await days.subscribe(LIN)
    for who in (WANG, CHEN, SUN):
        await days.says(who, comes=True, sitting=WORKSHOP)
    for hours in (24, 2):
        await days.at(START - timedelta(hours=hours))
        assert days.people(f"before-{hours}", WORKSHOP) == [WANG, CHEN]
    await days.at(START - timedelta(minutes=10))
    assert days.people("start", WORKSHOP) == [WANG, CHEN]
    assert {one.due_at for one in days.owed("start", WORKSHOP)} == {START}
    assert days.row("shortfall", sitting=WORKSHOP) == "none"
    assert not days.look("SELECT * FROM sitting_alternates")


async def test_who_moves_away_leaves_the_seat_to_the_first_in_the_line(days: Days) -> None:
    limit(days.database, 1)
    await days.says(CHEN, comes=True, sitting=WORKSHOP)
    await days.says(SUN, comes=True, sitting=WORKSHOP)
    await days.town.do(moves_away)
    assert await days.town.ask(lambda uow: uow.attendance.coming(WORKSHOP)) == [SUN]
    [told] = [one for one in days.owed(sitting=WORKSHOP) if "seat" in one.cause]
    assert told.chat_id == SUN
    assert "有空位了" in told.text


async def test_a_seat_just_before_the_start_is_told_at_once_and_so_is_the_start(days: Days) -> None:
    limit(days.database, 1)
    await days.says(CHEN, comes=True, sitting=WORKSHOP)
    await days.says(SUN, comes=True, sitting=WORKSHOP)
    late = START - timedelta(minutes=5)
    await days.at(late)
    await days.says(CHEN, comes=False, sitting=WORKSHOP)
    owed = {one.cause.split("-")[3]: one for one in days.owed(sitting=WORKSHOP) if one.chat_id == SUN}
    assert owed["seat"].due_at == late
    assert owed["start"].due_at == START
    assert owed["seat"].until == START
