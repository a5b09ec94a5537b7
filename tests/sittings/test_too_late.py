"""What is said too late about a sitting."""

from tests.neighbours import Clock, Neighbourhood, Someone


async def test_that_it_is_off_is_not_told_after_it_would_have_begun(
    town: Neighbourhood, clock: Clock, moderator: Someone
) -> None:
    await clock.passes(hours=12.5)  # at night, when nobody is disturbed
    await moderator.says("/wednesday")
    await moderator.taps("看以后的日子")
    await moderator.taps("取消12月2日 星期三 晚上7点的议事日")
    await moderator.says("活动室停电")
    await moderator.taps("对，取消")
    before = len(await town.log("sendMessage"))
    await clock.passes(days=8)  # the bot was away
    later = [call["params"] for call in (await town.log("sendMessage"))[before:]]
    assert [params for params in later if "取消" in str(params.get("text"))] == []
