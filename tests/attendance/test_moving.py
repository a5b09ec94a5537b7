"""What becomes of signups and reminders when somebody moves away."""

from datetime import UTC, datetime, timedelta

from bot.kit.people import Reader
from bot.residents.model import ResidentTakenOff
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from tests.attendance.days import CHEN, NEXT, SUNSHINE, WANG, Days

START = datetime(2026, 12, 2, 11, tzinfo=UTC)


def moves_away(uow: UnitOfWork) -> None:
    who = uow.residents.speaking(Reader(CHEN, "", community=SUNSHINE, known=True))
    uow.residents.leave(who.id, uow.now)
    uow.record(ResidentTakenOff(who, by_import=1))


async def test_who_has_moved_away_comes_to_none_and_is_reminded_of_none(days: Days) -> None:
    await days.subscribe(CHEN, WANG)
    for sitting in (NEXT, SittingId(3)):
        await days.says(CHEN, comes=True, sitting=sitting)
    await days.town.do(moves_away)
    counted = await days.town.ask(lambda uow: [uow.attendance.count(one).coming for one in (NEXT, SittingId(3))])
    assert counted == [0, 0]
    assert await days.town.ask(lambda uow: uow.attendance.subscribers(SUNSHINE, 0, 9)) == [WANG]
    await days.at(START - timedelta(hours=24))
    assert CHEN not in days.people("before-24")


async def test_what_was_said_of_sittings_that_are_over_stays_true(days: Days) -> None:
    await days.says(CHEN, comes=True)
    await days.at(START)
    await days.town.do(moves_away)
    counted = await days.town.ask(lambda uow: uow.attendance.count(NEXT))
    assert counted.coming == 1


async def test_who_took_the_consent_back_is_told_nothing(days: Days) -> None:
    def takes_back(uow: UnitOfWork) -> None:
        account = uow.residents.account(CHEN)
        assert account is not None
        uow.residents.save_account(type(account)(CHEN, account.name, "zh", False, SUNSHINE, 0), uow.now)
        uow.consents.withdraw(CHEN, uow.now)

    await days.says(CHEN, comes=True)
    await days.subscribe(CHEN, WANG)
    await days.town.do(takes_back)
    assert await days.town.ask(lambda uow: uow.attendance.subscribers(SUNSHINE, 0, 9)) == [WANG]
    await days.at(START - timedelta(hours=24))
    assert CHEN not in days.people("before-24")
