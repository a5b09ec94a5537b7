"""Representativeness at a glance: a picture, and all of it in words."""

import re
from io import BytesIO

import aiohttp
import pytest
from PIL import Image

from bot.kit import picture
from bot.kit.poster import Poster
from storage.database import Database
from tests.coverage.joined import join
from tests.neighbours import Look, Neighbourhood, Someone


@pytest.fixture
def joined(town: Neighbourhood, database: Database) -> None:  # noqa: ARG001 - its books must be there
    """By 1 to 19 in buildings 1 to 19, by 3 in building 20, beside those of the cast who have joined."""
    join(database, [*((building, building) for building in range(1, 20)), (20, 3)])


@pytest.mark.usefixtures("joined")
async def test_a_moderator_sees_a_picture_and_its_words(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    households = look("SELECT count(DISTINCT household_id) FROM residents WHERE telegram_id IS NOT NULL")[0][0]
    await moderator.says("/coverage")
    told = await moderator.reads()
    assert f"1200户里，{households}户已加入" in told
    assert re.search(r"业主：\d+/960，占\d+%", told)
    assert "19号楼：19/60，占31%" in told
    assert "20号楼：不显示" in told
    assert "免得认出是谁" in told
    photo = (await moderator.screen())["messages"][-2]["photo"][-1]
    address = f"{town.playground.url}/control/files/{photo['file_id']}"
    async with aiohttp.ClientSession() as http, http.get(address) as answer:
        drawn = Image.open(BytesIO(await answer.read()))
    assert drawn.width == 1080
    assert drawn.height <= 2560


@pytest.mark.usefixtures("joined")
async def test_a_supervisor_and_a_guide_see_it_too(supervisor: Someone, guide: Someone) -> None:
    await supervisor.says("/coverage")
    assert "户已加入" in await supervisor.reads()
    await guide.starts()
    await guide.taps("Ordinary")
    await guide.taps("I agree")
    await guide.says("/coverage")
    assert "households have joined" in await guide.reads()


@pytest.mark.usefixtures("joined")
async def test_residents_and_outsiders_do_not(liaison: Someone, outsider: Someone) -> None:
    await liaison.says("/coverage")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await outsider.starts()
    await outsider.says("/coverage")
    assert "由管理员和楼栋联络员来办" in await outsider.reads()


@pytest.mark.usefixtures("joined")
async def test_in_the_group_only_the_one_who_asked_reads_it(moderator: Someone, liaison: Someone) -> None:
    await moderator.says_in_group("/coverage")
    assert "户已加入" in await moderator.reads_in_group()
    assert "户已加入" not in await liaison.reads_in_group()


@pytest.mark.usefixtures("joined")
async def test_in_elder_mode_screen_after_screen(moderator: Someone) -> None:
    await moderator.says("长辈版")
    await moderator.says("/coverage")
    for _ in range(12):
        if "免得认出是谁" in await moderator.reads():
            return
        await moderator.taps("接着看")
    raise AssertionError("it does not end")


async def test_four_households_are_too_few(moderator: Someone) -> None:
    await moderator.says("/coverage")
    assert "先不显示" in await moderator.reads()


@pytest.mark.usefixtures("joined")
async def test_without_letters_to_draw_with_it_says_so_and_tells_all(
    moderator: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pylopdf_fonts_zh_cn", None)
    with pytest.raises(picture.CannotDraw):
        picture.draw(Poster("", "", (), ""))
    await moderator.says("/coverage")
    assert "图现在画不出来" in await moderator.reads()
    assert "19号楼：19/60，占31%" in await moderator.reads()
