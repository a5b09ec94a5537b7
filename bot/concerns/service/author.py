"""What who raised a concern sees of it, and their last word."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.events import ConcernConfirmed, ConcernReopened
from bot.concerns.model.life import Deed
from bot.concerns.model.refusals import NoConcern, NotYourConcern
from bot.concerns.service.deeds import moved
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork

RECENT = 5
"""So many of one's own concerns are shown."""


def mine(uow: UnitOfWork, reader: Reader) -> Sequence[Concern]:
    """One's own newest concerns. Raises `NotOnRoll`."""
    return uow.concerns.of(uow.residents.on_roll(reader).id, RECENT)


def confirm(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author says that it is solved. Raises `NotYourConcern`, `NothingToConfirm`, `ConsentNeeded`."""
    found = _own(uow, reader, concern)
    return moved(uow, reader, found, found.confirmed(), Deed.CONFIRM, ConcernConfirmed)


def reopen(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author says that it is not solved. Raises `NotYourConcern`, `NothingToConfirm`."""
    found = _own(uow, reader, concern)
    return moved(uow, reader, found, found.reopened(), Deed.REOPEN, ConcernReopened)


def _own(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    found = uow.concerns.with_id(concern)
    if found.last_word != reader.telegram_id:
        raise NotYourConcern(found.number) if found.community == reader.community else NoConcern
    if found.author.telegram_id == reader.telegram_id:
        uow.residents.speaking(replace(reader, community=found.community))
    return found
