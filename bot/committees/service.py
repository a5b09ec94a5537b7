"""Setting committees up, and looking at them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.committees.model import (
    NAME_CHARACTERS,
    BadName,
    CategoryTaken,
    Committee,
    CommitteeChanged,
    CommitteeEnded,
    CommitteeFounded,
    CommitteeMonth,
    CommitteeReported,
    Months,
    NoCommittee,
    NoMonth,
    Seen,
    work,
)
from bot.kit.people import CommunityId, Reader
from bot.reports.model.dates import read_month, span_of
from bot.reports.model.events import MonthOver
from bot.residents.model import NoCommunity
from bot.roles.model import Act, Dismissed, may, permit
from bot.unit_of_work import UnitOfWork

MONTHS = 12


def listed(uow: UnitOfWork, reader: Reader) -> tuple[Sequence[Committee], bool]:
    """All of them, for everybody; and whether `reader` may set others up. Raises `NoCommunity`."""
    community = _community(reader)
    return uow.committees.all(community), may(uow.roles.of(reader), Act.MANAGE_COMMITTEES)


def see(uow: UnitOfWork, reader: Reader, number: int) -> Seen:
    """Raises `NoCommunity`, `NoCommittee`."""
    found = _here(uow, reader, number)
    manages = may(uow.roles.of(reader), Act.MANAGE_COMMITTEES)
    on_it = uow.roles.on_committee(found.community, found.id)
    names = [uow.residents.reader(one.telegram_id, found.community).name for one in on_it]
    return Seen(found, names, manages)


def found(uow: UnitOfWork, reader: Reader, name: str) -> Committee:
    """Of the same name there is one only. Raises `NoCommunity`, `NotAllowed`, `BadName`."""
    community = _community(reader)
    permit(uow.roles.of(reader), Act.MANAGE_COMMITTEES)
    name = " ".join(name.split())
    if not 1 <= len(name) <= NAME_CHARACTERS:
        raise BadName(NAME_CHARACTERS)
    for one in uow.committees.all(community):
        if one.name == name:
            return one
    made = uow.committees.found(community, name, uow.now)
    uow.record(CommitteeFounded(made))
    return made


def assign(uow: UnitOfWork, reader: Reader, number: int, category: str, *, its_own: bool) -> Seen:
    """Such concerns are the committee's own from now on, or not any more; twice is once.

    Raises `NoCommunity`, `NotAllowed`, `NoCommittee`, `CategoryTaken`.
    """
    committee = _managed(uow, reader, number)
    if (category in committee.categories) != its_own:
        others = (one for one in uow.committees.all(committee.community) if one.id != committee.id)
        if taken := next((one for one in others if category in one.categories), None):
            raise CategoryTaken(category, taken.name)
        after = replace(committee, categories=committee.categories ^ {category})
        uow.committees.save(after)
        uow.record(CommitteeChanged(after))
    return see(uow, reader, number)


def end(uow: UnitOfWork, reader: Reader, number: int) -> None:
    """Its concerns go the usual way again, and its members are thanked.

    Raises `NoCommunity`, `NotAllowed`, `NoCommittee`.
    """
    committee = _managed(uow, reader, number)
    for held in uow.roles.on_committee(committee.community, committee.id):
        uow.roles.end(held, reader.telegram_id)
        uow.record(Dismissed(held))
    uow.committees.end(committee, uow.now)
    uow.record(CommitteeEnded(committee))


def put_months_together(uow: UnitOfWork, event: MonthOver) -> None:
    """Of each committee, once."""
    settings = uow.settings_of(event.community)
    span = span_of(event.month, settings.zone)
    tallied = uow.surveys.tally(event.community, event.month).categories
    for one in uow.committees.all(event.community):
        counted = uow.committee_months.counted(one, span, uow.now)
        came_to = work(one.categories, counted, tallied, settings.coverage.least)
        month = CommitteeMonth(one.id, one.community, event.month, one.name, uow.now, came_to)
        if uow.committee_months.keep(month):
            uow.record(CommitteeReported(month))


def month(uow: UnitOfWork, reader: Reader, number: int, asked: int = 0) -> Months:
    """One that is over, the newest by default; for everybody. Raises `NoCommunity`, `NoCommittee`, `NoMonth`."""
    committee = _here(uow, reader, number)
    months = uow.committee_months.months(committee.id, MONTHS)
    day = read_month(asked) if asked else (months[0] if months else None)
    found = uow.committee_months.of(committee.id, day) if day else None
    if found is None:
        raise NoMonth(number)
    return Months(found, months)


def _managed(uow: UnitOfWork, reader: Reader, number: int) -> Committee:
    _community(reader)
    permit(uow.roles.of(reader), Act.MANAGE_COMMITTEES)
    return _here(uow, reader, number)


def _here(uow: UnitOfWork, reader: Reader, number: int) -> Committee:
    for one in uow.committees.all(_community(reader)):
        if one.id == number:
            return one
    raise NoCommittee


def _community(reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    return reader.community
