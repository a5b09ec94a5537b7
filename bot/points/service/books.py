"""The books of the points: for moderators, and for supervisors, who see everything and change nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from bot.kit.people import CommunityId, Reader
from bot.points.model.books import Books, Written
from bot.points.model.ledger import Kind, Owner
from bot.points.model.sheet import month_after, read_month
from bot.residents.model import HouseholdId, NoCommunity
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def look(uow: UnitOfWork, reader: Reader) -> Books:
    """This month at a glance, and what looks unusual lately. Raises `NotAllowed`, `NoCommunity`."""
    community = _permitted(uow, reader)
    watch, books = uow.settings.points.watch, uow.point_books
    month = uow.now.astimezone(uow.settings.zone).date().replace(day=1)
    since = uow.now - timedelta(days=watch.days)
    given = books.awarded(community, _begins(uow, month), _begins(uow, month_after(month)))
    pairs = books.pairs(community, since, watch.pair_times)
    bursts = books.bursts(community, since, watch.burst_minutes, watch.burst_times)
    called = partial(uow.residents.called, community)
    return Books(
        sums=books.trial(community),
        budget=uow.ledger.balance(uow.ledger.this_month(community, Kind.BUDGET)),
        goods=uow.ledger.balance(uow.ledger.this_month(community, Kind.GOODS)),
        givers=[replace(one, name=called(one.giver)) for one in given],
        pairs=[replace(one, giver_name=called(one.giver), taker_name=called(one.taker)) for one in pairs],
        bursts=[replace(one, name=called(one.giver)) for one in bursts],
        days=watch.days,
        month=month,
    )


def export(uow: UnitOfWork, reader: Reader, number: int) -> tuple[date, Sequence[tuple[Written, str, str, str]]]:
    """All entries of a month, as `read_month` reads its number, each with the names of its sides and its giver.

    Raises `NotAllowed`, `NoCommunity`.
    """
    community = _permitted(uow, reader)
    month = read_month(number, uow.now.astimezone(uow.settings.zone).date())
    names: dict[Owner, str] = {}

    def name(owner: Owner | None) -> str:
        if owner is None:
            return ""
        if owner not in names:
            names[owner] = _called(uow, owner)
        return names[owner]

    found = list(uow.point_books.written(community, month, month_after(month)))
    return month, [(one, name(one.source), name(one.target), name(one.giver)) for one in found]


def _called(uow: UnitOfWork, owner: Owner) -> str:
    if owner.kind is Kind.PERSON:
        return uow.residents.called(owner.community, owner.holder)
    if owner.kind is Kind.HOUSEHOLD:
        return uow.residents.household(HouseholdId(owner.holder)).address
    return ""


def _begins(uow: UnitOfWork, month: date) -> datetime:
    return datetime.combine(month, time(), uow.settings.zone)


def _permitted(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.SEE_BOOKS)
    return reader.community
