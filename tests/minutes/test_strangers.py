"""Buttons that nobody gave, other communities, and people who have had their data deleted."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.minutes.held import held
from tests.minutes.test_conversation import post, published
from tests.minutes.test_corrections import WRONG, writes
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.rights.test_deletion import asks_deletion


@pytest.mark.parametrize("forged", ["za:1:0", "zn:1", "zy:1", "zd:1"])
async def test_only_who_chairs_approves_adds_and_decides(
    town: Neighbourhood,
    moderator: Someone,
    liaison: Someone,
    supervisor: Someone,
    clock: Clock,
    look: Look,
    forged: str,
) -> None:  # fmt: skip
    await held(town, clock, moderator, liaison)
    before = look("SELECT state, note, revision FROM minutes")
    for who in (liaison, supervisor):
        await who.forges(forged)
        assert (await who.reads()).count("管理员") == 1
    assert look("SELECT state, note, revision FROM minutes") == before
    assert look("SELECT count(*) FROM conversations") == [(0,)]


async def test_buttons_about_nothing_are_explained(moderator: Someone) -> None:
    for forged, answer in (
        ("zr:99:0", "这里没有这份纪要"),
        ("za:99:0", "这里没有这份纪要"),
        ("zn:99", "这里没有这份纪要"),
        ("ze:99", "这里没有这份纪要"),
        ("zy:99", "这条更正已经不在了"),
        ("zd:99", "这条更正已经不在了"),
        ("zw:1-1", "先前放下了"),
        ("zx:1-1", "没有交"),
        ("zh:1-1", "先前放下了"),
        ("zl:7", "还没有公布过纪要"),
    ):
        await moderator.forges(forged)
        assert answer in await moderator.reads(), forged
    for link in ("minutes-", "minutes-x", "minutes-99999999999", "erratum-x"):
        await moderator.starts(link)
        assert "还没有公布过纪要" in await moderator.reads(), link


async def test_a_page_beyond_the_last_is_the_first_again(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    await liaison.forges("zr:1:9999")
    assert "议事日纪要" in await liaison.reads()
    await liaison.forges("zl:9999")
    assert "11月25日 星期三" in await liaison.buttons()


async def test_in_another_community_they_are_not_there(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    await town.running.town.do(_moderates_another, None, moderator.telegram_id)
    for forged in ("zr:1:0", "za:1:0", "zn:1", "ze:1"):
        await moderator.forges(forged)
        assert "这里没有这份纪要" in await moderator.reads(), forged
    for forged in ("zy:1", "zd:1"):
        await moderator.forges(forged)
        assert "这条更正已经不在了" in await moderator.reads(), forged
    await moderator.says("/minutes")
    assert "还没有公布过纪要" in await moderator.reads()
    assert look("SELECT verdict FROM errata") == [("pending",)]


def _moderates_another(uow: UnitOfWork, telegram_id: int) -> None:
    other = uow.residents.found("春风里", uow.now).id
    uow.roles.appoint(Appointment(other, telegram_id, Role.MODERATOR))
    account = uow.residents.account(telegram_id)
    assert account is not None
    uow.residents.save_account(replace(account, community=other), uow.now)


async def test_the_name_of_a_chair_goes_with_them_and_the_record_stays(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await held(town, clock, liaison, elder)
    record = look("SELECT record FROM minutes")
    await asks_deletion(liaison)
    await clock.passes(days=8)
    assert look("SELECT chair FROM minutes") == [(0,)]
    assert look("SELECT record FROM minutes") == record
    await moderator.says("/minutes")
    await moderator.taps("等批准：11月25日 星期三")
    assert "主持：（已删除）。" in await moderator.reads()
    await moderator.taps("没问题，批准")
    assert "通过了：赞成9，反对2，弃权1。" in await post(town, elder)


@pytest.mark.sqlite
async def test_a_correction_that_nobody_decided_goes_with_its_author(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look, tmp_path: Path
) -> None:
    await held(town, clock, moderator, liaison)
    await asks_deletion(elder)
    await clock.passes(days=6)
    await moderator.taps("看草稿")
    await moderator.taps("没问题，批准")
    await writes(elder, "那只鹈鹕没有记上")
    assert "鹈鹕" in await moderator.reads()
    await clock.passes(days=1)
    assert look("SELECT author, words, verdict FROM errata") == [(0, "", "gone")]
    assert "鹈鹕".encode() not in _bytes_of(tmp_path)
    cards = [message.get("text", "") for message in (await moderator.screen())["messages"]]
    assert not any("鹈鹕" in card for card in cards)
    await moderator.forges("zy:1")
    assert "这条更正已经不在了" in await moderator.reads()


async def test_a_correction_that_was_taken_over_stays_without_its_author(
    town: Neighbourhood, moderator: Someone, liaison: Someone, elder: Someone, clock: Clock, look: Look
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(elder)
    await moderator.taps("采纳")
    await asks_deletion(elder)
    await clock.passes(days=7)
    assert look("SELECT author, words, verdict FROM errata") == [(0, WRONG, "accepted")]
    await liaison.starts("minutes-1")
    assert f"更正：{WRONG}" in await liaison.reads()


async def test_what_somebody_wrote_is_read_out_to_them(
    town: Neighbourhood, moderator: Someone, liaison: Someone, clock: Clock
) -> None:
    await published(town, clock, moderator, liaison)
    await writes(liaison)
    await liaison.says("/mydata")
    assert f"您在纪要上写的、批准的：{WRONG}" in await liaison.reads()


def _bytes_of(folder: Path) -> bytes:
    """The whole database: its file, its write-ahead log and their index."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("yishi.db*")))
