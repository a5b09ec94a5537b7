"""Appointing."""

from bot.residents.model import CommunitySetUp
from bot.roles.model import Appointment, Role
from bot.unit_of_work import UnitOfWork


def founder_moderates(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """Who sets a new community up is its first moderator; later set-ups appoint nobody."""
    if event.new:
        uow.roles.appoint(Appointment(event.community.id, event.by, Role.MODERATOR))
