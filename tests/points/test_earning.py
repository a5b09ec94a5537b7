"""What the rules reward: once, with one moment for all of a batch, and never how somebody votes."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.agenda.model.item import Scope
from bot.config import Config
from bot.kit.people import Reader
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.matters import yes_no
from bot.votes.model.rule import NO, YES
from tests.concerns.test_conversation import finished, reported
from tests.floor.evening import checks_in, evening, opens
from tests.neighbours import Clock, Look, Neighbourhood, Someone
from tests.votes.hall import LIN, SUNDAY, SUNSHINE, Hall
from tests.wishes.test_conversation import wishes

PAID = (
    "SELECT rule, amount, target.holder FROM points_entries JOIN points_accounts target ON target.id = target_id"
    " WHERE target.kind = 'person' ORDER BY target.holder"
)
WANG, CHEN, SUN = (Reader(number, "", community=SUNSHINE, known=True) for number in (5000001, 5000002, 5000007))


async def test_all_who_checked_in_are_paid_when_the_sitting_closes(
    town: Neighbourhood, clock: Clock, moderator: Someone, liaison: Someone, supervisor: Someone, look: Look
) -> None:
    await evening(town, clock, [liaison, supervisor])
    code = await opens(moderator)
    await checks_in(code, liaison, supervisor)
    assert look(PAID) == []
    await moderator.says("/chair")
    await moderator.taps("散会")
    await moderator.taps("散会")
    assert [row[:2] for row in look(PAID)] == [("attending", 5)] * len(look("SELECT * FROM floor_check_ins"))
    assert {liaison.telegram_id, supervisor.telegram_id} <= {holder for _, _, holder in look(PAID)}
    assert len(look("SELECT DISTINCT at FROM points_entries WHERE rule = 'attending'")) == 1


async def test_a_vote_of_the_council_pays_all_who_took_part_the_same_at_one_moment(hall: Hall, config: Config) -> None:
    await hall.town.do(seat, None, (WANG.telegram_id, CHEN.telegram_id, SUN.telegram_id))
    vote = await hall.opens(yes_no(Scope.COUNCIL, config.community.votes))
    await hall.casts(WANG, vote, YES)
    await hall.casts(CHEN, vote, NO)
    await hall.casts(CHEN, vote, YES)
    assert hall.rows(PAID) == []
    await hall.at(SUNDAY)
    assert hall.rows(PAID) == [("voting", 3, WANG.telegram_id), ("voting", 3, CHEN.telegram_id)]
    assert len(hall.rows("SELECT DISTINCT at FROM points_entries WHERE rule = 'voting'")) == 1
    await hall.at(SUNDAY + timedelta(days=1))
    assert len(hall.rows(PAID)) == 2


@pytest.mark.parametrize("scope", [Scope.RESIDENTS, Scope.GOVERNMENT])
async def test_what_is_not_the_councils_pays_nothing(hall: Hall, config: Config, scope: Scope) -> None:
    vote = await hall.opens(yes_no(scope, config.community.votes))
    await hall.casts(WANG, vote, YES)
    await hall.at(SUNDAY)
    assert hall.rows(PAID) == []


async def test_a_confirmed_concern_pays_once_however_often_it_is_opened_again(
    elder: Someone, moderator: Someone, look: Look
) -> None:
    await reported(elder, "3号楼2单元的路灯不亮")
    await finished(moderator, "灯泡换好了。")
    await elder.taps("没解决")
    await elder.says("还是不亮")
    await finished(moderator, "线路也修好了。")
    assert look(PAID) == []
    await elder.taps("解决了")
    await elder.taps("解决了")
    assert look(PAID) == [("concern", 3, elder.telegram_id)]


async def test_who_granted_a_wish_is_paid_once_the_wisher_says_so(elder: Someone, liaison: Someone, look: Look) -> None:
    await wishes(elder)
    await liaison.taps_in_group("我来认领")
    assert look(PAID) == []
    await elder.taps("心愿实现了")
    assert look(PAID) == [("volunteering", 10, liaison.telegram_id)]
    assert "给您加10分，王秀英说谢谢您。现在共10分。" in await liaison.reads()


def seat(uow: UnitOfWork, people: Sequence[int]) -> None:
    for person in people:
        uow.roles.appoint(Appointment(SUNSHINE, person, Role.REPRESENTATIVE, 3))
    uow.roles.appoint(Appointment(SUNSHINE, LIN, Role.REPRESENTATIVE, 1))
