"""Many doors, one record (R004); and telling for somebody who would rather not, or cannot."""

from collections.abc import Awaitable, Callable

import pytest

from bot.concerns.model.concern import Origin
from tests.concerns.test_conversation import finished, reported
from tests.neighbours import Look, Neighbourhood, Someone

WORDS = "3号楼2单元的路灯不亮"
RECORDS = """SELECT origin, text, place, building, category, state, author_id, named, latitude FROM concerns
    ORDER BY id"""
Door = Callable[[Someone, Someone], Awaitable[None]]


async def in_private(elder: Someone, _: Someone) -> None:
    await elder.says(WORDS)


async def in_the_group(elder: Someone, _: Someone) -> None:
    await elder.says_in_group(f"/concern {WORDS}")


async def by_photo(elder: Someone, _: Someone) -> None:
    await elder.sends("photo", caption=WORDS)


async def by_voice(elder: Someone, _: Someone) -> None:
    await elder.sends("voice", caption=WORDS)


async def by_the_liaison(_: Someone, liaison: Someone) -> None:
    await liaison.says("/behalf 3-2-502")
    await liaison.taps("王秀英")
    await liaison.taps("本人同意了")
    await liaison.says(WORDS)


async def on_paper(_: Someone, liaison: Someone) -> None:
    await liaison.says("/paper 3-2-502")
    await liaison.taps("王秀英")
    await liaison.taps("本人同意了")
    await liaison.says(WORDS)


DOORS: dict[Origin, Door] = {
    Origin.PRIVATE: in_private,
    Origin.GROUP: in_the_group,
    Origin.PHOTO: by_photo,
    Origin.VOICE: by_voice,
    Origin.LIAISON: by_the_liaison,
    Origin.PAPER: on_paper,
}


async def test_the_same_words_by_six_doors_are_six_records_equal_but_for_the_door(
    elder: Someone, liaison: Someone, look: Look
) -> None:
    for door in DOORS.values():
        await door(elder, liaison)
        for teller in (elder, liaison):
            if "是这件事吗" in await teller.reads():
                await teller.taps("不是，另记一件")
            if "对吗？" in await teller.reads():
                await teller.taps("对，就这样")
    records = look(RECORDS)
    assert [origin for origin, *_ in records] == list(DOORS) == list(Origin)
    assert len({tuple(rest) for _, *rest in records}) == 1


async def test_who_has_a_phone_hears_what_was_told_for_them_and_has_the_last_word(
    elder: Someone, liaison: Someone, moderator: Someone
) -> None:
    await by_the_liaison(elder, liaison)
    await liaison.taps("对，就这样")
    assert "陈建国替您反映了 #1 3号楼2单元的路灯不亮" in await elder.reads()
    await finished(moderator, "换好了")
    assert "解决了吗" not in await liaison.reads()
    await elder.taps("解决了")
    assert "这件事办完了" in await elder.reads()


async def test_for_who_has_no_phone_the_one_who_told_it_has_the_last_word(
    liaison: Someone, moderator: Someone, look: Look
) -> None:
    await liaison.says("/behalf 3-2-501")
    assert "3号楼2单元501室：替谁反映？" in await liaison.reads()
    someone = (await liaison.buttons())[0]
    await liaison.taps(someone)
    assert f"替{someone}（3号楼2单元501室）反映问题，本人同意了吗？" in await liaison.reads()
    await liaison.taps("本人同意了")
    await liaison.says("门口的路灯不亮")
    await liaison.taps("3号楼2单元")
    await liaison.taps("对，就这样")
    assert f"反映人：{someone}，3号楼2单元501室" in await moderator.reads()
    await finished(moderator, "换好了")
    assert "换好了" in await liaison.reads()
    await liaison.taps("解决了")
    assert look("SELECT state FROM concerns") == [("confirmed",)]


async def test_the_consent_is_in_the_history(elder: Someone, liaison: Someone, look: Look) -> None:
    await by_the_liaison(elder, liaison)
    await liaison.taps("对，就这样")
    assert look("SELECT deed, by FROM concern_history ORDER BY id") == [("raise", 5000001), ("consent", 5000002)]
    await liaison.says("#1")
    assert "楼栋联络员代为反映，本人同意" in await liaison.reads()


async def test_the_person_is_found_by_buttons_too(liaison: Someone, moderator: Someone) -> None:
    await liaison.says("/behalf")
    assert "3号楼" in await liaison.buttons()
    assert "5号楼" not in await liaison.buttons()
    await liaison.taps("3号楼")
    await liaison.taps("2单元")
    await liaison.taps("502室")
    await liaison.taps("王秀英")
    assert "本人同意了吗" in await liaison.reads()
    await moderator.says("/paper")
    assert "5号楼" in await moderator.buttons()


@pytest.mark.parametrize("command", ["/behalf 5-1-202", "/paper 5-1-202"])
async def test_a_liaison_tells_for_the_own_building_only(liaison: Someone, moderator: Someone, command: str) -> None:
    await liaison.says(command)
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await moderator.says(command)
    assert "替谁反映" in await moderator.reads()


async def test_nobody_else_tells_for_others(elder: Someone, supervisor: Someone, look: Look) -> None:
    await reported(elder, WORDS)
    [(author,)] = look("SELECT author_id FROM concerns")
    await supervisor.says("/behalf 3-2-502")
    assert "由管理员和楼栋联络员来办" in await supervisor.reads()
    for tap in (f"xw:b:{author}", f"cf:{author}:0"):
        await supervisor.forges(tap)
        assert "由管理员和楼栋联络员来办" in await supervisor.reads()
    assert look("SELECT count(*) FROM conversations") == [(0,)]


async def test_a_role_that_has_ended_confirms_nothing_that_was_begun_in_it(
    town: Neighbourhood, elder: Someone, liaison: Someone, look: Look
) -> None:
    await by_the_liaison(elder, liaison)
    held = await town.running.town.ask(lambda uow: uow.roles.held_by(1, liaison.telegram_id))
    await town.running.town.do(lambda uow: uow.roles.end(held[0], 5000005))
    await liaison.taps("对，就这样")
    assert "由管理员和楼栋联络员来办" in await liaison.reads()
    assert look("SELECT count(*) FROM concerns") == [(0,)]


async def test_ones_own_half_told_matter_is_not_lost(elder: Someone, liaison: Someone) -> None:
    await liaison.says("/concern 3号楼1单元的电梯坏了")
    await liaison.says("/behalf 3-2-502")
    await liaison.taps("王秀英")
    await liaison.taps("本人同意了")
    assert "还有一件事没说完" in await liaison.reads()
    await liaison.taps("反映问题")
    assert "电梯坏了" in await liaison.reads()
    assert await elder.reads() == ""


async def test_a_household_that_has_met_it_too_is_the_residents_not_the_liaisons(
    elder: Someone, liaison: Someone, moderator: Someone, look: Look
) -> None:
    await reported(moderator, WORDS)
    await by_the_liaison(elder, liaison)
    await liaison.taps("是，我也遇到了")
    homes = "SELECT building, unit, room FROM households JOIN concern_supporters ON household_id = households.id"
    assert look(homes) == [(3, 2, "502")]
