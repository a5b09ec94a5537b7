"""社区治理先锋: nominated, shortlisted, chosen, published; and who would rather not."""

from bot.points.model.ledger import Rule
from tests.honours.deeds import has_done
from tests.honours.test_conversation import in_group
from tests.neighbours import Clock, Look, Neighbourhood, Someone

TO_DECEMBER = {"days": 5, "hours": 23}
"""From the first morning of the tests to 9 o'clock on the first of December."""


async def nominates(who: Someone, building: str, name: str) -> None:
    await who.starts("honours")
    await who.taps("社区治理先锋")
    await who.taps("提名一位邻居")
    await who.taps(building)
    await who.taps(name)
    await who.taps("对，我提名")


async def is_shortlisted(
    town: Neighbourhood, clock: Clock, elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    """王秀英 and 陈建国, by two households each."""
    for who in (elder, liaison, moderator):
        await has_done(town, who, Rule.VOLUNTEERING)
    await clock.passes(**TO_DECEMBER)
    for who in (elder, moderator):
        await nominates(who, "3号楼", "陈建国")
    for who in (moderator, liaison):
        await nominates(who, "3号楼", "王秀英")
    await clock.passes(days=14)


async def chooses(who: Someone, name: str) -> None:
    await who.starts("honours")
    await who.taps("社区治理先锋")
    await who.taps(name)
    await who.taps("对，就选他")


async def test_neighbours_are_nominated_by_buttons_and_hear_of_it(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock
) -> None:
    await elder.starts("honours")
    await elder.taps("社区治理先锋")
    assert "社区治理先锋每年评一次" in await elder.reads()
    await has_done(town, liaison, Rule.VOLUNTEERING)
    await clock.passes(**TO_DECEMBER)
    posted = await in_group(town, elder, "年社区治理先锋")
    assert "12月15日 星期二前请提名邻居" in posted
    assert "再由居民投票选出" in posted
    await nominates(elder, "3号楼", "陈建国")
    assert "您家提名了陈建国" in await elder.reads()
    assert "有邻居提名您做2026年社区治理先锋" in await liaison.reads()
    assert "王秀英" not in await liaison.reads()


async def test_the_list_is_voted_on_in_secret_and_the_pioneers_get_certificates(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, clock: Clock, look: Look
) -> None:
    await is_shortlisted(town, clock, elder, liaison, moderator)
    assert "邻居们提名了：3号楼陈建国、3号楼王秀英" in await in_group(town, elder, "年社区治理先锋")
    await chooses(elder, "3号楼陈建国")
    await elder.taps("看社区治理先锋")
    assert "您选了陈建国" in await elder.reads()
    await chooses(moderator, "3号楼王秀英")
    await chooses(moderator, "3号楼陈建国")
    await clock.passes(days=7)
    posted = await in_group(town, elder, "年社区治理先锋")
    assert posted.splitlines()[:2] == ["2026年社区治理先锋", "3号楼陈建国，2票"]
    assert "王秀英" not in posted
    assert look("SELECT * FROM award_votes") == []
    assert "您是2026年社区治理先锋" in await liaison.reads()
    await liaison.taps("要证书")
    assert "扫码能核对真伪" in await liaison.reads()
    await liaison.says("/honours")
    await liaison.taps("不写我的名字")
    assert "陈建国" not in await in_group(town, elder, "年社区治理先锋")


async def test_who_would_rather_not_is_on_no_list(
    town: Neighbourhood, elder: Someone, liaison: Someone, moderator: Someone, clock: Clock
) -> None:
    for who in (elder, liaison, moderator):
        await has_done(town, who, Rule.VOLUNTEERING)
    await clock.passes(**TO_DECEMBER)
    for who in (elder, moderator):
        await nominates(who, "3号楼", "陈建国")
    await liaison.taps("不写我的名字")
    await elder.starts("honours")
    await elder.taps("社区治理先锋")
    await elder.taps("提名一位邻居")
    assert (await elder.buttons())[:2] == ["1号楼", "返回"]
    for whom in (liaison.telegram_id, 4711):
        await moderator.forges(f"dw:{whom}")
        assert "这位邻居不能提名" in await moderator.reads()
    await moderator.forges(f"dw:{moderator.telegram_id}")
    assert "不能提名自己" in await moderator.reads()
    await clock.passes(days=14)
    assert "没有人得到足够多家庭的提名" in await in_group(town, elder, "年社区治理先锋")
    await moderator.forges("dv:1")
    assert "提名或投票没有在进行" in await moderator.reads()


async def test_one_award_a_year_however_often_the_clock_is_looked_at(elder: Someone, clock: Clock, look: Look) -> None:
    await clock.passes(**TO_DECEMBER)
    for _ in range(4):
        await clock.passes(days=7)
    assert look("SELECT year, stage FROM awards") == [(2026, "published")]
    await elder.starts("honours")
    await elder.taps("社区治理先锋")
    assert "2026年没有评出社区治理先锋" in await elder.reads()
