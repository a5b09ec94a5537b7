"""The open concerns as the staff looks at them, and the answers that are kept ready."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    Select,
    Table,
    Text,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
)

from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import Concern
from bot.concerns.model.deadline import WORKED_ON
from bot.concerns.model.life import SILENT
from bot.inbox.model import STATES, Asked, Counts, NoCanned, Waiting
from bot.kit.people import CommunityId
from storage import personal
from storage.concern_tables import concerns
from storage.concerns import SqlConcerns
from storage.roll import communities, households, residents
from storage.schema import metadata

canned_answers = Table(
    "canned_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("words", Text, nullable=False),
)
personal.declare(canned_answers, keep={"words": "the community's own text, meant for anybody"})

_BUILDING = func.coalesce(concerns.c.building, households.c.building)
"""Whose liaison a concern is for: see `Concern.served_by`."""


class SqlInboxes:
    """Implements `bot.inbox.repository.Inboxes`."""

    def __init__(self, connection: Connection, one_by_one: SqlConcerns) -> None:
        self._run = connection.execute
        self._concerns = one_by_one

    def count(self, asked: Asked) -> Counts:
        late = func.count().filter(_overdue(asked))
        row = self._run(_open(asked, func.count().label("open"), late.label("overdue"))).one()
        return Counts(row.open, row.overdue)

    def concerns(self, asked: Asked, most: int, skip: int = 0) -> Sequence[Concern]:
        page = next_due_first(asked).limit(most).offset(skip)
        return [self._concerns.with_id(number) for number in self._run(page).scalars()]


class SqlCannedAnswers:
    """Implements `bot.inbox.repository.CannedAnswers`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def all(self, community: CommunityId) -> Sequence[CannedAnswer]:
        ready = select(canned_answers).filter_by(community_id=community).order_by(canned_answers.c.id)
        return [CannedAnswer(row.id, row.community_id, row.words) for row in self._run(ready)]

    def get(self, canned: int) -> CannedAnswer:
        row = self._run(select(canned_answers).filter_by(id=canned)).first()
        if row is None:
            raise NoCanned
        return CannedAnswer(row.id, row.community_id, row.words)

    def add(self, community: CommunityId, words: str) -> None:
        self._run(insert(canned_answers).values(community_id=community, words=words))

    def remove(self, canned: int) -> None:
        self._run(delete(canned_answers).filter_by(id=canned))


def next_due_first(asked: Asked) -> Select[Any]:
    """The ids, from the index of what is open."""
    return _open(asked, concerns.c.id).order_by(concerns.c.due_at, concerns.c.id)


def _open(asked: Asked, *columns: ColumnElement[Any]) -> Select[Any]:
    homes = concerns.join(residents, residents.c.id == concerns.c.author_id).join(
        households, households.c.id == residents.c.household_id
    )
    wanted = [concerns.c.community_id == asked.community, concerns.c.closed_at.is_(None)]
    if asked.reach is not None:
        served = _BUILDING.in_(asked.reach.buildings)
        of_committee = concerns.c.category.in_(asked.reach.categories)
        wanted.append(or_(served, of_committee) if asked.reach.categories else served)
    if asked.only.building:
        wanted.append(_BUILDING.in_([asked.only.building]))
    if asked.only.category:
        wanted.append(concerns.c.category == asked.only.category)
    if asked.only.waiting is Waiting.OVERDUE:
        wanted.append(_overdue(asked))
    elif asked.only.waiting in STATES:
        wanted.append(concerns.c.state.in_(STATES[asked.only.waiting]))
    if asked.unanswered:
        wanted.append(concerns.c.state.in_(SILENT))
    return select(*columns).select_from(homes).where(*wanted)


def _overdue(asked: Asked) -> ColumnElement[bool]:
    return and_(concerns.c.due.in_(sorted(WORKED_ON)), concerns.c.due_at <= asked.now)
