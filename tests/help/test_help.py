"""🙋找人帮"""

from storage.database import Database
from tests.databases import sql
from tests.neighbours import Someone


async def test_help_is_asked_at_a_tap_and_somebody_comes(elder: Someone, moderator: Someone) -> None:
    await elder.taps("🙋找人帮")
    assert "会有人在这里联系您" in await elder.reads()
    assert "王秀英 找人帮忙" in await moderator.reads()
    await moderator.taps("我来帮")
    assert "林芳来帮您" in await elder.reads()


async def test_asking_again_while_nobody_came_is_one_request(elder: Someone, moderator: Someone) -> None:
    await elder.taps("🙋找人帮")
    await moderator.says("/home")
    await elder.taps("🙋找人帮")
    assert "会有人在这里联系您" in await elder.reads()
    assert "找人帮忙" not in await moderator.reads()


async def test_who_cannot_get_in_alone_gets_a_person_by_the_last_button(moderator: Someone, tenant: Someone) -> None:
    await tenant.starts()
    await tenant.taps("长辈版：大按钮")
    while (await tenant.buttons())[0] == "接着看":
        await tenant.taps("接着看")
    await tenant.taps("我同意")
    await tenant.taps("我没有数字")
    await tenant.taps("🙋找人帮")
    assert "会有人在这里联系您" in await tenant.reads()
    assert "李明 找人帮忙" in await moderator.reads()


async def test_where_nobody_moderates_nobody_is_promised(elder: Someone, database: Database) -> None:
    with sql(database) as run:
        run("DELETE FROM appointments WHERE role = 'moderator'")
    await elder.taps("🙋找人帮")
    assert "到居委会来" in await elder.reads()
