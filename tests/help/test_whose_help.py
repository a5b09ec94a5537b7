"""Who may take a request for help: the staff of the community that was asked, and nobody else."""

import pytest

from bot.help import service
from bot.help.model import HelpRequest
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Appointment, NotAllowed, Role
from bot.unit_of_work import UnitOfWork
from tests.neighbours import Neighbourhood

LI = Reader(5000003, "李明", community=CommunityId(1), known=True)


def asked(uow: UnitOfWork) -> HelpRequest:
    return service.ask(uow, LI)


def elsewhere(uow: UnitOfWork, *roles: Role) -> Reader:
    """Somebody who has these roles in another community, and acts there."""
    other = uow.residents.found("春风里", uow.now).id
    for role in roles:
        uow.roles.appoint(Appointment(other, 5000004, role))
    return Reader(5000004, "赵敏", community=other, known=True)


async def test_a_moderator_of_another_community_is_refused(town: Neighbourhood) -> None:
    def take(uow: UnitOfWork) -> None:
        service.take(uow, elsewhere(uow, Role.MODERATOR), asked(uow).id)

    with pytest.raises(NotAllowed):
        await town.running.town.do(take)


async def test_a_moderator_of_both_helps_whatever_community_they_last_spoke_in(town: Neighbourhood) -> None:
    def take(uow: UnitOfWork) -> HelpRequest:
        uow.roles.appoint(Appointment(CommunityId(1), 5000004, Role.MODERATOR))
        return service.take(uow, elsewhere(uow), asked(uow).id)

    assert (await town.running.town.do(take)).helper == "赵敏"


async def test_a_liaison_with_another_role_beside_helps(town: Neighbourhood) -> None:
    def take(uow: UnitOfWork) -> HelpRequest:
        uow.roles.appoint(Appointment(CommunityId(1), 5000002, Role.REPRESENTATIVE, 3))
        return service.take(uow, Reader(5000002, "陈建国", community=CommunityId(1), known=True), asked(uow).id)

    assert (await town.running.town.do(take)).helper == "陈建国"
