"""Who took part in a vote that is over, as residents look at it."""

from storage.database import Database
from tests.databases import sql
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.outcomes.ended import DOORS, FIVE_TO_TWO, ended, opened
from tests.rights.test_deletion import read_to_the_end

BUTTON = "看谁参加了"


async def test_whoever_reads_a_result_sees_who_took_part(
    town: Neighbourhood, clock: Clock, liaison: Someone, elder: Someone, database: Database
) -> None:
    await ended(town, clock)
    await liaison.starts("outcome-1")
    await liaison.taps(BUTTON)
    cast = "、".join(DOORS[: len(FIVE_TO_TWO)])
    assert await liaison.reads() == f"投票1：换路灯，参加的有：\n{cast}"
    await liaison.taps("看结果")
    assert "同意5票" in await liaison.reads()
    with sql(database) as run:
        run("UPDATE vote_entries SET label = '' WHERE label = ?", DOORS[0])
    await elder.starts("outcome-1")
    await read_to_the_end(elder)
    while BUTTON not in await elder.buttons():
        await elder.taps("看更多")
    await elder.taps(BUTTON)
    assert len(await elder.reads()) <= 60
    told = (await read_to_the_end(elder)).replace("\n", "")
    assert all(door in told for door in DOORS[1 : len(FIVE_TO_TWO)])
    assert DOORS[0] not in told
    assert "另有1票，名字已经删除" in told


async def test_of_too_few_nobody_is_named_and_it_is_said_why(
    town: Neighbourhood, clock: Clock, liaison: Someone
) -> None:
    await ended(town, clock, FIVE_TO_TWO[:5])
    await liaison.starts("outcome-1")
    await liaison.taps(BUTTON)
    told = await liaison.reads()
    assert "截止后参加达到规定、又不少于5票，才显示谁参加了。" in told
    assert DOORS[0] not in told
    assert "表决结果" in await liaison.buttons()


async def test_as_long_as_it_runs_a_forged_tap_shows_nobody(
    town: Neighbourhood, clock: Clock, liaison: Someone
) -> None:
    vote = await opened(town, clock)
    await liaison.forges(f"et:{vote.id}:0")
    assert await liaison.reads() == "这里没有这次投票的结果。还在投的时候，谁也不知道结果。"
