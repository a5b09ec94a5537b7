"""The ten of a month as they stand by now."""

from dataclasses import replace
from datetime import date

from bot.concerns.model.concern import Concern
from bot.kit.people import CommunityId, Reader
from bot.reports.model.dates import month_before, month_of
from bot.reports.model.lists import Place, TopTen
from bot.reports.service.figures import here
from bot.roles.model import Act, Role, allowing
from bot.unit_of_work import UnitOfWork


def see_ten(uow: UnitOfWork, reader: Reader, asked: date | None = None) -> TopTen:
    """Of this month, or of another one; for who lives here or has a role. Raises `NoCommunity`, `NotOnRoll`."""
    community = here(uow, reader)
    there = replace(reader, community=community)
    if not uow.roles.of(there):
        uow.residents.on_roll(there)
    return ten_of(uow, community, asked or month_of(uow.now, uow.settings.zone))


def ten_of(uow: UnitOfWork, community: CommunityId, month: date) -> TopTen:
    """Whoever asks: there are no names and no words in it."""
    places = []
    for ranked in uow.reports.chosen(community, month):
        concern = uow.concerns.with_id(ranked.concern)
        places.append(Place(ranked, concern, owner(uow, concern)))
    return TopTen(month, places, earlier=bool(uow.reports.chosen(community, month_before(month))))


def owner(uow: UnitOfWork, concern: Concern) -> Role | None:
    """As what its handler sees to it; None where nobody does, or whoever did may not any more."""
    if concern.handler is None:
        return None
    held = uow.roles.held_by(concern.community, concern.handler.telegram_id)
    answering = allowing(held, Act.ANSWER_CONCERN)
    roles = [one.role for one in answering if one.covers(concern.served_by, concern.category)]
    return min(roles, key=list(Role).index, default=None)
