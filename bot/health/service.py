"""Looking at the bot's health."""

from datetime import timedelta

from bot.health.model import REMEMBERED, Health, Lateness
from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork

REASONS = 5


def look(uow: UnitOfWork, reader: Reader) -> Health:
    """Raises `NoCommunity`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.SEE_HEALTH)
    since = uow.now - REMEMBERED
    book = uow.health
    return Health(
        uow.now, book.waiting(uow.now), book.refused(since, REASONS), book.missed(since), book.swept()
    )  # fmt: skip


def how_late(uow: UnitOfWork) -> Lateness:
    """For who watches the process."""
    waiting, swept = uow.health.waiting(uow.now), uow.health.swept()
    oldest = uow.now - waiting.oldest if waiting.oldest else timedelta()
    return Lateness(waiting.posts, oldest, uow.now - swept if swept else timedelta())


def note_sweep(uow: UnitOfWork) -> bool:
    """All that was due has been seen to: the last of what is due; there is never more."""
    uow.health.note_sweep(uow.now)
    return False
