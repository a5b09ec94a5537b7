"""Minutes drafted from what the books know of a sitting, as soon as it is closed."""

from collections.abc import Sequence

from bot.agenda.model.events import ItemUnscheduled
from bot.agenda.model.item import Item
from bot.floor.model.events import SittingClosed
from bot.minutes.model.events import MinutesDrafted
from bot.minutes.model.minutes import drafted
from bot.minutes.model.record import Matter, matter_of, record_of
from bot.minutes.service.looking import chair_name
from bot.sittings.model.sitting import Sitting
from bot.unit_of_work import UnitOfWork


def draft(uow: UnitOfWork, event: SittingClosed) -> None:
    """Once for each sitting that was held, adjourned ones included."""
    session = event.session
    sitting = uow.sittings.get(session.sitting, session.community)
    following = uow.sittings.next_held(sitting.community, max(uow.now, sitting.starts_at))
    record = record_of(
        sitting,
        session,
        _matters(uow, sitting),
        _unreached(uow, sitting),
        uow.settings.sittings.place,
        following.starts_at if following else None,
    )
    minutes = drafted(sitting.id, sitting.community, record, session.chair, uow.settings.minutes)
    if uow.minutes.add(minutes):
        uow.record(MinutesDrafted(minutes, chair_name(uow, minutes)))


def _matters(uow: UnitOfWork, sitting: Sitting) -> Sequence[Matter]:
    """What was treated, in the order in which it was opened; what could be voted on, in the words of the preview."""
    locked = {slot.item: slot.version for slot in uow.previews.slots(sitting.id)}
    matters = []
    for treated in uow.floor.treated(sitting.id):
        item = uow.agenda.get(treated.item, sitting.community)
        wording = uow.agenda.wording(item.id, locked.get(item.id, item.version))
        matters.append(matter_of(item, treated, wording, uow.agenda.points(item.id)))
    return matters


def _unreached(uow: UnitOfWork, sitting: Sitting) -> Sequence[Item]:
    """With its end a sitting loses what it did not reach: told by what happened just now."""
    lost = [event.item for event in uow.events if isinstance(event, ItemUnscheduled)]
    return [item for item in lost if item.sitting == sitting.id]
