"""Too few come: it is told, and alternates are asked in their order, as many as are missing, until there are enough."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.roles.model import Role
from tests.attendance.days import CHEN, LI, LIN, NEXT, SUN, WANG, Days

START = datetime(2026, 12, 2, 11, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
LOOK = START - 24 * HOUR
COUNCIL = (LIN, SUN, LI)
"""Three representatives: two are needed."""
ALTERNATES = (CHEN, WANG)


@pytest.fixture
async def council(days: Days) -> Days:
    await days.appoint(Role.REPRESENTATIVE, *COUNCIL)
    await days.appoint(Role.ALTERNATE, *ALTERNATES)
    return days


def asked(days: Days) -> list[int]:
    return [one.chat_id for one in days.owed("ask")]


async def test_it_is_looked_at_a_day_before_to_the_second(council: Days) -> None:
    await council.at(LOOK - SECOND)
    assert council.owed("short") == []
    await council.at(LOOK)
    [alarm] = council.owed("short")
    assert alarm.chat_id == LIN
    assert alarm.text == "12月2日 星期三 晚上7点的议事日。\n报名0人，其中代表0人，还差2人。\n已请2位候补。"


async def test_exactly_enough_disturbs_nobody(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.says(SUN, comes=True)
    await council.at(LOOK)
    assert (council.owed("short"), asked(council)) == ([], [])


async def test_one_is_missing_so_one_is_asked_and_the_next_one_when_the_first_cannot(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.at(LOOK)
    assert asked(council) == [CHEN]
    await council.says(CHEN, comes=False)
    assert asked(council) == [CHEN, WANG]
    await council.says(WANG, comes=True)
    found = await council.town.ask(lambda uow: uow.attendance.council(uow.sittings.with_id(NEXT)))
    assert (found.seats, found.coming) == (3, 2)


async def test_who_is_silent_for_three_hours_is_waited_for_no_longer(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.at(LOOK)
    await council.at(LOOK + 3 * HOUR - SECOND)
    assert asked(council) == [CHEN]
    await council.at(LOOK + 3 * HOUR)
    assert asked(council) == [CHEN, WANG]


async def test_whose_turn_comes_at_night_is_asked_in_the_morning(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.at(LOOK)
    await council.at(LOOK + 3 * HOUR)  # ten in the evening
    [_, second] = council.owed("ask")
    assert second.due_at == datetime(2026, 12, 2, 0, tzinfo=UTC)


async def test_when_there_are_enough_again_nobody_more_is_asked(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.at(LOOK)
    await council.says(SUN, comes=True)
    await council.at(LOOK + 3 * HOUR)
    assert asked(council) == [CHEN]


async def test_a_representative_who_cannot_come_after_all_is_made_up_for(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.says(SUN, comes=True)
    await council.at(LOOK)
    await council.at(START - 5 * HOUR)
    await council.says(SUN, comes=False)
    assert asked(council) == [CHEN]
    assert len(council.owed("short")) == 1
    await council.says(LIN, comes=False)
    assert asked(council) == [CHEN, WANG]
    assert len(council.owed("short")) == 1


async def test_an_alternate_who_comes_anyway_stands_in_and_one_who_does_not_is_not_asked(council: Days) -> None:
    await council.says(CHEN, comes=False)
    await council.says(WANG, comes=True)
    await council.says(LIN, comes=True)
    await council.at(LOOK)
    [post] = council.owed("ask")
    assert (post.chat_id, post.text) == (
        WANG,
        "12月2日 星期三 晚上7点议事日，您说过会来，这次请您补位，算代表。谢谢您。",
    )
    found = await council.town.ask(lambda uow: uow.attendance.council(uow.sittings.with_id(NEXT)))
    assert found.coming == 2


async def test_so_close_to_the_start_nobody_is_asked(council: Days) -> None:
    await council.says(LIN, comes=True)
    await council.at(LOOK - HOUR)
    await council.at(START - HOUR)
    assert len(council.owed("short")) == 1
    assert asked(council) == []


async def test_without_a_council_all_residents_count(days: Days) -> None:
    for who in (WANG, CHEN, LIN):
        await days.says(who, comes=True)
    await days.at(LOOK)
    [alarm] = days.owed("short")
    assert alarm.text == "12月2日 星期三 晚上7点的议事日。\n报名3人，还差7人。"
