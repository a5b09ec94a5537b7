"""The home screen and what is behind its keys."""

from tests.neighbours import Someone


async def test_the_four_keys_answer_an_older_resident_in_few_words(elder: Someone) -> None:
    for key, answer in (("投票", "现在没有要投的票"), ("看预告", "下次议事日"), ("查积分", "您有0分")):
        await elder.taps(key)
        assert answer in await elder.reads()
        await elder.taps("返回")
        assert "今天想做什么" in await elder.reads()


async def test_who_went_home_is_not_asked_for_a_code_any_more(liaison: Someone) -> None:
    await liaison.says("/join")
    await liaison.taps("返回")
    await liaison.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮" in await liaison.reads()


async def test_words_written_after_going_home_are_no_answer_to_a_resident(elder: Someone, moderator: Someone) -> None:
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await moderator.taps("回复")
    await moderator.says("/home")
    await moderator.says("晚上不回家吃饭")
    assert "要反映" in await moderator.buttons()
    assert "吃饭" not in await elder.reads()


async def test_on_wednesday_morning_the_next_sitting_is_tonight(elder: Someone) -> None:
    await elder.taps("看预告")
    assert "11月25日 星期三 晚上7点" in await elder.reads()


async def test_how_it_works_tells_the_communitys_promises(moderator: Someone) -> None:
    await moderator.says("/help")
    assert "24小时内有人答复" in await moderator.reads()
    await moderator.says("怎么用")
    assert "3天内给方案" in await moderator.reads()


async def test_english_is_complete(guide: Someone) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.says("/help")
    assert "Telegram" not in await guide.reads()
    assert "a person answers within 24 hours" in await guide.reads()
