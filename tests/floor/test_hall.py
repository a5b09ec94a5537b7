"""今天的议事日, the button that is there all day: whoever only taps checks in by it, speaks, and takes the chair."""

from tests.floor.evening import LIFT, evening, moderate_too
from tests.neighbours import Clock, Neighbourhood, Someone

TODAY = "今天的议事日"


async def test_who_moderates_and_who_only_taps_find_the_sitting_from_the_first_screen(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone
) -> None:
    await evening(town, clock, [moderator, elder], LIFT)
    await elder.taps("看预告")
    await elder.taps(TODAY)
    assert await elder.reads() == "现在没有开会。开会后才能签到。"
    await moderator.says("看预告")
    await moderator.taps(TODAY)
    await moderator.taps("开会，我主持")
    await clock.passes(minutes=35)  # it has begun, and the preview is the next one's

    await elder.taps("看预告")
    assert "下次议事日：12月9日" in await elder.reads()
    await elder.taps(TODAY)
    assert await elder.reads() == "议事日正在开会\n到会0人，代表0/2，还差2人。"
    await elder.taps("我不在现场，线上参加")
    await moderator.says("看预告")
    await moderator.taps(TODAY)
    await moderator.taps(f"开始议：{LIFT}")
    await elder.taps("看预告")
    await elder.taps(TODAY)
    assert (await elder.buttons())[0] == "我要发言"
    assert f"正在议：{LIFT}" in await elder.reads()
    await elder.taps("我要发言")
    await elder.taps("赞成")
    assert "下一位就是您" in await elder.reads()


async def test_once_it_is_over_one_reads_how_it_came_out(
    town: Neighbourhood, clock: Clock, moderator: Someone, elder: Someone, liaison: Someone
) -> None:
    await evening(town, clock, [], LIFT)
    await moderator.says("/chair")
    await moderator.taps("开会，我主持")
    await moderator.taps("主持台")
    await moderator.taps("人数不够，改期散会")
    await moderator.taps("人数不够，改期散会")
    for one in (elder, liaison, moderator):
        await one.starts("sitting")
        assert "12月2日 星期三议事日改期\n到会0人，还差10人，不能作决定。" in await one.reads()
    await clock.passes(hours=6)
    await elder.taps("看预告")
    assert TODAY not in (await elder.buttons())[:6]


async def test_it_shows_a_second_moderator_the_way_in_and_to_the_desk(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone
) -> None:
    await evening(town, clock, [moderator, liaison], LIFT)
    await moderate_too(town, liaison)
    await moderator.says("/chair")
    await moderator.taps("开会，我主持")
    await liaison.starts("sitting")
    assert (await liaison.buttons())[:4] == ["签到", "我不在现场，线上参加", "主持台", "返回"]
    await liaison.taps("主持台")
    assert await liaison.reads() == "这次由林芳主持。"
    assert "我来接着主持" in await liaison.buttons()
