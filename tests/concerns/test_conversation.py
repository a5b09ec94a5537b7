"""Telling a concern in private, as residents meet it."""

from tests.neighbours import Clock, Someone, number_in


async def test_an_older_resident_reports_a_dark_stairwell_and_has_the_last_word(
    elder: Someone, moderator: Someone
) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    assert "对吗" in await elder.reads()
    await elder.taps("对，就这样")
    number = number_in(await elder.reads())
    assert "星期四 上午10点前" in await elder.reads()

    assert f"#{number} · 照明" in await moderator.reads()
    await moderator.taps("认领")
    assert "林芳正在跟进" in await elder.reads()
    await moderator.taps("回复")
    await moderator.says("电工今天下午来换灯泡。")
    assert "电工今天下午来换灯泡。" in await elder.reads()
    await moderator.taps("今天能办好")
    assert f"#{number} 今天就办" in await elder.reads()

    await finished(moderator, "灯泡换好了。")
    assert (await elder.reads()).endswith(f"林芳说 #{number} 办好了：灯泡换好了。\n#{number} 解决了吗？")
    await elder.taps("解决了")
    assert "这件事办完了" in await elder.reads()
    assert "已经解决" in await moderator.reads()


async def test_what_the_words_do_not_say_is_asked_one_thing_at_a_time(elder: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("那个东西又那样了")
    assert "什么地方" in await elder.reads()
    await elder.taps("3号楼2单元")
    assert "哪一类" in await elder.reads()
    await elder.taps("看更多")
    await elder.taps("噪音")
    assert await elder.reads() == "您说：那个东西又那样了\n地点：3号楼2单元\n类别：噪音\n对吗？"


async def test_a_voice_message_sent_first_begins_a_concern(elder: Someone, moderator: Someone) -> None:
    await elder.sends("voice")
    await elder.taps("小区公共地方")
    await elder.taps("照明")
    assert "（语音）" in await elder.reads()
    await elder.taps("对，就这样")
    assert "（语音）" in await moderator.reads()
    await moderator.taps("看全文和附件")
    assert (await moderator.screen())["messages"][-1]["voice"]


async def test_a_photo_is_asked_what_is_in_it_and_reaches_the_moderator(elder: Someone, moderator: Someone) -> None:
    await elder.sends("photo")
    assert "照片收到了" in await elder.reads()
    await elder.says("2单元门口堆满垃圾")
    await elder.taps("对，就这样")
    await moderator.taps("看全文和附件")
    assert (await moderator.screen())["messages"][-1]["photo"]


async def test_everything_can_be_changed_before_it_is_confirmed(elder: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("改一改")
    await elder.taps("改地点")
    await elder.says("5号楼1单元")
    await elder.taps("改一改")
    await elder.taps("改类别")
    await elder.taps("垃圾")
    await elder.taps("改一改")
    await elder.taps("改内容")
    await elder.says("楼道里有垃圾")
    await elder.taps("加照片或语音")
    await elder.sends("photo")
    assert "楼道里有垃圾\n地点：5号楼1单元\n类别：垃圾" in await elder.reads()


async def test_a_half_told_concern_is_taken_up_again_and_can_be_dropped(elder: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("查积分")
    await elder.taps("反映问题")
    assert "路灯不亮" in await elder.reads()
    await elder.taps("改一改")
    await elder.taps("不反映了")
    assert "先放下" in await elder.reads()
    await elder.taps("反映问题")
    assert "请说说是什么事" in await elder.reads()


async def test_confirming_twice_is_once(elder: Someone, moderator: Someone) -> None:
    await elder.taps("反映问题")
    await elder.says("3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    first = number_in(await elder.reads())
    await elder.taps("对，就这样")
    assert number_in(await elder.reads()) == first
    assert (await moderator.reads()).count("照明") == 1


async def test_not_solved_opens_it_again_and_tells_who_answered(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await finished(moderator, "灯泡换好了")
    await elder.taps("没解决")
    assert f"#{number} 重新打开了，也告诉了办的人。哪里还不好" in await elder.reads()
    assert f"#{number} 还没解决" in await moderator.reads()
    await elder.says("晚上还是一闪一闪的")
    assert "转给办的人了" in await elder.reads()
    assert f"王秀英说 #{number}：晚上还是一闪一闪的" in await moderator.reads()
    await finished(moderator, "线路也修好了")
    assert "线路也修好了" in await elder.reads()
    await elder.taps("解决了")
    await elder.taps("解决了")
    assert "这件事办完了" in await elder.reads()


async def test_who_takes_it_on_again_is_named_to_the_resident_again(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("认领")
    await finished(moderator, "灯泡换好了")
    await elder.taps("没解决")
    await moderator.taps("认领")
    assert f"林芳正在跟进 #{number}" in await elder.reads()


async def test_other_words_do_not_take_the_photo_away(elder: Someone, moderator: Someone) -> None:
    await elder.says("3号楼2单元的路灯不亮")
    await elder.sends("photo")
    await elder.taps("改一改")
    await elder.taps("改内容")
    assert "照片收到了" in await elder.reads()
    await elder.says("3号楼2单元的声控灯不亮")
    await elder.taps("对，就这样")
    assert "看全文和附件" in await moderator.buttons()


async def test_my_concerns_shows_one_at_a_time_to_an_older_resident(elder: Someone, moderator: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    second = await reported(elder, "3号楼电梯坏了")
    await moderator.says(f"/reply {second} 师傅明天来")
    await elder.taps("反映问题")
    await elder.taps("我的诉求")
    assert f"#{second} 3号楼电梯坏了\n已答复，最晚11月28日 星期六给方案" in await elder.reads()
    await elder.taps("看答复")
    assert await elder.reads() == f"林芳答复 #{second}：师傅明天来"
    await elder.taps("我的诉求")
    await elder.taps("看下一件")
    assert "路灯不亮\n等待答复" in await elder.reads()


async def test_a_long_answer_is_read_page_by_page_by_an_older_resident(elder: Someone, moderator: Someone) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    answer = "我们看过了，是线路老化。" * 12
    await finished(moderator, answer)
    read = [await elder.reads()]
    while "接着看" in await elder.buttons():
        await elder.taps("接着看")
        read.append(await elder.reads())
        if "解决了吗" in read[-1]:
            break
    assert answer in "".join("".join(read).split())
    assert "解决了" in await elder.buttons()
    await elder.taps("反映问题")
    await elder.taps("我的诉求")
    await elder.taps("看答复")
    assert read[0].endswith(await elder.reads())


async def test_answers_wait_for_the_morning_but_receipts_do_not(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    await clock.passes(hours=13)  # 11 at night
    number = await reported(elder, "3号楼2单元的路灯不亮")
    assert await moderator.reads() == ""
    await clock.passes(hours=9)
    assert f"#{number}" in await moderator.reads()


async def test_at_night_the_moderator_reads_when_the_answer_arrives(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await clock.passes(hours=13)  # 11 at night
    await moderator.says(f"/reply {number} 明天来修")
    assert "现在是夜里，上午8点送到" in await moderator.reads()
    assert "明天来修" not in await elder.reads()
    await clock.passes(hours=9)
    assert "明天来修" in await elder.reads()


async def test_what_is_not_needed_any_more_is_taken_back(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, "3号楼2单元的路灯不亮")
    await moderator.taps("认领")
    await elder.taps("我的诉求")
    await elder.taps("不用办了")
    assert f"要收回 #{number} 吗" in await elder.reads()
    await elder.taps(f"对，收回 #{number}")
    assert "收回了" in await elder.reads()
    assert f"王秀英收回了 #{number}" in await moderator.reads()


async def finished(who: Someone, words: str, **photo: object) -> None:
    """Say on the newest card that it is done, and how."""
    await who.taps("接下来怎么办")
    await who.taps("办好了")
    await (who.sends("photo", caption=words, **photo) if photo else who.says(words))


async def reported(who: Someone, text: str) -> int:
    """Tell a concern that needs no more questions; its number."""
    await who.says("/concern " + text)
    if "是这件事吗" in await who.reads():
        await who.taps("不是，另记一件")
    await who.taps("对，就这样")
    return number_in(await who.reads())


async def test_yes_and_no_can_be_typed(elder: Someone) -> None:
    await elder.says("3号楼2单元的路灯不亮")
    await elder.says("不对")
    assert "要改哪里" in await elder.reads()
    await elder.taps("返回")
    await elder.says("对。")
    assert "记下了，编号 #1" in await elder.reads()
    await elder.says("好")
    assert "路灯不亮\n等待答复" in await elder.reads()
