"""我也遇到了: other households have met the same trouble, and say so in place of reporting it once more."""

from dataclasses import replace

from bot.concerns.forms import Draft
from bot.concerns.model.chain import OPEN
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.events import ConcernJoined
from bot.concerns.model.refusals import Closed, NoDraft
from bot.concerns.service.chain import here
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


def that_one(uow: UnitOfWork, reader: Reader, place: Place, key: str, concern: ConcernId) -> None:
    """It is this one: the household has met it too, and nothing else is kept of the draft. Twice is once.

    Raises `NoDraft` where this was not asked of this draft.
    """
    found, draft = here(uow, reader, concern), uow.conversations.form(place)
    resident = author(uow, reader, place)
    if isinstance(draft, Draft) and draft.key == key and draft.same == found.id:
        uow.conversations.keep(place, None)
        _join(uow, found, resident)
    elif not (_own(found, resident) or uow.supporters.has(found.id, resident.household.id)):
        raise NoDraft


def join(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> None:
    """The household of `reader` has met it too; twice is once. Raises `NoConcern`, `NotOnRoll`, `Closed`."""
    found, resident = here(uow, reader, concern), uow.residents.speaking(reader)
    if found.state not in OPEN:
        raise Closed(found.number)
    _join(uow, found, resident)


def leave(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """It has not met it after all. Raises `NoConcern`, `NotOnRoll`."""
    found = here(uow, reader, concern)
    uow.supporters.remove(found.id, uow.residents.speaking(reader).household.id)
    return found


def count_duplicate(uow: UnitOfWork, event: ConcernJoined) -> None:
    """Who reported the same thing once more has met it too."""
    if event.concern.original is not None and not event.concern.author.gone:
        _join(uow, uow.concerns.with_id(event.concern.original), event.concern.author)


def _join(uow: UnitOfWork, concern: Concern, resident: Resident) -> None:
    if not _own(concern, resident):
        uow.supporters.add(concern.id, resident, uow.now)


def _own(concern: Concern, resident: Resident) -> bool:
    return concern.author.household.id == resident.household.id


def _likeness(concern: Concern, draft: Draft) -> float:
    return likeness(concern.told.text, draft.told.text)
