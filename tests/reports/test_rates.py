"""三率, as those meet them who may see them."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import aiohttp
import pytest
from PIL import Image

from storage.database import Database
from tests.neighbours import Clock, Neighbourhood, Someone
from tests.reports.autumn import Told, answer, tell

OCTOBER, NOVEMBER, SEPTEMBER = (datetime(2026, month, 10, tzinfo=UTC) for month in (10, 11, 9))


@pytest.fixture
def autumn(town: Neighbourhood, database: Database) -> None:  # noqa: ARG001 - its books must be there
    """Building 3 in October: 8 of 10 in time, 6 of 10 confirmed; in September 5 of 10, 6 of 8. Then building 5."""
    hour = timedelta(hours=1)
    october = [Told(OCTOBER + n * hour, answered=2 if n < 8 else 40, closed=60,
                    state="confirmed" if n < 6 else "uncontradicted" if n < 9 else "accepted")
               for n in range(10)]  # fmt: skip
    september = [Told(SEPTEMBER + n * hour, answered=2 if n < 5 else 40, closed=60 if n < 8 else None,
                      state="confirmed" if n < 6 else "uncontradicted")
                 for n in range(10)]  # fmt: skip
    tell(database, [*october, *september, *(Told(NOVEMBER + n * hour, building=5, category="waste") for n in range(7))])
    tell(database, [Told(OCTOBER, building=None, category="lift")])
    for month, scores in (("2026-10-01", "5544433215"), ("2026-09-01", "54321")):
        answer(database, month, 3, "lighting", scores)
    answer(database, "2026-11-01", 5, "waste", "555555")


@pytest.mark.usefixtures("autumn")
async def test_a_moderator_sees_the_running_month_and_the_one_before(
    town: Neighbourhood, moderator: Someone, clock: Clock
) -> None:
    await moderator.says("/rates")
    told = await moderator.reads()
    assert "2026年11月三率。" in told
    assert "按时答复：100%（7/7），上月81%，变化+22%。" in told
    assert "居民满意：不显示" in told
    assert "2026年11月还没过完，满意率月底后显示" in told
    assert len(await photos(town, moderator)) == 2

    await sees_month_before(moderator, clock)
    told = await moderator.reads()
    assert "按时答复：81%（9/11），上月50%，变化+64%。" in told
    assert "居民确认解决：63%（7/11），上月75%，变化-15%。" in told
    assert "居民满意：60%（6/10），上月40%，变化+50%。" in told
    assert "另外：没人提异议3件，办不了居民知道了1件，又打开0件。" in told


@pytest.mark.usefixtures("autumn")
async def test_small_parts_are_hidden_with_what_would_give_them_away(moderator: Someone, clock: Clock) -> None:
    await moderator.says("/rates")
    await sees_month_before(moderator, clock)
    told = await moderator.reads()
    assert "公共地方：不显示" in told
    assert "3号楼：不显示，上月50%。" in told  # or the one on common ground would follow
    assert "免得认出是谁" in told
    assert "3号楼：60%（6/10），上月40%，变化+50%。" in told


@pytest.mark.usefixtures("autumn")
async def test_four_answers_are_not_shown_and_five_are(moderator: Someone, clock: Clock, database: Database) -> None:
    answer(database, "2026-08-01", 3, "lighting", "5555")
    await moderator.says("/rates")
    await sees_month_before(moderator, clock)
    await sees_month_before(moderator, clock)
    assert "居民满意：40%（2/5），上月不显示。" in await moderator.reads()
    await sees_month_before(moderator, clock)
    assert "居民满意：不显示，上月没有。" in await moderator.reads()


@pytest.mark.usefixtures("autumn")
async def test_supervisors_and_guides_see_them_residents_and_outsiders_do_not(
    supervisor: Someone, guide: Someone, liaison: Someone, outsider: Someone
) -> None:
    await supervisor.says("/rates")
    assert "三率" in await supervisor.reads()
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.says("/rates")
    assert "three rates" in await guide.reads()
    await liaison.says("/rates")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await outsider.starts()
    await outsider.says("/rates")
    assert "由管理员和楼栋联络员来办" in await outsider.reads()


@pytest.mark.usefixtures("autumn")
async def test_in_the_group_only_the_one_who_asked_reads_them(moderator: Someone, liaison: Someone) -> None:
    await moderator.says_in_group("/rates")
    assert "三率" in await moderator.reads_in_group()
    assert "三率" not in await liaison.reads_in_group()


@pytest.mark.usefixtures("autumn")
async def test_in_elder_mode_screen_after_screen(moderator: Someone) -> None:
    await moderator.says("长辈版")
    await moderator.says("/rates")
    for _ in range(12):
        if "各类别" in await moderator.reads():
            return
        await moderator.taps("接着看")
    raise AssertionError("it does not end")


@pytest.mark.usefixtures("autumn")
async def test_without_letters_to_draw_with_it_says_so_and_tells_all(
    moderator: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pylopdf_fonts_zh_cn", None)
    await moderator.says("/rates")
    assert "图现在画不出来" in await moderator.reads()
    assert "按时答复：100%（7/7）" in await moderator.reads()


async def test_before_anything_was_raised_there_is_nothing_to_count(moderator: Someone) -> None:
    await moderator.says("/rates")
    assert "按时答复：没有，上月没有。" in await moderator.reads()
    await moderator.forges("rm:209913:0")
    assert "三率" in await moderator.reads()
    await moderator.forges("rm:99999999:3")
    assert "三率" in await moderator.reads()


async def sees_month_before(reader: Someone, clock: Clock) -> None:
    """Three pictures and the words are more than a chat takes in a second."""
    await reader.taps("看上个月")
    await clock.passes(seconds=10)


async def photos(town: Neighbourhood, reader: Someone) -> list[Image.Image]:
    """The pictures that came since the reader last did something."""
    found: list[Image.Image] = []
    async with aiohttp.ClientSession() as http:
        for message in (await reader.screen())["messages"]:
            if message.get("photo"):
                address = f"{town.playground.url}/control/files/{message['photo'][-1]['file_id']}"
                async with http.get(address) as answered:
                    found.append(Image.open(BytesIO(await answered.read())))
    return found
