"""What moderators and liaisons do with concerns."""

from dataclasses import replace

from bot.concerns.forms import Replying
from bot.concerns.model.concern import Concern, ConcernId, Staff
from bot.concerns.model.events import ConcernAnswered, ConcernClaimed, ConcernHandedOver
from bot.concerns.model.life import Deed
from bot.concerns.model.refusals import NoLiaison, NothingSaid
from bot.concerns.model.told import Told
from bot.concerns.service.deeds import check_length, moved
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Act, Role, permit
from bot.unit_of_work import UnitOfWork


def to_see(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may see in full. Raises `NoConcern`, `NotAllowed`."""
    return _allowed(uow, reader, concern, Act.SEE_CONCERNS)


def to_answer(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may answer now. Raises `NoConcern`, `NotAllowed`, `Closed`."""
    found = _allowed(uow, reader, concern, Act.ANSWER_CONCERN)
    found.answered(_staff(reader))
    return found


def begin_reply(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId) -> Concern:
    """Wait for the words of an answer. Raises `NoConcern`, `NotAllowed`, `Closed`."""
    found = to_answer(uow, reader, concern)
    uow.conversations.keep(place, Replying(found.id, found.number))
    return found


def claim(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A member of staff takes a concern on. Raises `ClaimedAlready`, `Closed`, `NotAllowed`."""
    found = _allowed(uow, reader, concern, Act.CLAIM_CONCERN)
    return moved(uow, reader, found, found.claimed(_staff(reader)), Deed.CLAIM, ConcernClaimed)


def hand_over(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Hand a concern to the liaison of its building. Raises `NoLiaison`, `Closed`, `NotAllowed`."""
    found = _allowed(uow, reader, concern, Act.HAND_OVER_CONCERN)
    liaison = next(iter(uow.roles.holders(found.community, Role.LIAISON, found.served_by)), None)
    if liaison is None:
        raise NoLiaison(found.served_by)
    handed = found.handed_to(_staff(liaison))
    return moved(uow, reader, found, handed, Deed.HAND_OVER, ConcernHandedOver, liaison.name)


def answer_numbered(uow: UnitOfWork, reader: Reader, number: int, words: str) -> Concern:
    """Answer the concern that has this number where `reader` speaks. Raises what `answer` does."""
    return answer(uow, reader, uow.concerns.numbered(reader.community, number).id, words)


def answer(uow: UnitOfWork, reader: Reader, concern: ConcernId, words: str, asked: Place | None = None) -> Concern:
    """Answer a concern in one's own words; `asked` is where they were waited for.

    Raises `NothingSaid`, `TooLong`, `Closed`, `NotAllowed`.
    """
    found = _allowed(uow, reader, concern, Act.ANSWER_CONCERN)
    if not words.strip():
        raise NothingSaid
    check_length(uow, Told(words))
    answered = found.answered(_staff(reader))
    uow.concerns.save(answered)
    count = uow.concerns.note(answered, Deed.ANSWER, reader.telegram_id, uow.now, words)
    uow.record(ConcernAnswered(answered, count, _staff(reader), words))
    if asked is not None:
        uow.conversations.keep(asked, None)
    return answered


def _allowed(uow: UnitOfWork, reader: Reader, concern: ConcernId, act: Act) -> Concern:
    """Whatever community `reader` speaks in: what counts is what they are in the concern's."""
    found = uow.concerns.with_id(concern)
    permit(uow.roles.of(replace(reader, community=found.community)), act, found.served_by)
    return found


def _staff(reader: Reader) -> Staff:
    return Staff(reader.telegram_id, reader.name)
