"""Exchanging points, fetching what was kept, changing one's mind: as residents meet it."""

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.redeeming.shelf import RICE, code_in, exchanges, has_points, points_of, puts_up


async def test_an_older_resident_exchanges_points_for_rice_and_both_sides_say_that_it_arrived(
    town: Neighbourhood, elder: Someone, moderator: Someone, liaison: Someone
) -> None:
    await puts_up(moderator)
    assert "大米5公斤上架了" in await moderator.reads()
    await has_points(town, elder, 25)

    await elder.taps("查积分")
    await elder.taps("兑换东西")
    assert "大米5公斤：20积分，还有1份。您有25积分。" in await elder.reads()
    await elder.taps("换一份")
    assert await elder.reads() == "用20积分换大米5公斤，换完还剩5积分。对吗？"
    await elder.taps("对，给我留一份")
    assert "大米5公斤给您留到12月2日 星期三。领的时候报" in await elder.reads()
    code = code_in(await elder.reads())
    assert await points_of(town, elder) == 5

    await liaison.says("/handover")
    assert "请输入邻居报的四位取货码" in await liaison.reads()
    await liaison.says(code)
    assert "大米5公斤，是王秀英换的，住3号楼2单元502室。现在交给本人吗？" in await liaison.reads()
    await liaison.taps("对，交给他了")
    assert "我去问邻居收到没有" in await liaison.reads()
    assert "说是已经把大米5公斤交给您了。您收到了吗？" in await elder.reads()
    await elder.taps("我收到了")
    assert "太好了，请慢用" in await elder.reads()
    await elder.taps("我换的东西")
    assert "大米5公斤：您收到了。" in await elder.reads()
    assert await points_of(town, elder) == 5


async def test_the_last_one_goes_to_one_and_the_other_is_told_kindly(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await puts_up(moderator)
    for who in (elder, liaison):
        await has_points(town, who, 20)
        await who.says("/redeem")
    await elder.taps("换一份")
    await liaison.taps(RICE)
    await liaison.taps("换一份")
    await elder.taps("对，给我留一份")
    await liaison.taps("对，给我留一份")
    assert "最后一份大米5公斤刚被邻居换走了，您的积分一分没少。" in await liaison.reads()
    assert (await points_of(town, elder), await points_of(town, liaison)) == (0, 20)
    await liaison.taps("兑换东西")
    assert "货架现在是空的" in await liaison.reads()


async def test_one_changes_ones_mind_within_ten_minutes(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await puts_up(moderator)
    await has_points(town, elder, 20)
    await elder.says("/redeem")
    await elder.taps("换一份")
    await elder.taps("对，给我留一份")
    assert await points_of(town, elder) == 0
    await clock.passes(minutes=9)
    await elder.taps("我不换了")
    assert "20积分已经还给您" in await elder.reads()
    assert await points_of(town, elder) == 20
    await elder.taps("兑换东西")
    assert "还有1份" in await elder.reads()


async def test_after_ten_minutes_it_stays_kept(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await puts_up(moderator)
    await has_points(town, elder, 20)
    await elder.says("/redeem")
    await elder.taps("换一份")
    await elder.taps("对，给我留一份")
    await clock.passes(minutes=10)
    await elder.taps("我不换了")
    assert "已经过了10分钟" in await elder.reads()
    await elder.taps("我换的东西")
    assert "我不换了" not in (await elder.buttons())[:3]
    assert await points_of(town, elder) == 0


async def test_what_nobody_fetches_goes_back_to_the_shelf_with_a_reminder_before(
    town: Neighbourhood, elder: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await puts_up(moderator)
    await has_points(town, elder, 20)
    await elder.says("/redeem")
    await elder.taps("换一份")
    await elder.taps("对，给我留一份")
    await clock.passes(days=5)
    assert "到期不取，积分还给您" in await elder.reads()
    await clock.passes(days=1, hours=23)
    assert await points_of(town, elder) == 0
    await clock.passes(hours=1)
    assert "20积分已经还给您" in await elder.reads()
    assert await points_of(town, elder) == 20
    assert look('SELECT "left" FROM goods') == [(1,)]


async def test_what_did_not_arrive_stays_kept_and_whoever_handed_it_over_hears_of_it(
    town: Neighbourhood, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    await puts_up(moderator)
    await has_points(town, liaison, 20)
    code = await exchanges(liaison)
    await moderator.says(f"/handover {code}")
    await moderator.taps("对，交给他了")
    await liaison.taps("我没收到")
    assert f"取货码{code}" in await liaison.reads()
    assert f"陈建国说没收到大米5公斤，取货码{code}" in await moderator.reads()
    await moderator.says(f"/handover {code}")
    await moderator.taps("对，交给他了")
    await clock.passes(days=3)
    await liaison.says("我换的东西")
    assert "您收到了" in await liaison.reads()


async def test_nobody_hands_over_to_themselves_and_residents_not_at_all(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await puts_up(moderator)
    await has_points(town, liaison, 20)
    code = await exchanges(liaison)
    await liaison.says(f"/handover {code}")
    assert "请让别的管理员或联络员交给您" in await liaison.reads()
    await elder.says(f"/handover {code}")
    assert "对，交给他了" not in await elder.buttons()
    await moderator.says("/handover 12 34")
    assert code == "1234" or "没有对应的东西" in await moderator.reads()


async def test_each_may_have_so_many_and_nobody_more_than_their_points(
    town: Neighbourhood, liaison: Someone, moderator: Someone
) -> None:
    await puts_up(moderator, left="5份")
    await puts_up(moderator, "血压计", price="90", left="5份")
    await has_points(town, liaison, 50)
    await exchanges(liaison)
    await liaison.says("/redeem")
    await liaison.taps(RICE)
    await liaison.taps("换一份")
    assert "每人最多1份" in await liaison.reads()
    await liaison.says("/redeem")
    await liaison.taps("血压计")
    await liaison.taps("换一份")
    assert "30" in await liaison.reads()
    assert "对，给我留一份" not in (await liaison.buttons())[:2]
    assert await points_of(town, liaison) == 30


async def test_an_old_price_binds_nobody(town: Neighbourhood, liaison: Someone, moderator: Someone) -> None:
    await puts_up(moderator)
    await has_points(town, liaison, 50)
    await liaison.says("/redeem")
    await liaison.taps(RICE)
    await liaison.taps("换一份")
    await moderator.says("/goods")
    await moderator.taps(RICE)
    await moderator.taps("改价格")
    await moderator.taps("50积分")
    await liaison.taps("对，给我留一份")
    assert "大米5公斤现在要50积分" in await liaison.reads()
    assert await points_of(town, liaison) == 50


async def test_a_moderator_keeps_the_shelf_from_the_chat(elder: Someone, moderator: Someone, look: Look) -> None:
    await moderator.says("/goods")
    await moderator.taps("上架新东西")
    await moderator.says("一个名字长得怎么也放不下的东西，因为它有二十多个字")
    assert "名字最多20个字" in await moderator.reads()
    await moderator.says("理发一次")
    await moderator.says("很多")
    assert "请写一个1到2000之间的数字" in await moderator.reads()
    await moderator.taps("10积分")
    await moderator.says("3")
    await moderator.taps("2份")
    assert "理发一次：10积分，共3份，每人2份。上架吗？" in await moderator.reads()
    await moderator.taps("加照片")
    await moderator.sends("photo")
    await moderator.taps("对，上架")
    assert look('SELECT called, price, "left", each, photo IS NOT NULL, offered FROM goods') == [
        ("理发一次", 10, 3, 2, 1, 1)
    ]
    await elder.says("/redeem")
    await elder.taps("看照片")
    assert (await elder.screen())["messages"][-2]["photo"]

    await moderator.taps("管理货架")
    await moderator.taps("理发一次")
    await moderator.taps("改还剩几份")
    await moderator.says("０")
    assert "还有0份" in await moderator.reads()
    await moderator.taps("从货架撤下")
    assert "重新上架" in await moderator.buttons()
    await elder.says("/redeem")
    assert "货架现在是空的" in await elder.reads()
    await elder.says("/goods")
    assert "上架新东西" not in await elder.buttons()


async def test_what_a_thing_is_called_is_not_changed_by_a_forged_button(moderator: Someone, look: Look) -> None:
    await puts_up(moderator)
    await moderator.forges("reh:1:c")
    assert "出了点问题" not in await moderator.reads()
    await moderator.says("20")
    assert look("SELECT called, price FROM goods") == [(RICE, 20)]


async def test_in_the_group_the_command_leads_into_the_private_chat(liaison: Someone) -> None:
    await liaison.says_in_group("/redeem")
    assert "兑换请到您和我的私聊里" in await liaison.reads_in_group()
