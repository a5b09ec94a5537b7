"""What every deed on a concern has in common."""

from bot.concerns.model.concern import Concern
from bot.concerns.model.deadline import Times
from bot.concerns.model.events import ConcernMoved
from bot.concerns.model.life import Deed
from bot.concerns.model.refusals import TooLong
from bot.concerns.model.told import Told
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork


def times(uow: UnitOfWork) -> Times:
    """What deadlines are computed from at this moment."""
    return Times(uow.now, uow.settings.response, uow.settings.zone)


def moved(
    uow: UnitOfWork,
    reader: Reader,
    before: Concern,
    after: Concern,
    deed: Deed,
    event: type[ConcernMoved],
    words: str = "",
) -> Concern:
    """Keep what a deed has made of a concern, and tell of it; nothing where it was so already."""
    if after != before:
        uow.concerns.save(after)
        line = uow.concerns.note(after, deed, reader.telegram_id, uow.now, words)
        uow.record(event(after, line))
    return after


def check_length(uow: UnitOfWork, told: Told) -> None:
    """Raises `TooLong`."""
    most = uow.settings.residents.concern_characters
    if len(told.text) > most:
        raise TooLong(most)
