"""The staff says how a concern goes on, and the resident reads it."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from bot.concerns.picture import BAND, GAP, HALF, CannotDraw, side_by_side
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Clock, Look, Neighbourhood, Someone, number_in

LAMP = "3号楼2单元的路灯不亮"


async def steps(who: Someone, deed: str) -> None:
    await who.taps("接下来怎么办")
    await who.taps(deed)


async def test_a_plan_says_who_what_and_by_when(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "写个方案")
    assert f"请写 #{number} 谁来办、怎么办" in await moderator.reads()
    await moderator.says("电工李师傅换整条线路")
    assert f"#{number} 哪天前办好" in await moderator.reads()
    await moderator.says("下周三")
    assert "到日子前我提醒您" in await moderator.reads()
    assert f"#{number} 12月2日 星期三前办好。林芳说：电工李师傅换整条线路" in await elder.reads()
    card = next(m for m in (await moderator.screen())["messages"] if f"#{number} · 照明" in m.get("text", ""))
    assert "有方案了，12月2日 星期三前办好" in card["text"]


async def test_who_changes_a_plan_tells_it_anew(elder: Someone, moderator: Someone, look: Look) -> None:
    await reported(elder, LAMP)
    await steps(moderator, "写个方案")
    await moderator.says("换灯泡")
    await moderator.taps("3天内")
    await steps(moderator, "写个方案")
    await moderator.says("要换线路")
    await moderator.taps("7天内")
    assert "12月2日 星期三前办好。林芳说：要换线路" in await elder.reads()
    assert look("SELECT state, promise, due_run FROM concerns") == [("planned", "要换线路", 3)]


async def test_a_day_that_is_over_is_next_years(elder: Someone, moderator: Someone, look: Look) -> None:
    await reported(elder, LAMP)
    await steps(moderator, "写个方案")
    await moderator.says("换灯泡")
    await moderator.says("11月24日")
    assert look("SELECT due_at FROM concerns")[0][0].startswith("2027-11-24")


@pytest.mark.parametrize("written", ["越快越好", "2月30日"])
async def test_what_names_no_day_is_asked_again(elder: Someone, moderator: Someone, written: str) -> None:
    await reported(elder, LAMP)
    await steps(moderator, "写个方案")
    await moderator.says("换灯泡")
    await moderator.says(written)
    assert "我没看出是哪天" in await moderator.reads()
    await moderator.says("后天")
    assert "11月27日 星期五前办好" in await elder.reads()


async def test_it_cannot_be_done_because(elder: Someone, moderator: Someone, look: Look) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "办不了，说明原因")
    await moderator.says("灯杆归市政管，我们动不了")
    assert f"#{number} 这件事办不了。林芳说：灯杆归市政管，我们动不了\n#{number} 这样可以吗？" in await elder.reads()
    await elder.taps("知道了")
    assert "谢谢您理解" in await elder.reads()
    assert look("SELECT state FROM concerns") == [("accepted",)]


async def test_what_cannot_stay_like_that_is_open_again(elder: Someone, moderator: Someone, look: Look) -> None:
    await reported(elder, LAMP)
    await steps(moderator, "办不了，说明原因")
    await moderator.says("没有钱")
    await elder.taps("请再看看")
    assert look("SELECT state FROM concerns") == [("reopened",)]


async def test_it_is_forwarded_with_a_day_on_which_we_ask(elder: Someone, moderator: Someone, clock: Clock) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "转给别的单位")
    await moderator.taps("政府部门")
    await moderator.says("请市政来修灯杆")
    await moderator.taps("7天内")
    assert f"#{number} 转给政府部门了，12月2日 星期三告诉您进展。林芳说：请市政来修灯杆" in await elder.reads()
    await clock.passes(days=6, hours=3)
    assert f"#{number}（3号楼2单元的路灯不亮）说好12月2日 星期三前有结果" in await moderator.reads()


async def test_a_pause_has_a_reason_and_an_end(elder: Someone, moderator: Someone, clock: Clock, look: Look) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "要等一等")
    await moderator.says("配件在路上")
    await moderator.taps("7天内")
    assert f"#{number} 要等一等，12月2日 星期三以后接着办。林芳说：配件在路上" in await elder.reads()
    await clock.passes(days=5)
    assert "超时了" not in await elder.reads()
    await clock.passes(days=3)
    assert f"#{number} 接着办了，最晚" in await elder.reads()
    assert look("SELECT state, due FROM concerns") == [("acknowledged", "plan")]


async def test_after_a_pause_the_answer_still_names_the_day_that_was_said(
    elder: Someone, moderator: Someone, clock: Clock
) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "要等一等")
    await moderator.says("配件在路上")
    await moderator.taps("7天内")
    await clock.passes(days=8)
    assert f"#{number} 接着办了，最晚12月6日" in await elder.reads()
    await elder.taps("我的诉求")
    await elder.taps("看答复")
    assert await elder.reads() == f"#{number} 要等一等，12月2日 星期三以后接着办。林芳说：配件在路上"


async def test_what_is_done_here_after_all_still_tells_to_whom_it_went(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, LAMP)
    await steps(moderator, "转给别的单位")
    await moderator.taps("政府部门")
    await moderator.says("请市政来修灯杆")
    await moderator.taps("7天内")
    await steps(moderator, "今天能办好")
    await elder.taps("我的诉求")
    await elder.taps("看答复")
    assert await elder.reads() == f"#{number} 转给政府部门了，12月2日 星期三告诉您进展。林芳说：请市政来修灯杆"


async def test_a_clock_that_has_run_out_cannot_be_paused(elder: Someone, moderator: Someone, clock: Clock) -> None:
    await reported(elder, LAMP)
    await clock.passes(hours=25)
    await moderator.taps("接下来怎么办")
    await moderator.taps("要等一等")
    await moderator.says("没空")
    await moderator.taps("明天")
    assert "已经超时，不能再等" in await moderator.reads()


async def test_the_same_matter_goes_on_as_one(elder: Someone, liaison: Someone, moderator: Someone) -> None:
    first = await reported(elder, LAMP)
    await liaison.says("/concern 3号楼2单元的路灯还是不亮")
    await liaison.taps("不是，另记一件")
    await liaison.taps("对，就这样")
    second = number_in(await liaison.reads())
    await steps(moderator, "和别的诉求重复")
    await moderator.says(f"#{first}")
    assert f"#{second} 和 #{first} 是同一件事，一起办" in await liaison.reads()
    await moderator.says(f"/reply {first} 去看")
    await moderator.forges("kd:1:finish")
    await moderator.says("灯泡换好了")
    await elder.taps("解决了")
    assert f"#{first} 办结了，您的 #{second} 是和它一起办的" in await liaison.reads()


def a_photo(colour: str) -> bytes:
    """As a phone takes it: lying on its side, with the place in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0)})
    photo = BytesIO()
    Image.new("RGB", (400, 300), colour).save(photo, "JPEG", exif=exif)
    return photo.getvalue()


async def test_before_and_after_stand_on_one_card_without_where_they_were_taken(
    town: Neighbourhood, elder: Someone, moderator: Someone
) -> None:
    await elder.says(LAMP)
    await elder.sends("photo", content=b64encode(a_photo("black")).decode())
    await elder.taps("对，就这样")
    await finished(moderator, "灯泡换好了", content=b64encode(a_photo("white")).decode())
    assert "解决了吗" in await elder.reads()
    [photo] = [m["photo"][-1] for m in (await elder.screen())["messages"] if "photo" in m and m["from"]["is_bot"]]
    into = await town.running.bot.download(photo["file_id"])
    assert into is not None
    card = Image.open(into)
    assert (card.width, len(card.getexif())) == (2 * HALF + GAP, 0)
    middle = BAND + HALF // 2
    assert card.convert("L").getpixel((HALF // 2, middle)) == 0
    assert card.convert("L").getpixel((HALF + GAP + HALF // 2, middle)) == 255
    assert card.convert("L").getpixel((20, middle)) == 255  # upright: narrower than its half


def test_what_is_no_picture_is_not_drawn() -> None:
    with pytest.raises(CannotDraw):
        side_by_side(a_photo("black"), b"minutes of the last sitting", ("Before", "After"))


async def test_without_a_photo_to_compare_with_the_one_is_passed_on(elder: Someone, moderator: Someone) -> None:
    await reported(elder, LAMP)
    await finished(moderator, "灯泡换好了", content=b64encode(a_photo("white")).decode())
    assert [m for m in (await elder.screen())["messages"] if "photo" in m and m["from"]["is_bot"]]


async def test_from_the_moderators_group_the_words_are_written_in_private(elder: Someone, moderator: Someone) -> None:
    number = await reported(elder, LAMP)
    await moderator.starts("steps-1")
    assert f"#{number} 接下来怎么办" in await moderator.reads()
    await moderator.starts("step-1-finish")
    await moderator.says("换好了")
    assert "解决了吗" in await elder.reads()
    for wrong in ("steps-x", "step-1-raise", "step-1-confirm", "step-99-finish", "step-"):
        await moderator.starts(wrong)
        assert await moderator.reads() != ""
    assert "例如写：/reply 12" in await moderator.reads()


async def test_an_old_not_now_closes_nothing_newer(elder: Someone, moderator: Someone, look: Look) -> None:
    await reported(elder, LAMP)
    await moderator.taps("回复")
    await moderator.says("今天去看")
    await moderator.says("/concern 3号楼电梯坏了")
    await moderator.taps("先不写")
    assert look("SELECT form FROM conversations") == [("concern",)]


async def test_a_day_of_an_earlier_plan_is_not_taken_for_another_concern(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await reported(elder, LAMP)
    await reported(elder, "3号楼电梯坏了")
    await moderator.forges("kd:1:plan")
    await moderator.says("换灯泡")
    await moderator.forges("kd:2:plan")
    await moderator.says("修电梯")
    await moderator.forges("ky:1:3")
    assert "已经办好或取消了" in await moderator.reads()
    assert look("SELECT state FROM concerns ORDER BY id") == [("received",), ("received",)]
