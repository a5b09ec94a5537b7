"""名册: who may vote, frozen by a few statements however many they are."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Exists,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from bot.residents.model import AgeBand
from bot.roles.model import Role
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.owners import State as UnitState
from bot.votes.model.owners import Unit
from bot.votes.model.refusals import NoVote, WhyNot
from bot.votes.model.roll import Entry, EntryId, Standing, Turnout
from bot.votes.model.rule import Electorate
from bot.votes.model.vote import State, Vote, VoteId
from storage.prepared import Prepared
from storage.roles import MAY_BE_TOLD, appointments
from storage.roll import accounts, has_place, households, residents
from storage.schema import Moment
from storage.vote_freezing import entries_of, people_of, represented_by, units_of
from storage.vote_rows import entry_of, vote_of
from storage.vote_tables import entries, units, voters, votes

ENTRY = (entries.c.id.label("entry_id"), entries.c.label, entries.c.building, entries.c.origin)
VOTED = entries.c.origin.is_not(None)


def _guides(person: ColumnElement[int], now: ColumnElement[datetime]) -> Exists:
    """In the community of `votes`."""
    return exists().where(
        appointments.c.community_id == votes.c.community_id,
        appointments.c.telegram_id == person,
        appointments.c.role == Role.GUIDE,
        appointments.c.ended_at.is_(None),
        or_(appointments.c.ends_at.is_(None), appointments.c.ends_at > now),
    )


def _standing() -> Select[Any]:
    person: BindParameter[int] = bindparam("person")
    guides = _guides(person, bindparam("now", type_=Moment()))
    theirs = and_(voters.c.vote_id == votes.c.id, voters.c.telegram_id == person)
    joined = votes.outerjoin(voters, theirs).outerjoin(entries, entries.c.id == voters.c.entry_id)
    found = select(*votes.c, *ENTRY, guides.label("guides")).select_from(joined)
    return found.where(votes.c.id == bindparam("vote"))


STANDING = Prepared(_standing())


class SqlVoteRoll:
    """Implements `bot.votes.repository.VoteRoll`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._run = connection.execute
        self._now = now

    def freeze(self, vote: Vote) -> int:
        names, rows = entries_of(vote, self._now)
        self._run(insert(entries).from_select(names, rows))
        names, rows = people_of(vote)
        self._run(insert(voters).from_select(names, rows))
        if isinstance(vote.rule, OwnersRule):
            names, rows = units_of(vote)
            self._run(insert(units).from_select(names, rows))
        return int(self._run(select(func.count()).select_from(entries).filter_by(vote_id=vote.id)).scalar_one())

    def standing(self, vote: VoteId, telegram_id: int) -> Standing:
        row = STANDING.first(self._connection, {"vote": vote, "person": telegram_id, "now": self._now})
        if row is None:
            raise NoVote
        return Standing(vote_of(row), entry_of(row) if row["entry_id"] else None, bool(row["guides"]))

    def why_not(self, vote: Vote, telegram_id: int) -> tuple[WhyNot, str]:
        place = select(residents.c.age_band, residents.c.household_id, households.c.building).join(households)
        mine = place.where(has_place(telegram_id), residents.c.community_id == vote.community)
        row = self._run(mine.where(residents.c.left_at.is_(None))).first()
        if row is None:
            return WhyNot.NO_HOME, ""
        if row.age_band == AgeBand.MINOR:
            return WhyNot.MINOR, ""
        if vote.rule.electorate is Electorate.COUNCIL:
            return WhyNot.NO_COUNCIL, ""
        if vote.rule.building not in (None, row.building):
            return WhyNot.OTHER_BUILDING, ""
        if vote.rule.electorate is Electorate.OWNERS:
            return WhyNot.NO_OWNER, ""
        if vote.rule.electorate is Electorate.HOUSEHOLDS:
            named = self._run(represented_by(vote, row.household_id)).first()
            if named is not None:
                return WhyNot.REPRESENTED, named.name
        return WhyNot.CAME_LATER, ""

    def turnout(self, vote: VoteId) -> Turnout:
        counted = select(func.count(), func.count(entries.c.origin)).select_from(entries).filter_by(vote_id=vote)
        return Turnout(*self._run(counted).one())

    def entry(self, vote: VoteId, entry: EntryId) -> Entry | None:
        row = self._run(select(*ENTRY).filter_by(id=entry, vote_id=vote)).mappings().first()
        return entry_of(row) if row else None

    def labelled(self, vote: VoteId, label: str) -> Entry | None:
        row = self._run(select(*ENTRY).filter_by(vote_id=vote, label=label).limit(1)).mappings().first()
        return entry_of(row) if row else None

    def took_part(self, vote: VoteId) -> Sequence[Entry]:
        found = select(*ENTRY).filter_by(vote_id=vote).where(VOTED).order_by(entries.c.id)
        return [entry_of(row) for row in self._run(found).mappings()]

    def not_yet(self, vote: VoteId, after: int, most: int) -> Sequence[int]:
        waiting = (
            select(voters.c.telegram_id)
            .join(entries, entries.c.id == voters.c.entry_id)
            .join(accounts, accounts.c.telegram_id == voters.c.telegram_id)
            .join(votes, votes.c.id == voters.c.vote_id)
            .where(voters.c.vote_id == vote, voters.c.telegram_id > after, ~VOTED, MAY_BE_TOLD)
        )
        advise = _guides(voters.c.telegram_id, literal(self._now, Moment()))
        return self._run(waiting.where(~advise).order_by(voters.c.telegram_id).limit(most)).scalars().all()

    def participants(self, vote: VoteId) -> Sequence[int]:
        return self._run(participants_of(vote).order_by(voters.c.telegram_id)).scalars().all()

    def units(self, vote: VoteId) -> Sequence[Unit]:
        owned = select(units, entries.c.label).join(entries, entries.c.id == units.c.entry_id)
        found = self._run(owned.where(units.c.vote_id == vote).order_by(units.c.unit))
        return [Unit(row.unit, row.label, Decimal(row.area), UnitState(row.state), row.building) for row in found]

    def follow_joining(self, resident: int, telegram_id: int, now: datetime) -> None:
        runs = exists().where(votes.c.id == voters.c.vote_id, votes.c.state == State.OPEN, votes.c.closes_at > now)
        other = voters.alias()
        has_other = exists().where(other.c.vote_id == voters.c.vote_id, other.c.telegram_id == telegram_id)
        free = update(voters).filter_by(resident_id=resident, telegram_id=None).where(runs, ~has_other)
        self._run(free.values(telegram_id=telegram_id))


def participants_of(vote: VoteId) -> Select[int]:
    """Telegram ids of who could cast the ballots that were cast in a closed vote."""
    with_ballots = select(voters.c.telegram_id).join(entries, entries.c.id == voters.c.entry_id)
    closed = with_ballots.join(votes, votes.c.id == voters.c.vote_id).where(votes.c.state == State.CLOSED)
    return closed.where(voters.c.vote_id == vote, VOTED, voters.c.telegram_id.is_not(None))
