"""林芳's working day, from the morning's inbox to the evening's log: all of it in the chat."""

from bot.agenda.model.item import Scope
from tests.concerns.test_conversation import reported
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.votes.hall import put_on_floor

LAMP, LIFT, WASTE, NOISE = "3号楼2单元的路灯不亮", "5号楼电梯坏了", "3号楼1单元门口堆满垃圾", "3号楼楼下半夜唱歌太吵"


async def test_a_moderators_working_day(
    town: Neighbourhood, moderator: Someone, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    lamp, lift = [await reported(elder, words) for words in (LAMP, LIFT)]
    await clock.passes(hours=25)
    waste = await reported(elder, WASTE)
    noise = await reported(elder, NOISE)

    # the morning: what is overdue stands first
    await moderator.says("/admin")
    assert "您要看哪一样？" in await moderator.reads()
    await moderator.taps("待办诉求（2件超时）")
    inbox = await moderator.reads()
    assert "开着4件，超时2件" in inbox
    due = [label for label in await moderator.buttons() if label.startswith("#")]
    assert [label.partition(" ")[0] for label in due[:4]] == [f"#{number}" for number in (lamp, lift, waste, noise)]

    # one goes to the liaison, one is answered, the others are answered together
    await moderator.says(f"/assign {lamp}")
    assert f"#{lamp} 交给谁" in await moderator.reads()
    await moderator.taps("陈建国")
    assert "陈建国" in await moderator.reads()
    assert f"#{lamp}" in await liaison.reads()
    await moderator.says(f"/reply {lift} 今天下午电工来修")
    assert f"林芳答复 #{lift}：今天下午电工来修" in await elder.reads()
    await moderator.says("/inbox")
    await moderator.taps("一起答复没答复的3件")
    await moderator.says("都收到了，今天去看。")
    await moderator.taps("3件都发")
    assert "已给3件发出答复" in await moderator.reads()
    assert f"林芳答复 #{noise}：都收到了，今天去看。" in await elder.reads()

    # who helped is thanked, in reply to what they said
    said = await liaison.says_in_group("我去看过了，灯泡换好了")
    await moderator.says_in_group("/award 5 换灯泡", reply_to=said)
    assert "给您加5分：换灯泡。林芳说谢谢您" in await liaison.reads()

    # the residents hear of the water, each in their own manner
    await moderator.says("/announce")
    await moderator.taps("发到居民群")
    await moderator.says("明天上午9点到下午5点停水检修，请提前接好水。")
    await moderator.taps("现在发")
    assert "【通知】明天上午9点到下午5点停水检修" in await elder.reads_in_group()

    # talk gets heated: everybody sees the rule, and it ends by itself
    await moderator.says_in_group("/slow 5 30 3 大家抢着说")
    assert "慢聊（第1号措施）：每人每5分钟发一条" in await elder.reads_in_group()
    await clock.passes(minutes=31)
    assert "慢聊结束了（第1号措施）" in await elder.reads_in_group()

    # the agenda, as residents see it; and a vote on what is on the floor
    await moderator.says("/preview")
    assert "下次议事日：12月2日 星期三 晚上7点" in await moderator.reads()
    await town.running.town.do(put_on_floor, None, Scope.RESIDENTS)
    await moderator.says("/item 1")
    assert "换路灯" in await moderator.reads()
    await moderator.says("/openvote")
    await moderator.taps("开始投票")
    for button in ("整个小区", "不记名", "11月30日 星期一 晚上9点", "可以改，算最后一次", "对，开始投票"):
        await moderator.taps(button)
    assert "投票1开始了" in await moderator.reads()
    await moderator.says("/admin")
    assert "投票（1个进行中）" in await moderator.buttons()

    # how it goes, whether all works, and what was done
    await moderator.says("/report")
    await moderator.taps("上个月")
    assert "阳光社区：2026年10月" in await moderator.reads()
    await moderator.says("/health")
    assert "一切正常" in await moderator.reads()
    await moderator.says("/log")
    log = await moderator.reads()
    for deed in ("开始了投票", "在群里采取了措施 #1"):
        assert deed in log
    await moderator.taps("看更早的")
    assert f"#{lift}" in await moderator.reads()
