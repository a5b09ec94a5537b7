"""What the neighbourhood is told about extraordinary sittings, and about what is called off."""

from bot.delivery.model import Board, Post, considerate_before
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.sittings import views
from bot.sittings.model.sitting import SittingCalled, SittingCalledOff, WorkshopCalledOff, place_of
from bot.unit_of_work import UnitOfWork


def show_in_group(uow: UnitOfWork, event: SittingCalled | SittingCalledOff | WorkshopCalledOff) -> None:
    """One card in the main group; that it is off is told anew to those who have seen it."""
    sitting = event.sitting
    group = uow.groups.serving(sitting.community, Purpose.MAIN)
    if group is None:
        return
    name = f"sitting-{sitting.id}"
    stands = uow.outbox.message_of(group.chat_id, name) is not None
    say = words_for(Reader(0, ""), uow.settings.zone)
    shown = views.announced_in_group(say, sitting, place_of(sitting, uow.settings)).params()
    due_at = considerate_before(sitting.starts_at, uow.now, uow.settings)
    until = sitting.starts_at  # then it is of no use any more
    uow.outbox.show(Board(name, group.chat_id, shown, uow.now if stands else due_at, until=until))
    if sitting.off and stands:
        uow.outbox.put(Post(f"{name}-off", group.chat_id, shown, due_at, until=until))
