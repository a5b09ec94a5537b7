"""`/report`, as those meet it who may see figures."""

from io import BytesIO

import aiohttp
import pytest
from openpyxl import load_workbook
from PIL import Image

from storage.database import Database
from tests.databases import sql
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.review.year import live


@pytest.fixture
def year(town: Neighbourhood, database: Database) -> None:  # noqa: ARG001 - its books must be there
    """January to November; the months are not written down before the clock moves."""
    engine = database.engine()
    with engine.begin() as connection:
        live(connection, joined=300)
    engine.dispose()


async def newest(town: Neighbourhood, person: Someone, kind: str) -> tuple[str, bytes]:
    """The newest photo or document that somebody was sent: its name, if it has one, and what is in it."""
    sent = [message for message in (await person.screen())["messages"] if kind in message][-1][kind]
    found = sent[-1] if kind == "photo" else sent
    address = f"{town.playground.url}/control/files/{found['file_id']}"
    async with aiohttp.ClientSession() as http, http.get(address) as answer:
        return found.get("file_name", ""), await answer.read()


@pytest.mark.usefixtures("year")
async def test_a_moderator_has_the_picture_the_words_and_every_number_behind_them(
    town: Neighbourhood, moderator: Someone, clock: Clock
) -> None:
    await clock.passes(minutes=1)
    await moderator.says("/report")
    assert "看哪段时间的报告" in await moderator.reads()
    await moderator.taps("上个月")
    told = await moderator.reads()
    assert "阳光社区：2026年10月" in told
    assert "参与的成年居民：目标40%，还没到" in told
    assert "[participation-adults-1]" in told
    assert "算法：达到法定人数的议事会÷召集过的议事会，取消的也算召集。" in told
    drawn = Image.open(BytesIO((await newest(town, moderator, "photo"))[1]))
    assert drawn.width == 1080
    assert drawn.height <= 2560
    assert [call["params"]["action"] for call in await town.log("sendChatAction")][:1] == ["upload_photo"]

    await moderator.taps("要这张图的数据")
    name, table = await newest(town, moderator, "document")
    assert name == "议事报告_2026-10-01_2026-10-31_数据.csv"
    rows = table.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("项目,数值,分子,分母,开始,结束")
    assert len(rows) == 1 + 16
    assert all(row.endswith("-1") for row in rows[1:])  # each number has the id of its definition
    await moderator.taps("看谁参加了")
    assert Image.open(BytesIO((await newest(town, moderator, "photo"))[1])).width == 1080
    await moderator.taps("什么时候、在哪里")
    assert Image.open(BytesIO((await newest(town, moderator, "photo"))[1])).width == 1080


@pytest.mark.usefixtures("year")
async def test_paper_for_the_notice_board_and_a_spreadsheet(town: Neighbourhood, moderator: Someone) -> None:
    await moderator.says("/report 2026年9月")
    while "打印贴公告栏" not in await moderator.buttons():
        await moderator.taps("接着看")
    await moderator.taps("打印贴公告栏")
    name, paper = await newest(town, moderator, "document")
    assert name == "议事报告_2026-09-01_2026-09-30.pdf"
    assert paper.startswith(b"%PDF")
    assert b"/FontFile" in paper  # its letters are in it
    assert b"/Count 2" in paper
    await moderator.taps("下载表格文件")
    name, content = await newest(town, moderator, "document")
    assert name == "议事报告_2026-09-01_2026-09-30.xlsx"
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["数据", "谁参与", "时间和地点"]
    assert book["数据"].max_row == 17


@pytest.mark.usefixtures("year")
async def test_a_quarter_a_week_and_any_days_that_are_written(moderator: Someone) -> None:
    await moderator.says("/report 上季度")
    assert "阳光社区：2026年第3季度" in await moderator.reads()
    assert "谁参与、什么时候、在哪里，只在过完的整月里显示" in await all_pages(moderator)
    await moderator.says("/report")
    await moderator.taps("本周")
    told = await moderator.reads()
    assert "2026年11月23日到11月29日" in told
    assert "这段时间还没过完" in told
    await moderator.says("/report")
    await moderator.taps("自己写日期")
    await moderator.says("不知道")
    assert "没看出是哪几天" in await moderator.reads()
    await moderator.says("3月3日到3月9日")
    assert "2026年3月3日到3月9日" in await moderator.reads()
    await moderator.says("/report 10月5日到10月1日")
    assert "这几天不行" in await moderator.reads()
    await moderator.says("/report 你好")
    assert "/report 10月1日到10月15日" in await moderator.reads()


async def all_pages(person: Someone) -> str:
    told = await person.reads()
    while "接着看" in await person.buttons():
        before = await person.reads()
        await person.taps("接着看")
        if (again := await person.reads()) == before:
            break
        told += again
        if "打印贴公告栏" in (await person.buttons())[:1]:
            break
    return told


@pytest.mark.usefixtures("year")
async def test_supervisors_government_and_guides_see_it_residents_and_outsiders_do_not(
    supervisor: Someone, guide: Someone, liaison: Someone, outsider: Someone
) -> None:
    await supervisor.says("/report 上个月")
    assert "2026年10月" in await supervisor.reads()
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.says("/report 2026-10")
    assert "October 2026" in await guide.reads()
    await liaison.says("/report")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await liaison.forges("rvt:20261001:20261031:f")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await outsider.starts()
    await outsider.says("/report 上个月")
    assert "由管理员和楼栋联络员来办" in await outsider.reads()


@pytest.mark.usefixtures("year")
async def test_in_the_group_only_the_one_who_asked_reads_it(moderator: Someone, liaison: Someone) -> None:
    await moderator.says_in_group("/report 上个月")
    assert "2026年10月" in await moderator.reads_in_group()
    assert "2026年10月" not in await liaison.reads_in_group()


@pytest.mark.usefixtures("year")
async def test_in_elder_mode_screen_after_screen(moderator: Someone) -> None:
    await moderator.says("长辈版")
    await moderator.says("/report")
    await moderator.taps("上周")
    for _ in range(60):
        if "打印贴公告栏" in await moderator.buttons():
            return
        await moderator.taps("接着看")
    raise AssertionError("it does not end")


async def test_a_made_up_button_is_told_why(moderator: Someone) -> None:
    for data in ("rvs:20261301:20261031", "rvs:20261101:20261001", "rvd:20270101:20270131:p", "rvs:19991101:20001001"):
        await moderator.forges(data)
        assert "这几天不行" in await moderator.reads()


async def test_without_letters_to_draw_with_it_says_so_and_tells_all(
    moderator: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pylopdf_fonts_zh_cn", None)
    await moderator.says("/report 上个月")
    told = await moderator.reads()
    assert "图现在画不出来" in told
    assert "参与的成年居民：0%" in told
    await moderator.forges("rvd:20261001:20261031:t")
    assert "先不画" in await moderator.reads()


async def test_three_who_have_most_of_the_turns_are_pointed_out(moderator: Someone, database: Database) -> None:
    with sql(database) as run:
        run("INSERT INTO agenda_items (id, community_id, number, key, proposer, what, place, why, wanted, proposed_at, "
            "step, stepped_at, version, position, minutes, reason) VALUES (1, 1, 1, 'k', 0, '', '', '', '', "
            "'2026-10-07 10:00:00.0', 'collecting', '2026-10-07 10:00:00.0', 0, 0, 5, '')")  # fmt: skip
        [(sitting,)] = run("SELECT min(id) FROM sittings")
        for speaker in (1, 1, 1, 2, 2, 3, 4, 5, 6, 7):
            run("INSERT INTO floor_turns "
                "(sitting_id, item_id, telegram_id, stand, seconds, asked_at, called_at) VALUES "
                "(?, 1, ?, 'pro', 60, '2026-10-07 11:00:00.0', '2026-10-07 11:00:00.0')", sitting, speaker)  # fmt: skip
    await moderator.says("/report 上个月")
    assert "请留意：三人发言占次数60%。" in await moderator.reads()
    with sql(database) as run:
        run("UPDATE floor_turns SET telegram_id = id + 100 WHERE telegram_id = 1")
    await moderator.says("/report 上个月")
    assert "请留意" not in await moderator.reads()
