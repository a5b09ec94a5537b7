"""Changes of settings, and what counts of them: read once for each version, whichever process wrote it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    insert,
    select,
)

from bot.config import Community
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from bot.settings.model import SettingChange, in_force
from storage import personal
from storage.personal import PROGRAM, Traces
from storage.prepared import Prepared
from storage.roll import communities
from storage.schema import Moment, metadata

setting_changes = Table(
    "setting_changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("name", String(64), nullable=False),
    Column("old", Text, nullable=False),  # as it stands in config.yaml, as JSON
    Column("new", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changed_by", BigInteger, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("from_at", Moment, nullable=False),
    sqlite_autoincrement=True,  # the log names the number
)
Index("ix_setting_changes_newest", setting_changes.c.community_id, setting_changes.c.id)
personal.declare(
    setting_changes,
    Traces(
        lambda person: setting_changes.c.changed_by == person,
        {"changed_by": personal.NOBODY},
        Heading.ROLES,
        "made_at",
        file="made_at name old new reason",
    ),
    keep={"key name old new": PROGRAM, "reason": "why the community's rules are as they are"},
)

NEWEST = Prepared(
    select(setting_changes.c.key)
    .where(setting_changes.c.community_id == bindparam("community"))
    .order_by(setting_changes.c.id.desc())
    .limit(1)
)


@dataclass
class Known:
    """What was read before, by community; shared by all actions of a process."""

    changes: dict[CommunityId, tuple[str, Sequence[SettingChange]]] = field(default_factory=dict)
    folded: dict[tuple[str, int], tuple[Community, Community]] = field(default_factory=dict)
    """Over which defaults: the charter may have changed them meanwhile."""


class SqlSettingChanges:
    """Implements `bot.settings.repository.SettingChanges`; and what counts of them at a moment."""

    def __init__(self, connection: Connection, known: Known) -> None:
        self._connection = connection
        self._run = connection.execute
        self._known = known

    def add(self, change: SettingChange) -> SettingChange:
        row = {
            "community_id": change.community,
            "key": change.key,
            "name": change.name,
            "old": json.dumps(change.old, ensure_ascii=False),
            "new": json.dumps(change.new, ensure_ascii=False),
            "reason": change.reason,
            "changed_by": change.by,
            "made_at": change.made_at,
            "from_at": change.from_at,
        }
        return _change(self._run(insert(setting_changes).values(row).returning(*setting_changes.c)).one())

    def with_key(self, key: str) -> SettingChange | None:
        row = self._run(select(setting_changes).filter_by(key=key)).first()
        return _change(row) if row else None

    def get(self, community: CommunityId, number: int) -> SettingChange | None:
        row = self._run(select(setting_changes).filter_by(community_id=community, id=number)).first()
        return _change(row) if row else None

    def coming(self, community: CommunityId, now: datetime) -> Sequence[SettingChange]:
        return [change for change in self._all(community)[1] if change.from_at > now]

    def newest(self, community: CommunityId, most: int) -> Sequence[SettingChange]:
        return self._all(community)[1][: -most - 1 : -1]

    def settings(self, defaults: Community, community: CommunityId, at: datetime) -> Community:
        """What counts there and then."""
        version, changes = self._all(community)
        begun = [change for change in changes if change.from_at <= at]
        if not begun:
            return defaults
        which = (version, sum(2**number for number, change in enumerate(changes) if change.from_at <= at))
        known = self._known.folded.get(which)
        if known is None or known[0] != defaults:
            known = self._known.folded[which] = (defaults, in_force(defaults, begun, at))
        return known[1]

    def _all(self, community: CommunityId) -> tuple[str, Sequence[SettingChange]]:
        """The key of the newest names the version: none is ever changed or taken away, and no two have the same."""
        newest = NEWEST.first(self._connection, {"community": community})
        if newest is None:
            return "", ()
        version = newest["key"]
        known = self._known.changes.get(community)
        if known is None or known[0] != version:
            rows = self._run(select(setting_changes).filter_by(community_id=community).order_by(setting_changes.c.id))
            known = self._known.changes[community] = (version, [_change(row) for row in rows])
        return known


def _change(row: Row[tuple[object, ...]]) -> SettingChange:
    found = row._mapping
    return SettingChange(
        community=found["community_id"],
        key=found["key"],
        name=found["name"],
        old=json.loads(found["old"]),
        new=json.loads(found["new"]),
        reason=found["reason"],
        by=found["changed_by"],
        made_at=found["made_at"],
        from_at=found["from_at"],
        number=found["id"],
    )
