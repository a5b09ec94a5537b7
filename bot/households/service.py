"""Naming a household's representative, taking it back, moving out."""

from dataclasses import replace

from bot.households.model import (
    AnotherMustAgree,
    End,
    Home,
    How,
    Mandate,
    NothingToDecide,
    RepresentationEnded,
    RepresentativeAccepted,
    RepresentativeProposed,
    RevocationAsked,
)
from bot.kit.people import Reader
from bot.residents.model import AgeBand, Resident, ResidentId, ResidentJoined, ResidentTakenOff
from bot.roles.model import TooYoung
from bot.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, reader: Reader) -> Home:
    """One's own household; names stay within it. Raises `NotOnRoll`."""
    me = uow.residents.speaking(reader)
    joined = [one for one in uow.residents.household_members(me.household.id) if one.telegram_id is not None]
    home = me.household.id
    return Home(me, joined, uow.households.mandate(home, accepted=True), uow.households.mandate(home, accepted=False))


def propose(uow: UnitOfWork, reader: Reader, resident: ResidentId) -> Mandate:
    """An adult proposes an adult of the same household; the same proposal twice is one.

    Oneself only where nobody else has joined. Raises `NotOnRoll`, `NotOfHousehold`, `TooYoung`, `AnotherMustAgree`.
    """
    home = look(uow, reader)
    nominee = home.member(resident)
    _check_age(home.me, nominee)
    if nominee not in home.others:
        raise AnotherMustAgree
    for standing in (home.mandate, home.proposal):
        if standing is not None and standing.resident == resident:
            return standing
    if home.proposal is not None:
        uow.households.end(home.proposal, End.REPLACED, uow.now)
    made = uow.households.propose(nominee, home.me, uow.now)
    uow.record(RepresentativeProposed(made))
    return made


def answer(uow: UnitOfWork, reader: Reader, mandate: int, agreed: bool) -> Home:
    """The proposed one accepts or declines; twice is once. Raises `NotOnRoll`, `NothingToDecide`, `TooYoung`."""
    home = look(uow, reader)
    if home.mandate is not None and home.mandate.id == mandate and agreed and home.mandate.resident == home.me.id:
        return home
    proposal = home.proposal
    if proposal is None or proposal.id != mandate or proposal.resident != home.me.id:
        raise NothingToDecide
    _check_age(home.me)
    if not agreed:
        uow.households.end(proposal, End.DECLINED, uow.now)
        return look(uow, reader)
    if home.mandate is not None:
        _end(uow, home.mandate, End.REPLACED)
    uow.households.accept(proposal, uow.now)
    uow.record(RepresentativeAccepted(replace(proposal, accepted=True)))
    return look(uow, reader)


def resign(uow: UnitOfWork, reader: Reader, mandate: int) -> Home:
    """The representative gives it back; twice is once. Raises `NotOnRoll`."""
    home = look(uow, reader)
    if home.mandate is not None and home.mandate.id == mandate and home.mandate.resident == home.me.id:
        _end(uow, home.mandate, End.RESIGNED)
    return look(uow, reader)


def revoke(uow: UnitOfWork, reader: Reader, mandate: int) -> Mandate | None:
    """An adult member asks to end the mandate; when a second one agrees it has ended, and None is returned.

    Raises `NotOnRoll`, `NothingToDecide`, `TooYoung`.
    """
    home = look(uow, reader)
    _check_age(home.me)
    held = home.mandate
    if held is None or held.id != mandate or held.resident == home.me.id:
        raise NothingToDecide
    if held.against == home.me.id:
        return held
    if held.against is not None and any(one.id == held.against for one in home.joined):
        _end(uow, held, End.REVOKED)
        return None
    asked = replace(held, against=home.me.id)
    uow.households.ask_to_end(held, home.me)
    uow.record(RevocationAsked(asked))
    return asked


def move_out(uow: UnitOfWork, reader: Reader) -> Resident:
    """Leave the household. What was counted stays. Raises `NotOnRoll`, for the second tap too."""
    home = look(uow, reader)
    for mandate in (home.mandate, home.proposal):
        if mandate is not None and mandate.resident == home.me.id:
            _end(uow, mandate, End.MOVED)
    uow.households.note_move(home.me, How.LEFT, uow.now)
    uow.residents.leave(home.me.id, uow.now)
    return home.me


def follow_joining(uow: UnitOfWork, event: ResidentJoined) -> None:
    """Whoever joins by a code lives there from now on, and speaks for no other household of the community."""
    uow.households.end_elsewhere(event.resident, uow.now)
    uow.households.note_move(event.resident, How.JOINED, uow.now)


def follow_taking_off(uow: UnitOfWork, event: ResidentTakenOff) -> None:
    """Whom the roll's file took off has left, and speaks for the household no more."""
    household = event.resident.household.id
    for mandate in (uow.households.mandate(household, accepted=accepted) for accepted in (True, False)):
        if mandate is not None and mandate.resident == event.resident.id:
            _end(uow, mandate, End.MOVED)
    uow.households.note_move(event.resident, How.LEFT, uow.now)


def _check_age(*people: Resident) -> None:
    if any(one.age_band is AgeBand.MINOR for one in people):
        raise TooYoung


def _end(uow: UnitOfWork, mandate: Mandate, how: End) -> None:
    uow.households.end(mandate, how, uow.now)
    if mandate.accepted:
        uow.record(RepresentationEnded(mandate, how))
