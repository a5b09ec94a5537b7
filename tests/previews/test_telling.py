"""Who asked for it reads the preview in private, once; the group's board counts who comes, in few edits."""

import json
from datetime import timedelta

from bot.attendance.model.rsvp import Signup, SignupChanged
from bot.previews.model.tasks import Due, Task
from bot.residents.model import CONSENT_VERSION, Account
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.previews.hall import LIN, LOCK, NEXT, OPENING, START, SUNSHINE, WANG, Hall

MANY = range(6000001, 6000131)


async def test_each_reads_it_once_in_their_manner(hall: Hall) -> None:
    await hall.has("楼道换灯")
    await hall.town.do(_subscribe, None, (WANG, LIN))
    await hall.at(LOCK)
    await hall.at(LOCK + timedelta(minutes=1))
    assert hall.causes("preview-2-told-%") == [f"preview-2-told-{WANG}", f"preview-2-told-{LIN}"]
    elder, ordinary = _texts(hall)
    assert elder == "议事日：12月2日 星期三 晚上7点，社区活动室。\n有1个议题。"
    assert "1、楼道换灯" in ordinary


async def test_many_are_told_batch_by_batch_and_nobody_twice(hall: Hall) -> None:
    await hall.town.do(_subscribe, None, MANY)
    await hall.at(LOCK)
    assert hall.causes("preview-2-told-%") == [f"preview-2-told-{one}" for one in MANY]
    assert hall.rows("SELECT * FROM preview_tasks WHERE task = 'tell'") == []


async def test_who_is_forgotten_between_two_batches_leaves_nobody_out(hall: Hall) -> None:
    await hall.town.do(_subscribe, None, MANY)
    last = MANY[49]
    await hall.town.do(_told_until, None, last)
    await hall.town.do(_forget, None, last)
    await hall.at(OPENING)
    assert hall.causes("preview-2-told-%") == [f"preview-2-told-{one}" for one in MANY[50:]]


async def test_what_waits_for_the_morning_is_not_said_when_it_is_off(hall: Hall) -> None:
    await hall.town.do(_subscribe, None, (WANG,))
    await hall.at(START - timedelta(days=6, hours=20))  # down until 11 o'clock at night
    [(due,)] = hall.rows("SELECT due_at FROM outbox WHERE cause LIKE 'preview-2-told-%'")
    assert str(due).startswith("2026-11-26 00:00")  # 8 o'clock in Shanghai


async def test_300_who_sign_up_in_a_minute_are_one_edit(hall: Hall) -> None:
    await hall.lived_until(LOCK)
    for person in range(7000001, 7000301):
        await hall.town.do(_sign_up, None, person)
    assert "已有300人说会来" in hall.owed(f"preview-{NEXT}")
    owed = "SELECT 1 FROM outbox JOIN boards ON boards.id = board_id WHERE done_at IS NULL AND name = ?"
    assert len(hall.rows(owed, f"preview-{NEXT}")) == 1


async def test_nothing_is_edited_once_it_has_begun(hall: Hall) -> None:
    await hall.lived_until(LOCK)
    await hall.lived_until(START)
    await hall.town.do(_sign_up, None, WANG)
    assert hall.owed(f"preview-{NEXT}") == ""


def _texts(hall: Hall) -> list[str]:
    found = hall.rows("SELECT params FROM outbox WHERE cause LIKE 'preview-2-told-%' ORDER BY id")
    return [str(json.loads(params)["text"]) for (params,) in found]


def _told_until(uow: UnitOfWork, telegram_id: int) -> None:
    uow.previews.plan(Due(SUNSHINE, NEXT, Task.TELL, 7, uow.now, telegram_id))


def _forget(uow: UnitOfWork, telegram_id: int) -> None:
    uow.rights.erase(telegram_id)


def _subscribe(uow: UnitOfWork, them: tuple[int, ...] | range) -> None:
    for telegram_id in them:
        if uow.residents.account(telegram_id) is None:
            made = Account(telegram_id, "邻居", "zh", elder=False, community=SUNSHINE, consent_version=CONSENT_VERSION)
            uow.residents.save_account(made, uow.now)
        uow.attendance.subscribe(SUNSHINE, telegram_id, uow.now)


def _sign_up(uow: UnitOfWork, telegram_id: int) -> None:
    uow.attendance.keep(Signup(NEXT, telegram_id, coming=True, speaks=False, at=uow.now))
    uow.record(SignupChanged(uow.sittings.get(SittingId(NEXT), SUNSHINE)))
