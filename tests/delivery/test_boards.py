"""Boards: messages in a group that always show the newest state, through the courier, in the playground."""

from datetime import datetime, timedelta

import pytest

from bot.delivery.courier import Courier
from tests.delivery.stage import BUTTON, GROUP, LI, Neighbourhood, QuietTown


async def test_a_board_is_posted_then_edited_in_its_place(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    await town.shows("1 reported", reply_markup=BUTTON, disable_notification=True)
    await courier.deliver()
    await town.shows("2 reported", reply_markup=BUTTON, disable_notification=True)
    await here.passes(seconds=1)
    assert await here.texts(LI, GROUP) == ["2 reported"]
    assert await here.methods() == ["sendmessage", "editmessagetext"]


async def test_a_pinned_board_is_pinned(courier: Courier, town: QuietTown, here: Neighbourhood) -> None:
    await town.shows("1 reported", pinned=True)
    await courier.deliver()
    await here.passes(seconds=1)
    screen = await here.looks(f"/people/{LI}/screen", chat=GROUP)
    assert screen["pinned"]["text"] == "1 reported"


@pytest.mark.usefixtures("courier")
async def test_a_board_that_shows_it_already_is_done(town: QuietTown, here: Neighbourhood) -> None:
    for _ in range(2):
        await town.shows("nothing new")
        await here.passes(seconds=1)
    (refused,) = await here.calls(status=400)
    assert "message is not modified" in refused["description"]
    await here.passes(hours=1)
    assert len(await here.calls()) == 2


async def test_three_changes_while_the_group_rests_are_one_edit(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    await town.shows("1 reported")
    await courier.deliver()
    for state in ("2 reported", "3 reported", "4 reported"):
        await town.shows(state)
        await courier.deliver()
    assert await here.texts(LI, GROUP) == ["1 reported"]
    await here.passes(seconds=1)
    assert await here.texts(LI, GROUP) == ["4 reported"]
    assert await here.methods() == ["sendmessage", "editmessagetext"]


@pytest.mark.usefixtures("courier")
async def test_a_hundred_changes_in_a_minute_are_at_most_20_posts_and_edits(
    town: QuietTown, here: Neighbourhood
) -> None:
    for number in range(100):
        await town.shows(f"{number} reported")
        await here.passes(seconds=0.6)
    assert len(await here.calls(status=429)) == 0
    moments = [datetime.fromisoformat(call["at"]) for call in await here.calls(status=200)]
    for start in moments:
        assert sum(start <= moment < start + timedelta(minutes=1) for moment in moments) <= 20
    await here.passes(minutes=1)
    assert await here.texts(LI, GROUP) == ["99 reported"]


async def test_a_board_whose_message_cannot_be_edited_is_posted_anew(
    courier: Courier, town: QuietTown, here: Neighbourhood
) -> None:
    await town.shows("1 reported")
    await courier.deliver()
    gone = "Bad Request: message to edit not found"
    await here.directs("/faults", kind="error", method="editMessageText", status=400, description=gone)
    await town.shows("2 reported")
    await here.passes(seconds=1)
    await here.passes(seconds=1)
    assert await here.texts(LI, GROUP) == ["1 reported", "2 reported"]
