"""What is left of a wish when its wisher, its helper or who waited has had their data deleted."""

from pathlib import Path

import pytest

from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion
from tests.wishes.test_conversation import BULB, card, wishes


async def test_the_card_of_who_was_forgotten_is_covered_and_the_helper_need_not_come(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await asks_deletion(elder)
    await clock.passes(days=6, hours=23)
    await clock.passes(hours=1)
    assert "心愿#W1不用再帮了" in await liaison.reads()
    assert await card(town, liaison) == "（已删除）"
    assert look("SELECT wisher_id, text, photo, state, due_at FROM wishes") == [(0, "", None, "withdrawn", None)]
    assert look("SELECT count(*) FROM outbox WHERE params LIKE '%换个灯泡%'") == [(0,)]
    await liaison.says("我的心愿")
    assert BULB not in await liaison.reads()


async def test_what_a_forgotten_helper_saw_to_goes_to_the_next(
    elder: Someone, liaison: Someone, supervisor: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await supervisor.taps_in_group("我来认领")
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert "轮到您了" in await supervisor.reads()
    assert look("SELECT state, helper_id FROM wishes") == [("offered", supervisor.telegram_id)]
    assert look("SELECT * FROM wish_queue") == []


async def test_a_name_in_the_group_goes_with_its_owner(
    town: Neighbourhood, elder: Someone, liaison: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await elder.taps("心愿实现了")
    await liaison.taps("可以写我的名字")
    assert "陈建国" in await card(town, elder)
    await asks_deletion(liaison)
    await clock.passes(days=7)
    assert "谢谢3号楼的邻居" in await card(town, elder)
    assert look("SELECT helper_id, named FROM wishes") == [(0, 0)]


async def test_who_waits_and_is_forgotten_waits_no_longer(
    elder: Someone, liaison: Someone, supervisor: Someone, clock: Clock, look: Look
) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    await supervisor.taps_in_group("我来认领")
    await asks_deletion(supervisor)
    await clock.passes(days=7)
    assert look("SELECT * FROM wish_queue") == []


async def test_what_is_kept_about_wishes_is_read_out(elder: Someone) -> None:
    await wishes(elder)
    await elder.says("/mydata")
    text = await elder.reads()
    while "心愿：" not in text and "接着看" in await elder.buttons():
        await elder.taps("接着看")
        text += await elder.reads()
    assert BULB in text


@pytest.mark.sqlite
async def test_not_a_byte_of_a_wish_is_left(
    elder: Someone, liaison: Someone, clock: Clock, look: Look, tmp_path: Path
) -> None:
    await elder.says("/wish 想有人替我喂养那只鹈鹕")
    await elder.taps("加照片")
    await elder.sends("photo")
    await elder.taps("对，许愿")
    await liaison.taps_in_group("我来认领")
    await elder.taps("心愿实现了")
    await elder.taps("写句谢谢")
    await elder.says("鸵鸟也谢谢您")
    [(photo,)] = look("SELECT photo FROM wishes")
    traces = ["鹈鹕", photo]
    assert [trace for trace in traces if trace.encode() not in _bytes_of(tmp_path)] == []
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert [trace for trace in (*traces, "鸵鸟") if trace.encode() in _bytes_of(tmp_path)] == []


def _bytes_of(folder: Path) -> bytes:
    """The whole database: its file, its write-ahead log and their index."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("yishi.db*")))
