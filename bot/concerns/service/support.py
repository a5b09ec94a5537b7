"""我也遇到了: other households have met the same trouble, and say so in place of reporting it once more."""

from dataclasses import replace

from bot.concerns.forms import Draft
from bot.concerns.model.chain import OPEN
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.refusals import Closed, NoConcern, NoDraft
from bot.concerns.service.speaking import author
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork
from nlu.likeness import ALIKE, likeness
from nlu.place import same_place

LOOKED_AT = 10
"""So many of the newest open concerns are compared with what is told, however many there are."""


def compared(uow: UnitOfWork, teller: Resident, draft: Draft) -> Draft:
    """The draft, and which open concern it may be: of the same kind, in the same place, in like words.

    Whether it is, is asked until it is answered, and never again for this draft.
    """
    if draft.another or not draft.complete or draft.spot is not None:
        return draft
    community = teller.household.community
    newest = uow.chains.newest_open(community, draft.building, draft.category, LOOKED_AT)
    near = [concern for concern in newest if same_place(concern.where, draft.where)]
    likest = max(near, key=lambda concern: _likeness(concern, draft), default=None)
    same = likest is not None and _likeness(likest, draft) >= ALIKE
    return replace(draft, same=likest.id if likest and same else None)


def offered(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """The concern that a draft may be. Raises `NoConcern`, `NotOnRoll`."""
    return _here(uow, reader, concern)


def that_one(uow: UnitOfWork, reader: Reader, place: Place, key: str, concern: ConcernId) -> Concern:
    """It is this one: the household has met it too, and nothing else is kept of the draft. Twice is once.

    Raises `NoDraft` where this was not asked of this draft.
    """
    found, draft = _here(uow, reader, concern), uow.conversations.form(place)
    resident = author(uow, reader, place)
    if isinstance(draft, Draft) and draft.key == key and draft.same == found.id:
        uow.conversations.keep(place, None)
        _join(uow, found, resident)
    elif not uow.supporters.has(found.id, resident.household.id):
        raise NoDraft
    return found


def join(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """The household of `reader` has met it too; twice is once. Raises `NoConcern`, `NotOnRoll`, `Closed`."""
    found, resident = _here(uow, reader, concern), uow.residents.speaking(reader)
    if found.state not in OPEN:
        raise Closed(found.number)
    _join(uow, found, resident)
    return found


def leave(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """It has not met it after all. Raises `NoConcern`, `NotOnRoll`."""
    found = _here(uow, reader, concern)
    uow.supporters.remove(found.id, uow.residents.speaking(reader).household.id)
    return found


def _join(uow: UnitOfWork, concern: Concern, resident: Resident) -> None:
    if resident.household.id != concern.author.household.id:
        uow.supporters.add(concern.id, resident, uow.now)


def _here(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Raises `NoConcern` for one of another community."""
    found = uow.concerns.with_id(concern)
    if found.community != reader.community:
        raise NoConcern
    return found


def _likeness(concern: Concern, draft: Draft) -> float:
    return likeness(concern.told.text, draft.told.text)
