"""Who is entitled as of now, as queries to insert from: entries, who may cast for them, and owners' units."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
)

from bot.residents.model import AgeBand, HouseholdId
from bot.roles.model import Role
from bot.roll.model import OwnerKind
from bot.votes.model.owners import State as UnitState
from bot.votes.model.rule import Electorate
from bot.votes.model.vote import Vote
from storage.households import household_representatives as mandates
from storage.owners import owners, ownerships
from storage.roles import appointments, in_force
from storage.roll import accounts, households, residents
from storage.vote_tables import entries, voters

Insert = tuple[Sequence[str], Select[Any]]
"""Names of columns, and the rows that go into them."""

ADULT = and_(residents.c.left_at.is_(None), residents.c.name != "", residents.c.age_band != AgeBand.MINOR)
PERSON = func.coalesce(residents.c.telegram_id, residents.c.held_by)
"""Who has joined as this resident, wherever they speak from."""
SPEAKS_FIRST = (residents.c.telegram_id.is_(None), residents.c.id)
"""Of several places of one person, the one from which they speak stands for them."""
VOTES_NOW = and_(ownerships.c.until.is_(None), ownerships.c.votes)
DOOR = (
    cast(households.c.building, String) + "-" + cast(households.c.unit, String) + "-" + households.c.room
)  # fmt: skip
MANDATED = exists().where(
    mandates.c.household_id == households.c.id,
    mandates.c.until.is_(None),
    mandates.c.from_at.is_not(None),
    residents.c.id == mandates.c.resident_id,
    residents.c.household_id == households.c.id,
    residents.c.left_at.is_(None),
    mandates.c.telegram_id == residents.c.telegram_id,
)
"""The household has somebody who speaks for it, and who still lives there."""


def entries_of(vote: Vote, now: datetime) -> Insert:
    """One row a ballot."""
    match vote.rule.electorate:
        case Electorate.HOUSEHOLDS:
            return _households(vote)
        case Electorate.RESIDENTS:
            return _residents(vote)
        case Electorate.OWNERS:
            return _owners(vote)
        case Electorate.COUNCIL:
            return _seats(vote, now)


def people_of(vote: Vote) -> Insert:
    """Who may cast for the entries: a household's adults or the one it has named, a person, an owner who lives here.

    One person has one ballot in a vote, wherever they have places.
    """
    names = ("vote_id", "entry_id", "resident_id", "telegram_id")
    of_vote = entries.c.vote_id == vote.id
    if vote.rule.electorate is Electorate.COUNCIL:
        return names, select(entries.c.vote_id, entries.c.id, null(), entries.c.seat).where(of_vote)
    which = func.row_number().over(partition_by=PERSON, order_by=SPEAKS_FIRST)
    places = (
        select(
            entries.c.vote_id, entries.c.id, residents.c.id.label("resident"), PERSON.label("person"), which.label("n")
        )
        .select_from(_with_people(vote.rule.electorate))
        .where(of_vote, ADULT)
        .subquery()
    )
    person = case((places.c.n == 1, places.c.person), else_=null())
    return names, select(places.c.vote_id, places.c.id, places.c.resident, person)


def units_of(vote: Vote) -> Insert:
    """What each owner votes with."""
    names = ("vote_id", "entry_id", "unit", "building", "area", "state")
    developers = owners.c.kind == OwnerKind.DEVELOPER
    state = case((developers & _bought(), UnitState.UNDELIVERED), (developers, UnitState.UNSOLD), else_=UnitState.SOLD)
    rows = select(entries.c.vote_id, entries.c.id, DOOR, households.c.building, households.c.area, state)
    voter = owners.alias()
    both_developers = and_(voter.c.kind == OwnerKind.DEVELOPER, owners.c.kind == OwnerKind.DEVELOPER)
    theirs = and_(owners.c.community_id == vote.community, or_(owners.c.id == voter.c.id, both_developers))
    owned = (
        entries.join(voter, voter.c.id == entries.c.owner_id)
        .join(owners, theirs)
        .join(ownerships, ownerships.c.owner_id == owners.c.id)
    )
    owned = owned.join(households, households.c.id == ownerships.c.household_id)
    return names, rows.select_from(owned).where(entries.c.vote_id == vote.id, VOTES_NOW, _here(vote))


def _bought() -> ColumnElement[bool]:
    """Somebody owns it beside the developer, who votes for it until it is handed over (司法解释 9)."""
    bought, buyer = ownerships.alias(), owners.alias()
    theirs = (bought.c.household_id == households.c.id, bought.c.until.is_(None), buyer.c.id == bought.c.owner_id)
    return exists().where(*theirs, buyer.c.kind != OwnerKind.DEVELOPER)


def _with_people(electorate: Electorate) -> Any:
    if electorate is Electorate.RESIDENTS:
        return entries.join(residents, residents.c.id == entries.c.resident_id)
    if electorate is Electorate.HOUSEHOLDS:
        speaks = or_(~entries.c.represented, _speaks_for_household())
        return entries.join(residents, and_(residents.c.household_id == entries.c.household_id, speaks))
    owned = entries.join(owners, owners.c.id == entries.c.owner_id)
    owned = owned.join(ownerships, and_(ownerships.c.owner_id == owners.c.id, VOTES_NOW))
    same = and_(residents.c.household_id == ownerships.c.household_id, residents.c.name == owners.c.name)
    return owned.join(residents, same)


def _households(vote: Vote) -> Insert:
    names = ("vote_id", "household_id", "label", "building", "tenure", "represented")
    someone = exists().where(residents.c.household_id == households.c.id, ADULT)
    columns = (literal(vote.id), households.c.id, DOOR, households.c.building, households.c.tenure, MANDATED)
    return names, select(*columns).where(_here(vote), someone).order_by(households.c.id)


def _residents(vote: Vote) -> Insert:
    """Somebody who has several flats is one person."""
    names = ("vote_id", "resident_id", "label", "building", "tenure", "age_band", "represented")
    whose = func.coalesce(PERSON, -residents.c.id)
    which = func.row_number().over(partition_by=whose, order_by=SPEAKS_FIRST)
    shown = (residents.c.id, DOOR.label("door"), households.c.building, households.c.tenure, residents.c.age_band)
    places = select(*shown, residents.c.name, which.label("n")).join(households).where(_here(vote), ADULT).subquery()
    label = places.c.door + " " + places.c.name
    columns = (literal(vote.id), places.c.id, label, places.c.building, places.c.tenure, places.c.age_band, false())
    return names, select(*columns).where(places.c.n == 1).order_by(places.c.id)


def _owners(vote: Vote) -> Insert:
    """Whoever votes for a unit, once, however many they own; the developer is one."""
    names = ("vote_id", "owner_id", "label", "represented")
    owned = exists().where(
        ownerships.c.owner_id == owners.c.id, VOTES_NOW, households.c.id == ownerships.c.household_id, _here(vote)
    )
    namesake = owners.alias()
    same_name = exists().where(
        namesake.c.community_id == owners.c.community_id,
        namesake.c.name == owners.c.name,
        namesake.c.id < owners.c.id,
    )
    developer = owners.alias()
    another = exists().where(
        developer.c.community_id == owners.c.community_id,
        developer.c.kind == OwnerKind.DEVELOPER,
        developer.c.id < owners.c.id,
        ownerships.c.owner_id == developer.c.id,
        VOTES_NOW,
        households.c.id == ownerships.c.household_id,
        _here(vote),
    )
    once = or_(owners.c.kind != OwnerKind.DEVELOPER, ~another)
    label = case((same_name, owners.c.name + " (" + owners.c.kind + ")"), else_=owners.c.name)
    columns = (literal(vote.id), owners.c.id, label, false())
    return names, select(*columns).where(owned, once).order_by(owners.c.id)


def _seats(vote: Vote, now: datetime) -> Insert:
    """Whoever represents several buildings has one seat."""
    names = ("vote_id", "seat", "label", "represented")
    in_office = (appointments.c.community_id == vote.community, appointments.c.role == Role.REPRESENTATIVE)
    seats = select(appointments.c.telegram_id).distinct().where(*in_office, in_force(now)).subquery()
    named = seats.outerjoin(accounts, accounts.c.telegram_id == seats.c.telegram_id)
    label = func.coalesce(accounts.c.name, "")
    columns = (literal(vote.id), seats.c.telegram_id, label, false())
    return names, select(*columns).select_from(named).order_by(seats.c.telegram_id)


def _here(vote: Vote) -> ColumnElement[bool]:
    """Households that are asked."""
    building = vote.rule.building
    where = true() if building is None else households.c.building == building
    return and_(households.c.community_id == vote.community, households.c.left_at.is_(None), where)


def _speaks_for_household() -> ColumnElement[bool]:
    return exists().where(
        mandates.c.resident_id == residents.c.id,
        mandates.c.until.is_(None),
        mandates.c.from_at.is_not(None),
        mandates.c.telegram_id == residents.c.telegram_id,
    )


def represented_by(vote: Vote, household: HouseholdId) -> Select[tuple[str]]:
    """The name of whoever the household had named, where it had."""
    named = entries.join(voters, voters.c.entry_id == entries.c.id).join(residents)
    theirs = (entries.c.vote_id == vote.id, entries.c.household_id == household, entries.c.represented)
    return select(residents.c.name).select_from(named).where(*theirs).limit(1)
