"""What people do with concerns."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.concerns.forms import Draft, Replying
from bot.concerns.model import (
    Concern,
    ConcernAnswered,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernHandedOver,
    ConcernId,
    ConcernMoved,
    ConcernRaised,
    ConcernReopened,
    Deed,
    NoConcern,
    NoDraft,
    NoLiaison,
    NothingSaid,
    NotYourConcern,
    Origin,
    Staff,
    Told,
    TooLong,
)
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import Resident
from bot.roles.model import Act, Role, permit
from bot.unit_of_work import UnitOfWork

RECENT = 5
"""So many of one's own concerns are shown."""


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
    _check_length(uow, draft.told)
    uow.conversations.keep(place, draft)
    return draft


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key. Raises `NoDraft` while another one is open."""
    draft = uow.conversations.form(place)
    if isinstance(draft, Draft) and draft.key != key:
        raise NoDraft
    if isinstance(draft, Draft):
        uow.conversations.keep(place, None)


def to_see(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may see in full. Raises `NoConcern`, `NotAllowed`."""
    return _allowed(uow, reader, concern, Act.SEE_CONCERNS)


def to_answer(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may answer now. Raises `NoConcern`, `NotAllowed`, `Closed`."""
    found = _allowed(uow, reader, concern, Act.ANSWER_CONCERN)
    found.answered(_staff(reader))
    return found


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
    _check_length(uow, draft.told)
    where = draft.where or author.household.address
    building = draft.building if draft.where else author.household.building
    return uow.concerns.with_key(draft.key) or _raise(
        uow, author, draft.at(where, building).about(draft.category or "other"), Origin.GROUP
    )


def mine(uow: UnitOfWork, reader: Reader) -> Sequence[Concern]:
    """One's own newest concerns. Raises `NotOnRoll`."""
    return uow.concerns.of(uow.residents.on_roll(reader).id, RECENT)


def author(uow: UnitOfWork, reader: Reader) -> Resident:
    """The resident as whom `reader` speaks, with their household. Raises `NotOnRoll`."""
    return uow.residents.speaking(reader)


def begin_reply(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId) -> Concern:
    """Wait for the words of an answer. Raises `NoConcern`, `NotAllowed`, `Closed`."""
    found = to_answer(uow, reader, concern)
    uow.conversations.keep(place, Replying(found.id, found.number))
    return found


def claim(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A member of staff takes a concern on. Raises `ClaimedAlready`, `Closed`, `NotAllowed`."""
    found = _allowed(uow, reader, concern, Act.CLAIM_CONCERN)
    return _moved(uow, reader, found, found.claimed(_staff(reader)), Deed.CLAIM, ConcernClaimed)


def hand_over(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Hand a concern to the liaison of its building. Raises `NoLiaison`, `Closed`, `NotAllowed`."""
    found = _allowed(uow, reader, concern, Act.HAND_OVER_CONCERN)
    liaison = next(iter(uow.roles.holders(found.community, Role.LIAISON, found.served_by)), None)
    if liaison is None:
        raise NoLiaison(found.served_by)
    handed = found.handed_to(_staff(liaison))
    return _moved(uow, reader, found, handed, Deed.HAND_OVER, ConcernHandedOver, liaison.name)


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
    _check_length(uow, Told(words))
    answered = found.answered(_staff(reader))
    uow.concerns.save(answered)
    count = uow.concerns.note(answered, Deed.ANSWER, reader.telegram_id, uow.now, words)
    uow.record(ConcernAnswered(answered, count, _staff(reader), words))
    if asked is not None:
        uow.conversations.keep(asked, None)
    return answered


def confirm(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author says that it is solved. Raises `NotYourConcern`, `NothingToConfirm`, `ConsentNeeded`."""
    found = _own(uow, reader, concern)
    return _moved(uow, reader, found, found.confirmed(), Deed.CONFIRM, ConcernConfirmed)


def reopen(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Its author says that it is not solved. Raises `NotYourConcern`, `NothingToConfirm`."""
    found = _own(uow, reader, concern)
    return _moved(uow, reader, found, found.reopened(), Deed.REOPEN, ConcernReopened)


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
            due_at=uow.now + timedelta(hours=uow.settings.response.first_hours),
        )
    )
    uow.concerns.note(concern, None, author.telegram_id or 0, uow.now)
    uow.record(ConcernRaised(concern))
    return concern


def _moved(
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
        count = uow.concerns.note(after, deed, reader.telegram_id, uow.now, words)
        uow.record(event(after, count))
    return after


def _check_length(uow: UnitOfWork, told: Told) -> None:
    most = uow.settings.residents.concern_characters
    if len(told.text) > most:
        raise TooLong(most)


def _allowed(uow: UnitOfWork, reader: Reader, concern: ConcernId, act: Act) -> Concern:
    """Whatever community `reader` speaks in: what counts is what they are in the concern's."""
    found = uow.concerns.with_id(concern)
    permit(uow.roles.of(replace(reader, community=found.community)), act, found.served_by)
    return found


def _own(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    found = uow.concerns.with_id(concern)
    if found.author.telegram_id != reader.telegram_id:
        raise NotYourConcern(found.number) if found.community == reader.community else NoConcern
    uow.residents.speaking(replace(reader, community=found.community))
    return found


def _staff(reader: Reader) -> Staff:
    return Staff(reader.telegram_id, reader.name)
