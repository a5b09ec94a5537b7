"""Each reminder once, to the right people, at the right second, and none too late."""

from datetime import UTC, datetime, timedelta

from bot.attendance.service import reminding
from bot.roles.model import Role
from bot.sittings.model.sitting import Sitting, SittingCalled, SittingCalledOff, SittingId
from bot.sunshine import GROUP
from bot.unit_of_work import UnitOfWork
from tests.attendance.days import CHEN, LIN, NEXT, SUN, SUNSHINE, WANG, Days

START = datetime(2026, 12, 2, 11, tzinfo=UTC)
HOUR, MINUTE, SECOND = timedelta(hours=1), timedelta(minutes=1), timedelta(seconds=1)


async def called(days: Days, starts_at: datetime) -> SittingId:
    def work(uow: UnitOfWork) -> SittingId:
        new = Sitting(SittingId(0), SUNSHINE, f"{starts_at:%Y%m%d%H%M}", starts_at, LIN, uow.now)
        sitting = uow.sittings.add(new)
        uow.record(SittingCalled(sitting))
        return sitting.id

    return await days.town.do(work)


async def call_off(days: Days, number: SittingId = NEXT) -> None:
    def work(uow: UnitOfWork) -> None:
        over = uow.sittings.with_id(number).called_off(uow.now, "停电")
        uow.sittings.save(over)
        uow.record(SittingCalledOff(over))

    await days.town.do(work)


async def test_a_day_before_to_the_second(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.at(START - 24 * HOUR - SECOND)
    assert days.owed("before-24") == []
    await days.at(START - 24 * HOUR)
    assert sorted(days.people("before-24")) == [GROUP, CHEN]
    assert days.row("before", 24) == "sent"
    assert {one.until for one in days.owed("before-24")} == {START}


async def test_looking_again_sends_nothing_again(days: Days) -> None:
    await days.says(CHEN, comes=True)
    for seconds in range(5):
        await days.at(START - 24 * HOUR + seconds * SECOND)
    assert sorted(days.people("before-24")) == [GROUP, CHEN]


async def test_who_comes_is_reminded_who_is_invited_is_asked_and_who_does_not_come_is_left_alone(days: Days) -> None:
    await days.appoint(Role.REPRESENTATIVE, SUN, LIN)
    await days.subscribe(WANG)
    await days.says(CHEN, comes=True)
    await days.says(LIN, comes=False)
    await days.at(START - 24 * HOUR)
    texts = {one.chat_id: one.text for one in days.owed("before-24")}
    assert texts.keys() == {CHEN, SUN, WANG, GROUP}
    assert texts[CHEN] == "明天晚上7点议事日，社区活动室。您说过会来，我们等您。"
    assert texts[SUN] == texts[WANG] == "明天晚上7点议事日，社区活动室。您来吗？"
    await days.at(START - 2 * HOUR)
    assert sorted(days.people("before-2")) == [GROUP, WANG, CHEN, SUN]


async def test_at_the_start_who_comes_hears_it_at_the_second(days: Days) -> None:
    await days.subscribe(WANG)
    await days.says(CHEN, comes=True)
    await days.at(START - 10 * MINUTE - SECOND)
    assert days.people("start") == []
    await days.at(START - 10 * MINUTE)
    assert sorted(days.people("start")) == [GROUP, CHEN]
    assert {(one.due_at, one.until) for one in days.owed("start")} == {(START, START + 5 * MINUTE)}


async def test_who_changes_their_mind_in_the_last_minutes(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.at(START - 10 * MINUTE)
    await days.says(CHEN, comes=False)
    await days.says(WANG, comes=True)
    assert sorted(days.people("start")) == [GROUP, WANG]
    await days.at(START - MINUTE)
    await days.says(CHEN, comes=True)
    assert sorted(days.people("start")) == [GROUP, WANG, CHEN]


async def test_down_from_25_hours_before_to_one_hour_before_only_the_newest_is_sent(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.at(START - 25 * HOUR)
    await days.at(START - HOUR)
    assert [one.text for one in days.owed(f"{CHEN}")] == ["今天晚上7点议事日，社区活动室。您说过会来，我们等您。"]
    assert (days.row("before", 24), days.row("before", 2)) == ("missed", "sent")


async def test_down_over_the_start_nothing_is_sent(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.at(START - 25 * HOUR)
    await days.at(START + SECOND)
    assert days.owed() == []
    kinds = [("before", 24), ("before", 2), ("start", 0), ("shortfall", 0)]
    assert [days.row(*kind) for kind in kinds] == ["missed"] * 4


async def test_an_extraordinary_one_called_three_hours_ahead_has_what_is_ahead(days: Days) -> None:
    now = days.clock.moment
    number = await called(days, now + 3 * HOUR)
    assert (days.row("before", 24, number), days.row("before", 2, number)) == ("none", "waiting")
    await days.at(now + HOUR)
    assert days.people("before-2", number) == [GROUP]


async def test_nobody_is_woken_but_nobody_hears_it_too_late_either(days: Days) -> None:
    at_nine = await called(days, datetime(2026, 12, 4, 1, tzinfo=UTC))
    at_eight = await called(days, datetime(2026, 12, 5, 0, tzinfo=UTC))
    await days.at(datetime(2026, 12, 3, 23, tzinfo=UTC))  # 7 in the morning, two hours before the first
    [post] = days.owed("before-2", at_nine)[-1:]
    assert post.due_at == datetime(2026, 12, 4, 0, tzinfo=UTC)
    await days.at(datetime(2026, 12, 4, 22, tzinfo=UTC))  # 6 in the morning, two hours before the second
    [post] = days.owed("all-before-2", at_eight)[-1:]
    assert post.due_at == datetime(2026, 12, 4, 22, tzinfo=UTC)


async def test_what_would_come_the_same_morning_comes_once(days: Days) -> None:
    """It begins at five past eight: two hours before waits until eight, when it is already time to say it starts."""
    number = await called(days, datetime(2026, 12, 4, 0, 5, tzinfo=UTC))
    await days.says(CHEN, comes=True, sitting=number)
    await days.at(datetime(2026, 12, 3, 22, 5, tzinfo=UTC))
    assert (days.row("before", 2, number), days.row("start", 0, number)) == ("missed", "sent")
    assert [one.cause for one in days.owed(f"{CHEN}", number)] == [f"coming-{number}-{CHEN}-start-0"]


async def test_called_off_nobody_is_reminded_and_who_said_they_come_is_told(days: Days) -> None:
    await days.subscribe(WANG)
    await days.says(CHEN, comes=True)
    await days.at(START - 10 * MINUTE)
    await call_off(days)
    assert days.people("start") == []
    await days.at(START - 9 * MINUTE)
    assert days.people("off") == [CHEN]
    await days.at(START + HOUR)
    assert days.people("start") == []
    assert days.people("off") == [CHEN]


async def test_many_are_written_to_in_batches_and_a_crash_between_two_loses_and_repeats_nobody(days: Days) -> None:
    for who in (WANG, CHEN, LIN, SUN):
        await days.says(who, comes=True)
    days.clock.moment = START - 2 * HOUR
    while days.row("before", 24) != "missed":
        assert await days.town.do(reminding.see_to_reminders, None, 2)
    assert days.row("before", 2) == "waiting"
    assert len(days.people("before-2")) == 3  # two, and the group; then the machine stops
    await days.at(START - HOUR)
    assert sorted(days.people("before-2")) == [GROUP, WANG, CHEN, LIN, SUN]
    assert days.row("before", 2) == "sent"


async def test_one_that_stood_in_the_books_before_there_were_reminders_has_them_too(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.town.do(lambda uow: uow.reminders.withdraw(NEXT))
    await days.town.do(reminding.plan_missing)
    await days.at(START - 24 * HOUR)
    assert sorted(days.people("before-24")) == [GROUP, CHEN]
    assert await days.town.do(reminding.plan_missing) is False
