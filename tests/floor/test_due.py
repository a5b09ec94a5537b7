"""What time brings: who chairs, is there a quorum, the end of the day; and how many sittings came about."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.attendance.model.alternates import Ask
from bot.floor.model.presence import CheckIn, Origin, Present
from bot.floor.model.session import Session, not_held
from bot.floor.service import chairing, coming_in, items, looking
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Appointment, Role
from bot.sittings.model.sitting import Sitting, SittingCalledOff, SittingId
from bot.unit_of_work import UnitOfWork
from tests.previews.hall import LIN, NEXT, SECOND, START, SUNSHINE, WANG, Hall

CHAIR = Reader(LIN, "林芳", community=SUNSHINE, known=True)
GRANDMA = Reader(WANG, "王秀英", community=SUNSHINE, known=True, elder=True)
CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)
MIDNIGHT = datetime(2026, 12, 2, 16, tzinfo=UTC)
ENOUGH, TOO_FEW = Present(9, 0, 6, 11, 6), Present(9, 0, 5, 11, 6)


async def council_of_two(hall: Hall) -> None:
    def appoint(uow: UnitOfWork) -> None:
        for person in (LIN, WANG):
            uow.roles.appoint(Appointment(SUNSHINE, person, Role.REPRESENTATIVE, 1))
        uow.roles.appoint(Appointment(SUNSHINE, CHEN.telegram_id, Role.ALTERNATE))

    await hall.town.do(appoint)


async def comes(hall: Hall, reader: Reader) -> None:
    await hall.town.do(coming_in.from_afar, None, reader, Place(reader.telegram_id, reader.telegram_id), NEXT)


async def test_moderators_are_asked_once_half_an_hour_before_and_not_after_the_start(hall: Hall) -> None:
    await hall.lived_until(START - timedelta(minutes=30) - SECOND)
    assert hall.causes("floor-2-%") == []
    await hall.lived_until(START - timedelta(minutes=30))
    await hall.lived_until(START - timedelta(minutes=20))
    assert hall.causes("floor-2-%") == [f"floor-2-open-{LIN}"]
    await hall.lived_until(START + timedelta(days=8))
    assert hall.causes("floor-3-%") == []


async def test_half_an_hour_after_the_start_the_chair_is_asked_whether_to_adjourn(hall: Hall) -> None:
    await council_of_two(hall)
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await hall.at(START + timedelta(minutes=30) - SECOND)
    assert hall.causes("floor-2-doubt") == []
    for later in (30, 31):
        await hall.at(START + timedelta(minutes=later))
        assert hall.causes("floor-2-doubt") == ["floor-2-doubt"]
    desk = await hall.town.do(chairing.close, None, CHAIR, NEXT)
    assert desk.session is not None
    assert (desk.session.adjourned, desk.session.with_quorum) == (True, False)
    assert desk.session.present == Present(1, 1, 1, 2, 2)


async def test_where_enough_are_there_nobody_asks(hall: Hall) -> None:
    await council_of_two(hall)
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await comes(hall, GRANDMA)
    await hall.at(START + timedelta(minutes=30))
    assert hall.causes("floor-2-doubt") == []


async def test_what_nobody_opened_was_not_held_and_its_items_can_be_put_on_another_day(hall: Hall) -> None:
    item = await hall.has("加装电梯")
    await hall.lived_until(MIDNIGHT - SECOND)
    assert hall.rows("SELECT * FROM floor_sessions WHERE sitting_id = 2") == []
    await hall.lived_until(MIDNIGHT)
    query = "SELECT opened_at, chair, adjourned, with_quorum FROM floor_sessions WHERE sitting_id = 2"
    assert hall.rows(query) == [(None, 0, 1, 0)]
    assert hall.rows("SELECT sitting_id FROM agenda_items WHERE id = ?", item.id) == [(None,)]
    assert hall.owed("floor-2") == ""
    await hall.lived_until(MIDNIGHT + timedelta(days=1))
    assert len(hall.rows(query)) == 1


async def test_what_was_left_open_is_closed_at_midnight_with_its_item_and_result(hall: Hall) -> None:
    item = await hall.has("加装电梯")
    await hall.lived_until(START - timedelta(days=7, minutes=59))
    await council_of_two(hall)
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await comes(hall, GRANDMA)
    desk = await hall.town.do(items.open_item, None, CHAIR, NEXT, item.id)
    assert desk.open is not None
    assert desk.open.treated.voted
    await hall.lived_until(MIDNIGHT)
    assert hall.rows("SELECT step, sitting_id FROM agenda_items") == [("reviewing", None)]
    query = "SELECT adjourned, with_quorum, people FROM floor_sessions WHERE sitting_id = 2"
    assert hall.rows(query) == [(0, 1, 2)]
    assert hall.rows("SELECT deed, by FROM floor_log WHERE by = 0") == [("item_closed", 0), ("closed", 0)]


async def test_a_bot_that_was_down_for_a_week_notes_each_day_once(hall: Hall) -> None:
    await hall.at(START + timedelta(days=8))
    assert hall.rows("SELECT sitting_id, adjourned FROM floor_sessions ORDER BY sitting_id") == [(1, 1), (2, 1), (3, 1)]
    assert hall.causes("floor-2-%") == []


async def test_one_that_was_opened_early_and_called_off_is_over_and_counts_nowhere(hall: Hall) -> None:
    await hall.at(START - timedelta(hours=1))
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)

    def call_off(uow: UnitOfWork) -> None:
        off = uow.sittings.get(NEXT, SUNSHINE).called_off(uow.now, "停电")
        uow.sittings.save(off)
        uow.record(SittingCalledOff(off))

    await hall.town.do(call_off)
    assert "没有开成" in hall.owed("floor-2")
    tally = await hall.town.ask(looking.this_year, GRANDMA)
    assert (tally.held, tally.called) == (0, 1)  # that of 25 November was not held


@pytest.mark.parametrize(("held", "percent"), [(6, 30), (19, 95)])
async def test_of_twenty_sittings_so_many_had_a_quorum(hall: Hall, held: int, percent: int) -> None:
    def keep(uow: UnitOfWork) -> None:
        for week in range(20):
            at = START + timedelta(weeks=week)
            one = uow.sittings.add(Sitting(SittingId(0), SUNSHINE, f"test-{week}", at, None, at))
            session = Session(one.id, SUNSHINE, at, LIN, "4821").closed(at, ENOUGH if week < held else TOO_FEW)
            uow.floor.begin(session if week % 2 or week < held else not_held(one.id, SUNSHINE, at, TOO_FEW))

    await hall.town.do(keep)
    since, until = START, START + timedelta(weeks=20)
    tally = await hall.town.ask(looking.convened, SUNSHINE, since, until)
    assert (tally.held, tally.called, tally.percent) == (held, 20, percent)
    shorter = await hall.town.ask(looking.convened, SUNSHINE, since + SECOND, until - timedelta(weeks=1))
    assert (shorter.held, shorter.called) == (held - 1, 18)


async def test_a_card_says_it_whoever_comes_and_300_who_come_in_a_minute_are_one_edit(hall: Hall) -> None:
    await hall.lived_until(START - timedelta(minutes=10))
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await hall.deliver()
    await comes(hall, CHAIR)
    assert "到会1人，还差9人。" in hall.owed("floor-2")

    def many_come(uow: UnitOfWork) -> None:
        for person in range(1, 300):
            uow.floor.check_in(CheckIn(NEXT, person, Origin.ON_SITE, uow.now))

    await hall.town.do(many_come)
    await comes(hall, GRANDMA)
    assert "到会301人，够法定人数。" in hall.owed("floor-2")
    owed = "SELECT 1 FROM outbox JOIN boards ON boards.id = board_id WHERE done_at IS NULL AND name = 'floor-2'"
    assert len(hall.rows(owed)) == 1


async def test_alternates_who_were_asked_stand_in(hall: Hall) -> None:
    await council_of_two(hall)
    await hall.at(START)
    await hall.town.do(chairing.open_sitting, None, CHAIR, NEXT)
    await comes(hall, CHAIR)
    await comes(hall, CHEN)
    sitting = await hall.town.ask(lambda uow: uow.sittings.get(NEXT, SUNSHINE))
    assert (await hall.town.ask(looking.who_is_there, sitting)).counted == 1
    ask = Ask(NEXT, CHEN.telegram_id, START - timedelta(days=1), START - timedelta(hours=21))
    await hall.town.do(lambda uow: uow.alternates.ask(ask))
    there = await hall.town.ask(looking.who_is_there, sitting)
    assert (there.people, there.counted, there.quorum_met) == (2, 2, True)
