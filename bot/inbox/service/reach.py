"""How far somebody's roles reach."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId
from bot.inbox.model import Asked, Filter
from bot.kit.people import Reader
from bot.roles.model import MAY, Act, Appointment, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork


def asked(uow: UnitOfWork, reader: Reader, act: Act, only: Filter) -> Asked:
    """What of the open concerns somebody may do this with. Raises `NotAllowed`, `ConsentNeeded`."""
    held = uow.roles.of(reader)
    permit_somewhere(held, act)
    return Asked(held[0].community, _buildings(held, act), only, uow.now)


def may_somewhere(uow: UnitOfWork, reader: Reader, act: Act) -> bool:
    return any(act in MAY[held.role] for held in uow.roles.of(reader))


def allowed(uow: UnitOfWork, reader: Reader, concern: ConcernId, act: Act) -> Concern:
    """Whatever community `reader` speaks in: what counts is what they are in the concern's.

    Raises `NoConcern`, `NotAllowed`.
    """
    found = uow.concerns.with_id(concern)
    permit(held_for(uow, reader, found), act, found.served_by)
    return found


def held_for(uow: UnitOfWork, reader: Reader, concern: Concern) -> Sequence[Appointment]:
    return uow.roles.of(replace(reader, community=concern.community))


def _buildings(held: Sequence[Appointment], act: Act) -> Collection[int] | None:
    reached = {one.building for one in held if act in MAY[one.role]}
    return None if None in reached else {building for building in reached if building is not None}
