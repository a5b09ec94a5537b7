"""When too few come: moderators hear of it, and alternates are asked in their order, as many as are missing."""

from collections.abc import Iterator
from dataclasses import replace

from bot.attendance.model.alternates import NEAR, AlternateAsked, Ask, QuorumInDoubt, answer_by
from bot.attendance.model.reminders import Kind
from bot.attendance.model.rsvp import Answered
from bot.attendance.service.coming import expected
from bot.delivery.model import considerate
from bot.roles.model import Role
from bot.sittings.model.sitting import Sitting
from bot.unit_of_work import UnitOfWork


def look_at_quorum(uow: UnitOfWork, sitting: Sitting) -> None:
    """Will enough come? If not, it is told, and alternates are asked."""
    found = expected(uow, sitting)
    if found.missing:
        asked = _ask_alternates(uow, sitting, found.missing)
        uow.record(QuorumInDoubt(sitting, found, asked))


def follow_answer(uow: UnitOfWork, event: Answered) -> None:
    """An alternate has answered; or somebody changes, late, what was looked at."""
    sitting, signup = event.sitting, event.signup
    for ask in uow.alternates.asked(sitting.id):
        if ask.telegram_id == signup.telegram_id and ask.settled_at is None:
            uow.alternates.settle(ask, uow.now)
    if not signup.coming and any(look.sent_at for look in uow.reminders.of(sitting.id, Kind.SHORTFALL)):
        look_at_quorum(uow, sitting)


def see_to_silence(uow: UnitOfWork) -> bool:
    """Who has not answered in time is waited for no longer: the next one is asked. Whether there may be more."""
    ask = uow.alternates.silent(uow.now)
    if ask is None:
        return False
    uow.alternates.settle(ask, uow.now)
    sitting = uow.sittings.with_id(ask.sitting)
    uow.enter(sitting.community)
    if not sitting.off:
        _ask_alternates(uow, sitting, expected(uow, sitting).missing)
    return True


def _ask_alternates(uow: UnitOfWork, sitting: Sitting, missing: int) -> int:
    """As many as are missing and not asked yet; how many are asked, with those who have not answered yet."""
    asked = sum(ask.settled_at is None for ask in uow.alternates.asked(sitting.id))
    at = considerate(uow.now, uow.settings)
    if at >= sitting.starts_at - NEAR:
        return asked
    for ask in _next(uow, sitting):
        if asked >= missing:
            break
        timed = replace(ask, asked_at=at, until=answer_by(sitting, at))
        uow.alternates.ask(timed)
        uow.record(AlternateAsked(sitting, timed, missing))
        asked += 1
    return asked


def _next(uow: UnitOfWork, sitting: Sitting) -> Iterator[Ask]:
    """Alternates in their order. Who said that they come stands in at once; who does not come is not asked."""
    asked = {ask.telegram_id for ask in uow.alternates.asked(sitting.id)}
    council = {reader.telegram_id for reader in uow.roles.holders(sitting.community, Role.REPRESENTATIVE)}
    for reader in uow.roles.holders(sitting.community, Role.ALTERNATE):
        signup = uow.attendance.signup(sitting.id, reader.telegram_id)
        if reader.telegram_id in asked | council or (signup and not signup.coming):
            continue
        settled_at = uow.now if signup else None
        yield Ask(sitting.id, reader.telegram_id, uow.now, sitting.starts_at, settled_at)
