"""How far somebody's roles reach."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId
from bot.inbox.model import Asked, Filter
from bot.kit.people import Reader
from bot.roles.model import Act, Appointment, may_somewhere, permit, permit_somewhere, reach
from bot.unit_of_work import UnitOfWork


def asked(uow: UnitOfWork, reader: Reader, act: Act, only: Filter) -> Asked:
    """What of the open concerns somebody may do this with. Raises `NotAllowed`, `ConsentNeeded`."""
    held = uow.roles.of(reader)
    permit_somewhere(held, act)
    return Asked(held[0].community, reach(held, act), only, uow.now)


def may_anything(uow: UnitOfWork, reader: Reader, act: Act) -> bool:
    return may_somewhere(uow.roles.of(reader), act)


def allowed(uow: UnitOfWork, reader: Reader, concern: ConcernId, act: Act) -> Concern:
    """Whatever community `reader` speaks in: what counts is what they are in the concern's.

    Raises `NoConcern`, `NotAllowed`.
    """
    found = uow.concerns.with_id(concern)
    permit(held_for(uow, reader, found), act, found.served_by, found.category)
    return found


def held_for(uow: UnitOfWork, reader: Reader, concern: Concern) -> Sequence[Appointment]:
    return uow.roles.of(replace(reader, community=concern.community))
