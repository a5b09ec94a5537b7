"""From the first words to the wish."""

from tests.neighbours import Look, Neighbourhood, Someone
from tests.wishes.test_conversation import BULB, last_alert, wishes


async def test_every_draft_button_is_about_its_own_wish(elder: Someone, liaison: Someone, look: Look) -> None:
    await elder.says("/wish 想学用手机")
    old = (await elder.screen())["messages"][-1]["message_id"]
    await elder.taps("不许了")
    assert "先不许" in await elder.reads()
    await elder.says("/wish " + BULB)
    for button in ("对，许愿", "换个说法", "加照片", "不许了"):
        await elder.taps(button, message_id=old)
        assert "已经许好或放下了" in await elder.reads()
    assert look("SELECT * FROM wishes") == []
    await elder.says("对")
    await liaison.says("/wish")
    assert look("SELECT text FROM wishes") == [(BULB,)]


async def test_confirming_twice_is_once(elder: Someone, look: Look) -> None:
    await wishes(elder)
    await elder.taps("对，许愿")
    assert "许好了，是心愿1号" in await elder.reads()
    assert look("SELECT number FROM wishes") == [(1,)]


async def test_a_wish_is_one_short_sentence_and_can_be_said_in_other_words(elder: Someone, look: Look) -> None:
    await elder.says("微心愿")
    await elder.says("想" * 61)
    assert "最多60个字" in await elder.reads()
    await elder.says("想" * 60)
    await elder.taps("换个说法")
    assert "请用一句话" in await elder.reads()
    await elder.says("想有人\n陪着散步")
    await elder.sends("voice")
    assert "请打一句话" in await elder.reads()
    await elder.says("对")
    assert look("SELECT text FROM wishes") == [("想有人 陪着散步",)]


async def test_who_is_asked_for_a_photo_and_says_yes_has_wished_nothing_yet(elder: Someone, look: Look) -> None:
    await elder.says("/wish " + BULB)
    await elder.taps("加照片")
    await elder.says("好的")
    assert "请现在把照片发过来" in await elder.reads()
    await elder.taps("不用照片了")
    assert "对吗" in await elder.reads()
    assert look("SELECT * FROM wishes") == []


async def test_a_photo_is_seen_by_who_asks_for_it(
    town: Neighbourhood, elder: Someone, liaison: Someone, guide: Someone
) -> None:
    await elder.says("/wish " + BULB)
    await elder.taps("加照片")
    await elder.sends("photo")
    assert "换照片" in await elder.buttons()
    await elder.taps("对，许愿")
    await liaison.taps_in_group("看照片")
    assert "照片马上单独发给您" in await last_alert(liaison, town.group)
    assert (await liaison.screen())["messages"][-1]["photo"]
    before = len(await town.log("sendPhoto"))
    await guide.taps_in_group("看照片")
    assert "live here" in await guide.reads_in_group()
    assert len(await town.log("sendPhoto")) == before


async def test_so_many_wishes_at_a_time(elder: Someone) -> None:
    for _ in range(3):
        await wishes(elder)
    await elder.says("/wish 再来一个")
    assert "已经有3个心愿在等" in await elder.reads()


async def test_in_the_group_the_command_leads_into_the_private_chat(liaison: Someone) -> None:
    await liaison.says_in_group("/wish 想借一把梯子")
    assert "请到您和我的私聊里" in await liaison.reads_in_group()
    await liaison.taps_in_group("许个微心愿")
    assert "请用一句话写下您的心愿" in await liaison.reads()


async def test_words_at_home_are_no_wish(liaison: Someone) -> None:
    await liaison.says("/wish")
    await liaison.says("/home")
    await liaison.says("3号楼2单元的路灯不亮")
    assert "您说：3号楼2单元的路灯不亮" in await liaison.reads()


async def test_who_has_taken_consent_back_reads_and_is_asked_before_acting(
    elder: Someone, liaison: Someone, look: Look
) -> None:
    await wishes(elder)
    await liaison.says("收回同意")
    await liaison.taps("确定收回")
    await liaison.says("/wishes")
    assert BULB in await liaison.reads()
    await liaison.taps("认领#W1")
    assert "我同意" in await liaison.buttons()
    assert look("SELECT state FROM wishes") == [("open",)]


async def test_links_lead_to_a_new_wish_and_to_those_of_the_neighbours(elder: Someone) -> None:
    await elder.starts("wish")
    assert "请用一句话写下您的心愿" in await elder.reads()
    await elder.starts("wishes")
    assert "现在没有等人认领的心愿" in await elder.reads()


async def test_an_old_confirmation_points_to_how_the_wish_stands_now(elder: Someone, liaison: Someone) -> None:
    await elder.says("/wish " + BULB)
    confirmation = (await elder.screen())["messages"][-1]["message_id"]
    await elder.taps("对，许愿")
    await liaison.taps_in_group("我来认领")
    await elder.taps("对，许愿", message_id=confirmation)
    assert "后来有了变化" in await elder.reads()
