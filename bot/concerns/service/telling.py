"""A resident tells a concern: the draft, and the concern that it becomes."""

from collections.abc import Callable

from bot.concerns.forms import Draft
from bot.concerns.model.concern import Concern, ConcernId, Origin
from bot.concerns.model.deadline import first_deadline
from bot.concerns.model.events import ConcernRaised
from bot.concerns.model.refusals import NoDraft, NothingSaid
from bot.concerns.service.deeds import check_length, times
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: Draft) -> Draft:
    """Start to tell a concern, or go on with the one that is half told. Raises `NotOnRoll`, `NoDraft`.

    What was only offered is no concern: who then starts one, starts anew.
    """
    draft = uow.conversations.form(place)
    if uow.repeated and not isinstance(draft, Draft):
        raise NoDraft  # what this update began has ended since
    uow.residents.speaking(reader)
    if not isinstance(draft, Draft) or (draft.offered and not new.offered):
        draft = new
        uow.conversations.keep(place, draft)
    return draft


def begin_with(uow: UnitOfWork, reader: Reader, place: Place, new: Draft, tell: Callable[[Draft], Draft]) -> Draft:
    """Start, or go on, with something told already. Raises `NotOnRoll`, `NoDraft`, `TooLong`."""
    begin(uow, reader, place, new)
    return change(uow, place, tell)


def change(uow: UnitOfWork, place: Place, tell: Callable[[Draft], Draft]) -> Draft:
    """Tell more of the open draft. Raises `NoDraft`, `TooLong`."""
    draft = uow.conversations.form(place)
    if not isinstance(draft, Draft):
        raise NoDraft
    if uow.repeated:
        return draft  # it was told before
    draft = tell(draft)
    check_length(uow, draft.told)
    uow.conversations.keep(place, draft)
    return draft


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key. Raises `NoDraft` while another one is open."""
    draft = uow.conversations.form(place)
    if isinstance(draft, Draft) and draft.key != key:
        raise NoDraft
    if isinstance(draft, Draft):
        uow.conversations.keep(place, None)


def raise_draft(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Concern:
    """The draft is right: make it a concern. Once for each key, however often it is confirmed. Raises `NoDraft`."""
    raised = uow.concerns.with_key(key)
    if raised is not None and raised.author.telegram_id == reader.telegram_id:
        return raised
    draft = uow.conversations.form(place)
    if not isinstance(draft, Draft) or draft.key != key:
        raise NoDraft
    uow.conversations.keep(place, None)
    return _raise(uow, uow.residents.speaking(reader), draft, Origin.PRIVATE)


def raise_in_group(uow: UnitOfWork, reader: Reader, draft: Draft) -> Concern:
    """Raise at once what was told in the group. Raises `NotOnRoll`, `NothingSaid`, `TooLong`."""
    author = uow.residents.speaking(reader)
    if not draft.told.says_what:
        raise NothingSaid
    check_length(uow, draft.told)
    where = draft.where or author.household.address
    building = draft.building if draft.where else author.household.building
    return uow.concerns.with_key(draft.key) or _raise(
        uow, author, draft.at(where, building).about(draft.category or "other"), Origin.GROUP
    )


def author(uow: UnitOfWork, reader: Reader) -> Resident:
    """The resident as whom `reader` speaks, with their household. Raises `NotOnRoll`."""
    return uow.residents.speaking(reader)


def _raise(uow: UnitOfWork, author: Resident, draft: Draft, origin: Origin) -> Concern:
    community = author.household.community
    concern = uow.concerns.add(
        Concern(
            id=ConcernId(0),
            community=community,
            number=uow.concerns.next_number(community),
            key=draft.key,
            author=author,
            told=draft.told,
            where=draft.where,
            building=draft.building,
            category=draft.category,
            origin=origin,
            raised_at=uow.now,
            deadline=first_deadline(times(uow)),
        )
    )
    uow.concerns.note(concern, None, author.telegram_id or 0, uow.now)
    uow.record(ConcernRaised(concern))
    return concern
