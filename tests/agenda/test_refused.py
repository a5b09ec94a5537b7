"""What is refused: to who is no moderator, to guides, to old buttons, to what is resolved."""

import pytest

from bot.agenda.model.steps import Step
from bot.kit.people import CommunityId
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork
from tests.agenda.items import steps_on, there_is
from tests.agenda.test_points import joins_as_guide
from tests.agenda.test_staff import manages
from tests.neighbours import Clock, Look, Neighbourhood, Someone

FORGED = (
    "am:1:0", "ac:1", "ao:1:council", "av:1:proposed", "aa:1", "ai:1:0", "au:1:2", "az:1:2:5", "ab:1:2", "qu:1:1",
    "qj:1:0", "qi:1:2:1", "ak:1:wording", "ak:1:evaluation", "ak:1:drop",
)  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
async def test_nobody_but_moderators_looks_after_items(
    town: Neighbourhood, liaison: Someone, supervisor: Someone, look: Look, data: str
) -> None:
    await there_is(town, Step.PROPOSED)
    await there_is(town, Step.PROPOSED, key=1)
    before = look("SELECT * FROM agenda_items")
    for who in (liaison, supervisor):
        await who.forges(data)
        assert "管理员" in await who.reads() or "不能" in await who.reads()
    assert look("SELECT * FROM agenda_items") == before


async def test_a_guide_decides_nothing(town: Neighbourhood, guide: Someone, liaison: Someone, look: Look) -> None:
    """到位不越位: whatever a guide taps, forged or not, the books stay as they were."""
    await there_is(town, Step.DELIBERATING)
    await there_is(town, Step.DELIBERATING, key=1)
    await joins_as_guide(guide)
    before = look("SELECT * FROM agenda_items")
    for data in (*FORGED, "as:1:1", "ax:1:1", "aw:1", "q", "qc:1"):
        await guide.forges(data)
        assert "went wrong" not in await guide.reads(), data
        await guide.says("yes")
    await guide.says("/propose a lamp")
    assert "live here" in await guide.reads()
    await liaison.says("/agenda 1")
    assert "0户支持" in await liaison.reads()
    assert look("SELECT * FROM agenda_items") == before
    assert look("SELECT count(*) FROM agenda_points") == [(0,)]


async def test_a_guide_who_lives_here_takes_no_side_either(
    town: Neighbourhood, supervisor: Someone, look: Look
) -> None:
    """One more household would bring it onto the agenda."""
    await there_is(town, Step.COLLECTING, households=9)
    await town.running.town.do(_guides, None, supervisor.telegram_id)
    before = look("SELECT count(*) FROM agenda_supporters")
    await supervisor.forges("as:1:1")
    assert "指导员" in await supervisor.reads()
    assert look("SELECT count(*) FROM agenda_supporters") == before
    assert look("SELECT step FROM agenda_items") == [("collecting",)]


def _guides(uow: UnitOfWork, person: int) -> None:
    uow.roles.appoint(Appointment(CommunityId(1), person, Role.GUIDE))


async def test_an_old_button_moves_nothing_twice(
    town: Neighbourhood, moderator: Someone, clock: Clock, look: Look
) -> None:
    await there_is(town, Step.PROPOSED, scope="council")
    await manages(moderator, "进到②商议")
    await clock.passes(days=4)
    await moderator.taps("进到②商议")
    assert "议题1后来有了变化" in await moderator.reads()
    assert look("SELECT step FROM agenda_items") == [("deliberating",)]


async def test_what_is_resolved_is_changed_no_more(town: Neighbourhood, moderator: Someone, look: Look) -> None:
    item = await there_is(town, Step.REVIEWING)
    await manages(moderator, "排日子", "12月2日 星期三 晚上7点", "5分钟")
    await steps_on(town, item, Step.RESOLVING, version=1)
    before = look("SELECT * FROM agenda_items")
    for data in ("ao:1:owners", "az:1:3:5", "ab:1:2", "ak:1:wording", "ak:1:drop", "qj:1:0"):
        await moderator.forges(data)
        assert "议题1现在是④决议" in await moderator.reads(), data
    assert look("SELECT * FROM agenda_items") == before
