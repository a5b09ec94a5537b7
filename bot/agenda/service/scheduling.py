"""Which sitting treats an item, in which order, for how many minutes."""

from collections.abc import Sequence
from dataclasses import replace

from bot.agenda.model.events import ItemScheduled, ItemUnscheduled
from bot.agenda.model.item import Entry, Item, ItemId, Line
from bot.agenda.model.refusals import AgendaFull, MovedMeanwhile, WrongStep
from bot.agenda.model.steps import Step
from bot.agenda.service.moving import managed
from bot.kit.people import Reader
from bot.sittings.model.sitting import NoSitting, Sitting, SittingBegan, SittingCalledOff, SittingId
from bot.unit_of_work import UnitOfWork

LOOKED_AT = 12
"""So many of the next sittings in the books are offered."""
MOST = 20
"""Items on one agenda: the group reads all of it in one message."""
SCHEDULABLE = (Step.DELIBERATING, Step.REVIEWING)


def choices(uow: UnitOfWork, reader: Reader, item: ItemId) -> tuple[Item, Sequence[Sitting]]:
    """The item, and the sittings on whose agenda it can be put.

    Raises `NotAllowed`, `NoItem`, `ItemOver`, `WrongStep`.
    """
    found = managed(uow, reader, item)
    found.scheduled(SittingId(0), 0, 0)
    kept = uow.sittings.to_come(found.community, uow.now, LOOKED_AT)
    return found, [sitting for sitting in kept if not sitting.off]


def plan(uow: UnitOfWork, reader: Reader, item: ItemId, sitting: SittingId) -> tuple[Item, Sitting]:
    """Both, if the one can be put on the agenda of the other.

    Raises `NotAllowed`, `NoItem`, `NoSitting`, `SittingBegan`, `ItemOver`, `WrongStep`.
    """
    found = managed(uow, reader, item)
    when = uow.sittings.get(sitting, found.community)
    if when.off or when.workshop:
        raise NoSitting
    if uow.now >= when.starts_at:
        raise SittingBegan
    found.scheduled(sitting, 1, 1)
    return found, when


def put_on(uow: UnitOfWork, reader: Reader, item: ItemId, sitting: SittingId, minutes: int) -> tuple[Item, Sitting]:
    """Last on its agenda, or where it stands there already. Raises `AgendaFull`, and what `plan` raises."""
    found, when = plan(uow, reader, item, sitting)
    standing = uow.agenda.of_sitting(sitting)
    again = found.sitting == sitting
    if not again and len(standing) >= MOST:
        raise AgendaFull(MOST)
    position = found.position if again else max((one.position for one in standing), default=0) + 1
    planned = minutes if minutes in uow.settings.agenda.planned_minutes else uow.settings.agenda.planned_minutes[0]
    after = found.scheduled(sitting, position, planned)
    if after == found:
        return found, when
    uow.agenda.save(after)
    uow.agenda.note(item, Line(uow.now, Entry.SCHEDULED, reader.telegram_id, str(sitting)))
    if not again:
        if found.sitting is not None:
            uow.record(ItemUnscheduled(found))
        uow.record(ItemScheduled(after))
    return after, when


def take_off(uow: UnitOfWork, reader: Reader, item: ItemId, sitting: SittingId) -> Item:
    """Off this sitting's agenda; twice is once.

    Raises `NotAllowed`, `NoItem`, `MovedMeanwhile` where it stands on another's, `WrongStep` from ④ on.
    """
    found = managed(uow, reader, item)
    if found.sitting is None:
        return found
    if found.sitting != sitting:
        raise MovedMeanwhile(found.number)
    if found.step not in SCHEDULABLE:
        raise WrongStep(found.number, found.step)
    return _off(uow, found, reader.telegram_id)


def shift(uow: UnitOfWork, reader: Reader, item: ItemId, up: bool) -> Item:
    """One place up or down, as far as there is one. Raises `NotAllowed`, `NoItem`, `MovedMeanwhile` if on none."""
    found = managed(uow, reader, item)
    if uow.repeated:
        return found
    if found.sitting is None:
        raise MovedMeanwhile(found.number)
    order = list(uow.agenda.of_sitting(found.sitting))
    at = order.index(found)
    to = max(0, at - 1) if up else min(len(order) - 1, at + 1)
    order.insert(to, order.pop(at))
    for position, one in enumerate(order, 1):
        if one.position != position:
            uow.agenda.save(replace(one, position=position))
    return replace(found, position=to + 1)


def follow_calling_off(uow: UnitOfWork, event: SittingCalledOff) -> None:
    """What was to be treated there stands on no agenda any more."""
    for item in uow.agenda.of_sitting(event.sitting.id):
        if item.step in SCHEDULABLE:
            _off(uow, item, None)


def _off(uow: UnitOfWork, item: Item, by: int | None) -> Item:
    after = item.unscheduled()
    uow.agenda.save(after)
    uow.agenda.note(item.id, Line(uow.now, Entry.UNSCHEDULED, by))
    uow.record(ItemUnscheduled(item))
    return after
