"""Minutes on paper."""

from bot.kit.sheet import print_lines
from tests.minutes.test_conversation import published
from tests.neighbours import Clock, Neighbourhood, Someone


def test_a_long_text_takes_several_pages() -> None:
    pdf = print_lines(["第1件：加装电梯。" * 20] * 40, "https://t.me/yishi_bot?start=minutes-1")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") > 1
    assert b"NotoSansSC" in pdf


async def test_who_reads_them_gets_a_sheet_for_the_notice_board(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    await liaison.starts("minutes-1")
    await liaison.taps("打印（A4）")
    [document] = [call for call in await town.log("sendDocument") if call.get("result")]
    assert document["result"]["document"]["file_name"] == "minutes-2026-11-25.pdf"
    assert "贴在公告栏" in await liaison.reads()
    await moderator.forges("zp:99")
    assert "这里没有这份纪要" in await moderator.reads()
