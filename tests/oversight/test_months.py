"""The month of the supervisors: made by itself on the first, equal to the books, its minutes not forgotten."""

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import aiohttp
import openpyxl
import pytest

from bot.config import Config
from bot.oversight.model import next_pack, span_of
from bot.points.model.ledger import EARNED, Kind, Owner, Reward, Rule
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.redeeming.shelf import SUNSHINE, code_in, has_points, puts_up

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("now", "comes"),
    [
        ("2026-11-25T10:00", "2026-12-01T10:00"),
        ("2026-12-01T09:59", "2026-12-01T10:00"),
        ("2026-12-01T10:00", "2027-01-01T10:00"),
        ("2027-01-31T23:59", "2027-02-01T10:00"),
    ],
)
def test_it_comes_on_the_first_at_its_hour(config: Config, now: str, comes: str) -> None:
    here, there = (datetime.fromisoformat(one).replace(tzinfo=SHANGHAI) for one in (now, comes))
    assert next_pack(here, config.community.oversight, SHANGHAI) == there


def test_a_month_is_the_communitys() -> None:
    span = span_of(date(2026, 12, 1), SHANGHAI)
    assert span.until == date(2027, 1, 1)
    assert (span.begins, span.ends) == (
        datetime(2026, 12, 1, tzinfo=SHANGHAI),
        datetime(2027, 1, 1, tzinfo=SHANGHAI),
    )


def earn(uow: UnitOfWork) -> None:
    """Points are earned and given."""
    for number, rule in enumerate((Rule.CONCERN, Rule.TASK, Rule.AWARD)):
        owner = Owner(SUNSHINE, Kind.PERSON, 5000001 + number)
        uow.ledger.reward(Reward(owner, rule, f"test-{uow.now.date()}-{number}"))


async def fetches_rice(town: Neighbourhood, elder: Someone, moderator: Someone, liaison: Someone) -> None:
    await puts_up(moderator)
    await has_points(town, elder, 25)
    await elder.says("/redeem")
    await elder.taps("换一份")
    await elder.taps("对，给我留一份")
    code = code_in(await elder.reads())
    await liaison.says("/handover")
    await liaison.says(code)
    await liaison.taps("对，交给他了")
    await elder.taps("我收到了")


async def reads_it(somebody: Someone) -> str:
    """All pages of the newest month."""
    await somebody.says("/oversight")
    told = await somebody.reads()
    while "接着看" in (await somebody.buttons())[:1]:
        await somebody.taps("接着看")
        told += await somebody.reads()
    return told


async def documents(town: Neighbourhood, who: Someone) -> list[tuple[str, bytes]]:
    """Names and contents of the files on somebody's phone."""
    found = []
    async with aiohttp.ClientSession() as http:
        for message in (await who.screen())["messages"]:
            if document := message.get("document"):
                url = f"{town.playground.url}/control/files/{document['file_id']}"
                async with http.get(url) as answer:
                    found.append((document["file_name"], await answer.read()))
    return found


async def test_a_month_is_equal_to_the_books(
    town: Neighbourhood, supervisor: Someone, elder: Someone, moderator: Someone, liaison: Someone, clock: Clock,
    look: Look,
) -> None:  # fmt: skip
    await town.running.town.do(earn)
    await elder.says("/concern 3号楼2单元的路灯不亮")
    await elder.taps("对，就这样")
    await fetches_rice(town, elder, moderator, liaison)
    await clock.passes(days=5, hours=23, minutes=50)  # 1 December, before ten
    assert look("SELECT count(*) FROM packs") == [(0,)]
    await town.running.town.do(earn)  # not of this month any more
    await clock.passes(minutes=10)
    sums = look("SELECT rule, count(*), sum(amount) FROM points_entries WHERE day < '2026-12-01' GROUP BY rule")
    given = sum(points for rule, _, points in sums if Rule(rule) in EARNED)
    told = await reads_it(supervisor)
    assert given > 0
    assert f"发放积分{given}，兑换20" in told
    assert "大米5公斤：1份，20分" in told
    assert "未办结诉求1件，其中超时1件" in told
    assert "本月发生超时的诉求：1件" in told
    files = await documents(town, supervisor)
    assert [name for name, _ in files] == ["supervision-2026-11.pdf", "supervision-2026-11.xlsx"]
    assert files[0][1].startswith(b"%PDF")
    sheet = openpyxl.load_workbook(BytesIO(files[1][1])).active
    assert sheet is not None
    rows = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "积分"]
    assert sorted((times, points) for _, _, times, points in rows) == sorted((n, p) for _, n, p in sums)
    log = look("SELECT count(*) FROM audit_log WHERE at < '2026-11-30 16:00:00'")
    assert (
        sum(int(str(row[2])) for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "操作") == log[0][0]
    )


async def test_everybody_reads_it_and_only_supervisors_have_the_files(
    town: Neighbourhood, supervisor: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    await supervisor.says("/oversight")
    assert "每月1号会做好上个月的" in await supervisor.reads()
    await clock.passes(days=7)
    assert "2026年11月监督月报" in await liaison.reads_in_group()
    assert "未办结诉求0件" in await reads_it(liaison)
    assert {"写会议纪要", "要文件"} & set(await liaison.buttons()) == set()
    for somebody in (liaison, moderator):
        await somebody.forges("ovf:202611")
        await somebody.forges("ovw:202611")
        assert "例会看出了什么" not in await somebody.reads()
        assert await documents(town, somebody) == []
    assert len(await documents(town, supervisor)) == 2
    await supervisor.says("/oversight")
    await supervisor.taps("要文件")
    assert len(await documents(town, supervisor)) == 4


async def test_an_open_inquiry_stands_on_it(supervisor: Someone, clock: Clock) -> None:
    await supervisor.says("/inquire 路灯报修为什么拖了三天")
    await supervisor.taps("可以，发出去")
    await clock.passes(days=37)  # 1 January
    assert "未办结质询1件，其中答复超时1件" in await reads_it(supervisor)


async def test_minutes_that_are_missing_are_asked_for_once(supervisor: Someone, clock: Clock) -> None:
    await clock.passes(days=6)
    await clock.passes(days=2, hours=23)
    assert "例会纪要还没有写" not in await supervisor.reads()
    await clock.passes(hours=1)
    assert "例会纪要还没有写" in await supervisor.reads()
    await clock.passes(days=10)
    assert (await supervisor.reads()).count("例会纪要还没有写") == 1


async def test_minutes_are_published_with_the_month(supervisor: Someone, elder: Someone, clock: Clock) -> None:
    await clock.passes(days=6)
    await supervisor.says("/oversight")
    await supervisor.taps("写会议纪要")
    await supervisor.says("账目相符，一件诉求超时")
    await supervisor.taps("可以，公布")
    assert "纪要已经和月报一起公布" in await supervisor.reads()
    await supervisor.taps("可以，公布")
    assert "草稿已经不在了" in await supervisor.reads()
    await supervisor.forges("ovw:202611")
    assert "2026年11月的纪要已经写好了" in await supervisor.reads()
    assert "账目相符" in await elder.reads_in_group()
    await clock.passes(days=10)
    assert "例会纪要还没有写" not in await supervisor.reads()
    assert "账目相符，一件诉求超时" in await reads_it(supervisor)


async def test_after_a_standstill_the_newest_month_comes(look: Look, clock: Clock) -> None:
    await clock.passes(days=100)
    assert look("SELECT month FROM packs") == [("2027-02-01",)]
    await clock.passes(days=30)
    assert look("SELECT month FROM packs ORDER BY month") == [("2027-02-01",), ("2027-03-01",)]


async def test_from_the_month_it_is_one_tap_to_an_inquiry(supervisor: Someone, clock: Clock) -> None:
    await clock.passes(days=6)
    await supervisor.says("/oversight")
    await supervisor.taps("提出质询")
    assert "您想问哪方面的事" in await supervisor.reads()
