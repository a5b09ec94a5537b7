"""What the menu needs to know."""

from datetime import datetime

from bot.config import Community as Settings
from bot.delivery.model import Board, Priority
from bot.kit.people import Reader
from bot.kit.words import Words
from bot.menu import views
from bot.roles.model import MAY, Act
from bot.unit_of_work import UnitOfWork


def rules(uow: UnitOfWork) -> tuple[Settings, datetime]:
    """The community's numbers, and the present moment."""
    return uow.settings, uow.now


def sees_concerns(uow: UnitOfWork, reader: Reader) -> bool:
    """Whether the inbox is offered; it refuses by itself whoever may not see it."""
    if reader.community is None:
        return False
    held = uow.roles.held_by(reader.community, reader.telegram_id)
    return any(Act.SEE_CONCERNS in MAY[one.role] for one in held)


def point_to_private_chat(uow: UnitOfWork, say: Words, chat_id: int) -> None:
    """One card for everybody whom the group's chat cannot answer alone."""
    shown = views.look_here(say, uow.link).params()
    uow.outbox.show(Board("answers", chat_id, shown, uow.now, priority=Priority.REPLY))
