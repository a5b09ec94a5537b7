"""Who owns which unit: kept apart from who lives there. What was owned stays in the books, with its end."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.residents.model import HouseholdId
from bot.roll.model import Owner, OwnerKind, Ownership
from storage import personal
from storage.roll import communities, households
from storage.schema import Moment, metadata

owners = Table(
    "owners",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("name", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    UniqueConstraint("community_id", "name", "kind"),
)
ownerships = Table(
    "ownerships",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("household_id", ForeignKey(households.c.id), nullable=False, index=True),
    Column("owner_id", ForeignKey(owners.c.id), nullable=False, index=True),
    Column("votes", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
)
_now = ownerships.c.until.is_(None)
Index(
    "uq_ownerships_now", ownerships.c.household_id, ownerships.c.owner_id,
    unique=True, sqlite_where=_now, postgresql_where=_now,
)  # fmt: skip
_voter_now = _now & ownerships.c.votes
Index(
    "uq_ownerships_voter", ownerships.c.household_id,
    unique=True, sqlite_where=_voter_now, postgresql_where=_voter_now,
)  # fmt: skip
personal.declare(
    owners,
    keep={"name": "the register of owners: on the law's list of records, and not tied to anybody on Telegram",
          "kind": personal.PROGRAM},
)  # fmt: skip
personal.declare(ownerships)


class SqlOwners:
    """Owners and what they own, for all households at once."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def ownerships(self, community: CommunityId) -> Mapping[HouseholdId, Ownership]:
        """Today's, of each household that has owners."""
        found = (
            select(ownerships.c.household_id, ownerships.c.votes, owners.c.name, owners.c.kind)
            .join(owners, owners.c.id == ownerships.c.owner_id)
            .where(owners.c.community_id == community, _now)
        )
        named: dict[HouseholdId, list[Owner]] = defaultdict(list)
        voters: dict[HouseholdId, Owner] = {}
        for row in self._run(found):
            owner = Owner(row.name, OwnerKind(row.kind))
            named[row.household_id].append(owner)
            if row.votes:
                voters[row.household_id] = owner
        return {household: Ownership(tuple(those), voters[household]) for household, those in named.items()}

    def end(self, of: Collection[HouseholdId], at: datetime) -> None:
        """These households have no owners from now on."""
        if of:
            ending = (
                update(ownerships).where(ownerships.c.household_id == bindparam("household"), _now).values(until=at)
            )
            self._run(ending, [{"household": household} for household in of])

    def change(self, community: CommunityId, changed: Mapping[HouseholdId, Ownership | None], at: datetime) -> None:
        """From now on these households are owned so."""
        self.end(changed.keys(), at)
        numbers = self._numbers(community, {owner for owned in changed.values() if owned for owner in owned.owners})
        rows = [
            {"household_id": household, "owner_id": numbers[owner], "votes": owner == owned.voter, "since": at}
            for household, owned in changed.items()
            if owned
            for owner in owned.owners
        ]
        if rows:
            self._run(insert(ownerships), rows)

    def _numbers(self, community: CommunityId, named: Collection[Owner]) -> Mapping[Owner, int]:
        """Their ids; who is new is put into the books."""
        known = self._known(community)
        new = [{"community_id": community, "name": o.name, "kind": o.kind} for o in sorted(named) if o not in known]
        if new:
            self._run(insert(owners), new)
            known = self._known(community)
        return known

    def _known(self, community: CommunityId) -> dict[Owner, int]:
        found = self._run(select(owners).filter_by(community_id=community))
        return {Owner(row.name, OwnerKind(row.kind)): row.id for row in found}
