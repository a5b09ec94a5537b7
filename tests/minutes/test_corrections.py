"""What is wrong in the minutes is written by residents and decided by moderators, within three days."""

from tests.minutes.held import held, until
from tests.minutes.test_conversation import post, published
from tests.neighbours import Clock, Look, Neighbourhood, Someone

WRONG = "到场的是17人，刘师傅来晚了没算上"


async def writes(who: Someone, words: str = WRONG) -> None:
    """Hand in what is wrong."""
    await who.starts("erratum-1")
    await who.says(words)
    await who.taps("对，交上去")


async def test_an_older_resident_says_what_is_wrong_and_it_is_taken_over(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await elder.starts("minutes-1")
    await elder.taps("这里记错了")
    assert "哪里记错了？请写下来，最多200个字" in await elder.reads()
    await elder.says(WRONG)
    assert await elder.reads() == f"您说：{WRONG}\n交给管理员看，不写您的名字。对吗？"
    await elder.taps("对，交上去")
    assert "有结果我告诉您" in await elder.reads()

    card = await moderator.reads()
    assert f"有人说11月25日 星期三的纪要有误\n{WRONG}\n请在11月29日 星期日 晚上8点30分以前处理。" in card
    assert "王秀英" not in card
    posts = len((await liaison.screen(town.group))["messages"])
    await moderator.taps("采纳")
    assert "采纳了，已经加进纪要" in await moderator.reads()
    assert "您写的更正采纳了，已经加进11月25日 星期三的纪要" in await elder.reads()
    assert f"更正：{WRONG}" in await post(town, liaison)
    assert len((await liaison.screen(town.group))["messages"]) == posts  # an edit
    await liaison.starts("minutes-1")
    assert f"更正：{WRONG}" in await liaison.reads()
    assert look("SELECT verdict, decided_by FROM errata") == [("accepted", moderator.telegram_id)]


async def test_one_that_is_not_taken_over_is_declined_for_a_reason(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    await moderator.taps("不采纳")
    assert "为什么不采纳？请写下来" in await moderator.reads()
    await moderator.says("签到只有16人，刘师傅没有签到")
    await moderator.says("对")
    assert "没有采纳，写的人会看到原因" in await moderator.reads()
    told = (await elder.reads()).replace("\n", "")
    assert "没有采纳。原因：签到只有16人，刘师傅没有签到" in told
    assert "更正" not in await post(town, liaison)
    assert look("SELECT verdict FROM errata") == [("declined",)]


async def test_everybody_writes_one_and_handing_in_twice_is_once(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    await elder.taps("对，交上去")
    assert "有结果我告诉您" in await elder.reads()
    await elder.starts("erratum-1")
    assert "您已经写过更正了" in await elder.reads()
    await elder.starts("minutes-1")
    assert (await elder.buttons())[:3] == ["接着看", "看议事评分", "返回"]
    assert look("SELECT count(*) FROM errata") == [(1,)]


async def test_what_does_not_fit_is_asked_again_and_dropped_by_a_tap(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await elder.starts("erratum-1")
    await elder.says("字" * 201)
    assert "最多200个字" in await elder.reads()
    await elder.sends("voice")
    assert "请用文字写" in await elder.reads()
    await elder.says("字" * 200)
    await elder.taps("换个说法")
    assert "哪里记错了" in await elder.reads()
    await elder.taps("不写了")
    assert "没有交" in await elder.reads()
    assert look("SELECT count(*) FROM errata") == [(0,)]


async def test_in_the_last_second_one_is_taken_and_then_none(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    for who in (elder, liaison):
        await who.starts("erratum-1")
        await who.says(WRONG)
    await until(clock, "29 20:29:55")  # a tap takes four
    await elder.taps("对，交上去")
    assert "有结果我告诉您" in await elder.reads()
    assert look("SELECT at FROM errata") == [("2026-11-29 12:29:59.000000",)]
    await liaison.taps("对，交上去")
    assert "更正收到11月29日 星期日 晚上8点30分为止，纪要已经定稿" in await liaison.reads()
    assert look("SELECT count(*) FROM errata") == [(1,)]


async def test_what_nobody_dealt_with_stays_listed_and_moderators_hear_of_it(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    card = (await moderator.screen())["messages"][-1]["message_id"]
    assert "未处理" not in await liaison.reads()
    await until(clock, "29 20:30:00")
    assert "11月25日 星期三的纪要定稿了。还有1条更正没处理" in await moderator.reads()
    await liaison.starts("minutes-1")
    assert f"未处理的更正：{WRONG}" in await liaison.reads()
    await moderator.forges("zy:1")
    assert "纪要已经定稿" in await moderator.reads()
    await moderator.forges("zd:1")
    assert "纪要已经定稿" in await moderator.reads()
    shown = next(m for m in (await moderator.screen())["messages"] if m.get("message_id") == card)
    assert "还没有人处理" in shown["text"]
    assert look("SELECT verdict FROM errata") == [("pending",)]


async def test_what_another_has_decided_is_not_decided_again(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    await moderator.taps("采纳")
    await moderator.forges("zy:1")
    assert "采纳了，已经加进纪要" in await moderator.reads()
    await moderator.forges("zd:1")
    assert "已经有人处理过了" in await moderator.reads()
    assert (await elder.reads()).count("您写的更正采纳了") == 1


async def test_who_was_there_writes_one_even_if_they_do_not_live_here(
    town: Neighbourhood, moderator: Someone, liaison: Someone, guide: Someone, clock: Clock, look: Look
) -> None:
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await held(town, clock, moderator, liaison, came=(guide,))
    await guide.starts("erratum-1")
    assert "not out yet" in await guide.reads()
    await moderator.taps("没问题，批准")
    await clock.passes(days=1)
    await guide.starts("erratum-1")
    await guide.says("The second item was talked about first")
    await guide.taps("Yes, hand it in")
    assert look("SELECT author FROM errata") == [(guide.telegram_id,)]


async def test_words_after_looking_elsewhere_are_no_correction(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await elder.starts("erratum-1")
    await elder.says("/minutes")
    await elder.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮" in await elder.reads()
    assert look("SELECT count(*) FROM errata") == [(0,)]
