"""Naming a household's representative, taking it back, moving out."""

from dataclasses import replace

from bot.households.model import (
    AnotherMustAgree,
    End,
    Home,
    How,
    Mandate,
    NothingToDecide,
    NotYourFlat,
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
    """The household for which `reader` speaks; names stay within it. Raises `NotOnRoll`."""
    me = uow.residents.speaking(reader)
    return replace(_home(uow, me), further=uow.residents.further(reader.telegram_id, me.household.community))


def speak_for(uow: UnitOfWork, reader: Reader, resident: ResidentId) -> Home:
    """From now on `reader` speaks for another flat that is theirs; twice is once. Raises `NotOnRoll`, `NotYourFlat`."""
    home = look(uow, reader)
    if home.me.id == resident:
        return home
    if resident not in {one.id for one in home.further}:
        raise NotYourFlat
    uow.residents.claim_place(resident, reader.telegram_id, uow.now, both=True)
    return look(uow, reader)


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
    home = _asked_in(uow, reader, mandate)
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
    home = _asked_in(uow, reader, mandate)
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


def move_out(uow: UnitOfWork, reader: Reader, resident: ResidentId) -> Resident | None:
    """Leave the household, and speak for another flat if there is one: returns it. What was counted stays.

    Raises `NotOnRoll`, for the second tap too; `NotYourFlat` where it is not the one they speak for.
    """
    me = uow.residents.speaking(reader)
    if me.id != resident:
        raise NotYourFlat
    _end_all(uow, me)
    uow.households.note_move(me, How.LEFT, uow.now)
    uow.residents.leave(me.id, uow.now)
    return _speak_for_next(uow, me)


def follow_joining(uow: UnitOfWork, event: ResidentJoined) -> None:
    """Whoever joins by a code lives there from now on; what they left for it they no longer speak for."""
    before, home = event.before, event.resident.household
    if before is not None and not event.both:
        _end_all(uow, before)
        if before.household.id != home.id:
            uow.households.note_move(before, How.MOVED, uow.now, home.id)
    uow.households.note_move(event.resident, How.JOINED, uow.now)


def follow_taking_off(uow: UnitOfWork, event: ResidentTakenOff) -> None:
    """Whom the roll's file took off has left, and speaks for the household no more."""
    _end_all(uow, event.resident)
    uow.households.note_move(event.resident, How.LEFT, uow.now)
    if event.resident.telegram_id is not None:
        _speak_for_next(uow, event.resident)


def _home(uow: UnitOfWork, me: Resident) -> Home:
    joined = [one for one in uow.residents.household_members(me.household.id) if one.person is not None]
    home = me.household.id
    return Home(me, joined, uow.households.mandate(home, accepted=True), uow.households.mandate(home, accepted=False))


def _asked_in(uow: UnitOfWork, reader: Reader, mandate: int) -> Home:
    """Of all the flats that are theirs the one in which this is asked; else the one for which they speak."""
    here = look(uow, reader)
    homes = [here, *(_home(uow, flat) for flat in here.further)]
    asked = (home for home in homes if mandate in {one.id for one in (home.mandate, home.proposal) if one is not None})
    return next(asked, here)


def _speak_for_next(uow: UnitOfWork, left: Resident) -> Resident | None:
    """Nobody has a flat and speaks for none."""
    person = left.person or 0
    further = uow.residents.further(person, left.household.community)
    if not further:
        return None
    uow.residents.claim_place(further[0].id, person, uow.now)
    return uow.residents.resident(further[0].id)


def _check_age(*people: Resident) -> None:
    if any(one.age_band is AgeBand.MINOR for one in people):
        raise TooYoung


def _end_all(uow: UnitOfWork, resident: Resident) -> None:
    """Whatever they speak for, or are proposed for, in the household that they leave."""
    for mandate in uow.households.standing(resident):
        _end(uow, mandate, End.MOVED)


def _end(uow: UnitOfWork, mandate: Mandate, how: End) -> None:
    uow.households.end(mandate, how, uow.now)
    if mandate.accepted:
        uow.record(RepresentationEnded(mandate, how))
