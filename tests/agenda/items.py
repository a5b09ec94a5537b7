"""Agenda items put into the books directly, so that a test begins where it is about something."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.agenda.model.item import Item, ItemId, Line
from bot.agenda.model.steps import Step
from bot.kit.people import CommunityId
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Neighbourhood

SUNSHINE = CommunityId(1)
WANG, CHEN, LI, LIN, SUN = 5000001, 5000002, 5000003, 5000005, 5000007
LAMP = "西门口装一盏路灯"


def item(step: Step, at: datetime, **more: Any) -> Item:
    """An item of 王秀英's in this step since `at`."""
    told: dict[str, Any] = {"what": LAMP, "where": "西门口", "why": "晚上看不清路", "wanted": "亮堂", "proposer": WANG}
    return Item(
        ItemId(0),
        SUNSHINE,
        0,
        f"made-{step}-{more.pop('key', 0)}",
        proposed_at=at,
        step=step,
        stepped_at=at,
        **(told | more),
    )


async def there_is(town: Neighbourhood, step: Step, households: int = 0, **more: Any) -> Item:
    """Such an item stands in the books, supported by so many households of building 20."""

    def put(uow: UnitOfWork) -> Item:
        kept = uow.agenda.add(item(step, uow.now, **more))
        uow.agenda.note(kept.id, Line(uow.now, step, None))
        for floor in range(1, households + 1):
            home = uow.residents.household_at(SUNSHINE, 20, 1, f"{floor}01")
            uow.agenda.support(kept.id, home.id, 9000000 + floor, uow.now)
        return kept

    kept: Item = await town.running.town.do(put)
    return kept


async def steps_on(town: Neighbourhood, item: Item, step: Step, **changed: Any) -> Item:
    """It is in this step from now on."""

    def move(uow: UnitOfWork) -> Item:
        after = replace(uow.agenda.get(item.id, item.community), step=step, stepped_at=uow.now, **changed)
        uow.agenda.save(after)
        return after

    after: Item = await town.running.town.do(move)
    return after
