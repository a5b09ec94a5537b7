"""What who raised a concern sees of it, and their last word."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.forms import Why
from bot.concerns.model.concern import Concern, ConcernId, Line
from bot.concerns.model.events import ConcernConfirmed, ConcernReopened, ConcernStillBad, ConcernWithdrawn
from bot.concerns.model.life import NEED_WORDS, Deed
from bot.concerns.model.refusals import NoConcern, NothingSaid, NotYourConcern
from bot.concerns.model.told import Told
from bot.concerns.service.deeds import check_length, moved, times
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import ResidentJoined
from bot.unit_of_work import UnitOfWork

RECENT = 5
"""So many of one's own concerns are shown."""


def mine(uow: UnitOfWork, reader: Reader) -> Sequence[Concern]:
    """One's own newest concerns. Raises `NotOnRoll`."""
    me = uow.residents.on_roll(reader)
    return uow.concerns.of(me.household.community, reader.telegram_id, RECENT)


def last_said(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> tuple[Concern, Line | None, str]:
    """What the staff has said last, and who. Raises `NotYourConcern`, `NoConcern`."""
    found = _own(uow, reader, concern)
    said = [line for line in uow.concerns.lines(found.id) if line.deed in NEED_WORDS and line.words]
    if not said:
        return found, None, ""
    return found, said[-1], uow.residents.reader(said[-1].by, found.community).name


def confirm(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author says that it is solved. Raises `NotYourConcern`, `NothingToConfirm`, `ConsentNeeded`."""
    found = _own(uow, reader, concern)
    return moved(uow, reader, found, found.confirmed(times(uow)), Deed.CONFIRM, ConcernConfirmed)


def reopen(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId) -> Concern:
    """Its author says that it is not solved, and is asked why. Raises `NotYourConcern`, `NothingToConfirm`."""
    found = _own(uow, reader, concern)
    after = moved(uow, reader, found, found.reopened(times(uow)), Deed.REOPEN, ConcernReopened)
    if after != found:
        uow.conversations.keep(place, Why(after.id, after.number))
    return after


def say_why(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId, words: str) -> Concern:
    """A word why it is not solved, to its history. Raises `NotYourConcern`, `NothingSaid`, `TooLong`."""
    found = _own(uow, reader, concern)
    if not words.strip():
        raise NothingSaid
    check_length(uow, Told(words))
    uow.conversations.keep(place, None)
    line = uow.concerns.note(found, Deed.REOPEN, reader.telegram_id, uow.now, words)
    uow.record(ConcernStillBad(found, line, words))
    return found


def to_withdraw(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may take back. Raises what `withdraw` raises."""
    found = _own(uow, reader, concern)
    found.withdrawn(times(uow))
    return found


def withdraw(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author needs it no more. Raises `NotYourConcern`, `Closed`."""
    found = _own(uow, reader, concern)
    return moved(uow, reader, found, found.withdrawn(times(uow)), Deed.WITHDRAW, ConcernWithdrawn)


def follow_joining(uow: UnitOfWork, event: ResidentJoined) -> None:
    """What was told for somebody without a phone is theirs once they have joined."""
    uow.concerns.belong_to(event.resident)


def _own(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    found = uow.concerns.with_id(concern)
    if found.last_word != reader.telegram_id:
        raise NotYourConcern(found.number) if found.community == reader.community else NoConcern
    if found.author.telegram_id == reader.telegram_id:
        uow.residents.speaking(replace(reader, community=found.community))
    return found
