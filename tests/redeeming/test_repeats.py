"""Every update comes twice: each step has its effect once, and the second answer is the first once more."""

from collections.abc import AsyncIterator

import pytest

from tests.neighbours import Look, Neighbourhood, Someone
from tests.redeeming.shelf import exchanges, has_points, points_of, puts_up


@pytest.fixture(autouse=True)
async def twice(town: Neighbourhood) -> AsyncIterator[None]:
    await town.playground.post("faults", kind="repeat", count=10_000)
    yield
    assert await town.playground.get("faults") != []


async def test_from_putting_up_to_having_it(
    town: Neighbourhood, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await puts_up(moderator, left="5份", each="5份")
    await has_points(town, liaison, 50)
    code = await exchanges(liaison)
    assert await points_of(town, liaison) == 30
    await moderator.says(f"/handover {code}")
    await moderator.taps("对，交给他了")
    await liaison.taps("我没收到")
    await moderator.says(f"/handover {code}")
    await moderator.taps("对，交给他了")
    await liaison.taps("我收到了")
    assert look('SELECT called, "left" FROM goods') == [("大米5公斤", 4)]
    assert look("SELECT state, turn FROM redemptions") == [("done", 2)]
    assert await points_of(town, liaison) == 30


async def test_taking_back(town: Neighbourhood, liaison: Someone, moderator: Someone, look: Look) -> None:
    await puts_up(moderator)
    await has_points(town, liaison, 50)
    await exchanges(liaison)
    await liaison.taps("我不换了")
    assert (await liaison.reads()).count("20积分已经还给您") == 2
    assert look('SELECT "left" FROM goods') == [(1,)]
    assert await points_of(town, liaison) == 50
