"""What people do about their own data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.kit.events import PersonForgotten
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents.model import AgeBand
from bot.rights.model import (
    Correcting,
    Correction,
    CorrectionAsked,
    CorrectionDecided,
    Deletion,
    DeletionNear,
    DeletionPutOff,
    Field,
    Kept,
    Kind,
    LastModerator,
    NothingKept,
    NothingToUndo,
    Outcome,
    read_name,
)
from bot.roles.model import UNTIL_DISMISSED, Act, permit
from bot.unit_of_work import UnitOfWork

AT_ONCE = 20
"""So many people are reminded or forgotten in one transaction."""


def see(uow: UnitOfWork, reader: Reader) -> Sequence[Kept]:
    """All that is kept about this person; that they asked is noted."""
    uow.rights.done(uow.rights.note(Kind.SEE, reader.community, uow.now), Outcome.DONE, uow.now)
    return kept(uow, reader)


def kept(uow: UnitOfWork, reader: Reader) -> Sequence[Kept]:
    """The same, to go on reading."""
    return uow.rights.kept(reader.telegram_id)


def days_of_grace(uow: UnitOfWork) -> int:
    """Between asking to be deleted and being deleted."""
    return uow.settings.rights.grace_days


def ask_deletion(uow: UnitOfWork, reader: Reader) -> Deletion:
    """Be forgotten when the days of grace are over; asking twice is once. Raises `NothingKept`, `LastModerator`."""
    waiting = uow.rights.deletion(reader.telegram_id)
    if waiting is not None:
        return waiting
    if not uow.rights.kept(reader.telegram_id):
        raise NothingKept
    if _is_last(uow, reader.telegram_id, reader.community):
        raise LastModerator
    request = uow.rights.note(Kind.DELETE, reader.community, uow.now)
    due_at = uow.now + timedelta(days=uow.settings.rights.grace_days)
    deletion = Deletion(request, reader.telegram_id, reader.community, uow.now, due_at)
    uow.rights.add_deletion(deletion)
    return deletion


def undo_deletion(uow: UnitOfWork, reader: Reader) -> None:
    """Stay. Raises `NothingToUndo`, `GraceOver`."""
    deletion = uow.rights.deletion(reader.telegram_id)
    if deletion is None:
        raise NothingToUndo(known=uow.residents.account(reader.telegram_id) is not None)
    deletion.check_undoable(uow.now)
    uow.rights.drop_deletion(deletion)
    uow.rights.done(deletion.request, Outcome.UNDONE, uow.now)


def remind_of_deletions(uow: UnitOfWork) -> bool:
    """Whose last days have begun is reminded, once; whether there may be more."""
    near = uow.rights.near(uow.now + timedelta(days=uow.settings.rights.reminder_days), AT_ONCE)
    for deletion in near:
        uow.record(DeletionNear(deletion))
    return len(near) == AT_ONCE


def forget_whom_it_is_time_to_forget(uow: UnitOfWork) -> bool:
    """Erase everybody whose grace is over; whether there may be more.

    All of a person goes in this one transaction: after a crash they are there, or they are not.
    """
    due = uow.rights.due(uow.now, AT_ONCE)
    for deletion in due:
        uow.enter(deletion.community)
        if _is_last(uow, deletion.telegram_id, deletion.community):
            uow.rights.put_off(deletion, uow.now + timedelta(days=1))
            uow.record(DeletionPutOff(deletion))
        else:
            _forget(uow, deletion)
    return len(due) == AT_ONCE


def begin_correction(uow: UnitOfWork, reader: Reader, place: Place, on_roll: bool) -> None:
    """Wait for a name. Raises `NotOnRoll` where the roll has none of this person."""
    if on_roll:
        uow.residents.speaking(reader)
    uow.conversations.keep(place, Correcting(on_roll))


def call_me(uow: UnitOfWork, reader: Reader, place: Place, written: str) -> str:
    """How to be called is everybody's own choice, at once. Raises `NotAName`."""
    name = read_name(written)
    account = uow.residents.account(reader.telegram_id)
    if account is not None:
        uow.residents.save_account(replace(account, name=name), uow.now)
    request = uow.rights.note(Kind.CORRECT, reader.community, uow.now)
    uow.rights.done(request, Outcome.DONE, uow.now)
    uow.conversations.keep(place, None)
    return name


def correct_name(uow: UnitOfWork, reader: Reader, place: Place, written: str) -> Correction:
    """Ask the moderators to put this name on the roll. Raises `NotAName`, `NotOnRoll`."""
    name = read_name(written)
    uow.conversations.keep(place, None)
    return _ask_correction(uow, reader, Field.NAME, name)


def correct_age(uow: UnitOfWork, reader: Reader, age_band: AgeBand) -> Correction:
    """Ask the moderators to put this age band on the roll. Raises `NotOnRoll`."""
    return _ask_correction(uow, reader, Field.AGE, age_band)


def decide(uow: UnitOfWork, reader: Reader, number: int, agreed: bool) -> Correction:
    """A moderator has compared. Raises `NotAllowed`, `NoCorrection`, `DecidedAlready`."""
    correction = uow.rights.correction(number)
    at_home = replace(reader, community=correction.resident.household.community)
    permit(uow.roles.of(at_home), Act.DECIDE_CORRECTION)
    decided = correction.decided(agreed, reader.telegram_id, reader.name)
    if decided != correction:
        uow.rights.save_correction(decided)
        if agreed:
            uow.residents.save_resident(decided.corrected())
        uow.rights.done(decided.request, Outcome.DONE if agreed else Outcome.REFUSED, uow.now)
        uow.record(CorrectionDecided(decided))
    return decided


def _ask_correction(uow: UnitOfWork, reader: Reader, field: Field, new: str) -> Correction:
    """One open request for each field: who asks again before it is decided has changed their mind about it."""
    resident = uow.residents.speaking(reader)
    waiting = uow.rights.waiting(resident, field)
    if waiting is not None and waiting.new == new:
        return waiting
    if waiting is not None:
        correction = replace(waiting, new=new)
        uow.rights.save_correction(correction)
    else:
        request = uow.rights.note(Kind.CORRECT, reader.community, uow.now)
        old = resident.name if field is Field.NAME else resident.age_band
        correction = uow.rights.add_correction(Correction(0, request, resident, field, old, new, uow.now))
    uow.record(CorrectionAsked(correction))
    return correction


def _is_last(uow: UnitOfWork, telegram_id: int, community: CommunityId | None) -> bool:
    if community is None:
        return False
    held = ({reader.telegram_id for reader in uow.roles.holders(community, role)} for role in UNTIL_DISMISSED)
    return {telegram_id} in held


def _forget(uow: UnitOfWork, deletion: Deletion) -> None:
    subjects = uow.rights.erase(deletion.telegram_id)
    uow.outbox.forget(deletion.telegram_id, subjects)
    uow.rights.done(deletion.request, Outcome.DONE, uow.now)
    uow.leave_no_trace()
    uow.record(PersonForgotten(tuple(subjects)))
