"""What screens need beside the votes."""

from bot.unit_of_work import UnitOfWork


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link
