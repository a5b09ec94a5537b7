"""Agenda items with all that belongs to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, Select, delete, func, insert, select, update

from bot.agenda.model.item import (
    Entry,
    Item,
    ItemId,
    Line,
    Outcome,
    Paper,
    PaperKind,
    Point,
    Scope,
    Side,
    Verdict,
    Wording,
)
from bot.agenda.model.refusals import NoItem
from bot.agenda.model.steps import OVER, Step
from bot.concerns.model.concern import ConcernId
from bot.kit.people import CommunityId
from bot.residents.model import HouseholdId
from bot.roles.model import Expertise
from bot.sittings.model.sitting import SittingId
from storage.agenda_tables import history, items, papers, points, supporters, wordings
from storage.roll import households

FIXED = ("community_id", "number", "key", "proposed_at", "concern_id")
"""What never changes of an item."""


class SqlAgenda:
    """Implements `bot.agenda.repository.Agenda`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def add(self, item: Item) -> Item:
        last = select(func.coalesce(func.max(items.c.number), 0)).filter_by(community_id=item.community)
        row = _row(item) | {"number": self._run(last).scalar_one() + 1}
        return _item(self._run(insert(items).values(row).returning(*items.c)).mappings().one())

    def save(self, item: Item) -> None:
        changing = {name: value for name, value in _row(item).items() if name not in FIXED}
        self._run(update(items).filter_by(id=item.id).values(changing))

    def get(self, item: ItemId, community: CommunityId | None) -> Item:
        return self._found(select(items).filter_by(id=item, community_id=community))

    def numbered(self, community: CommunityId | None, number: int) -> Item:
        return self._found(select(items).filter_by(community_id=community, number=number))

    def with_key(self, key: str) -> Item | None:
        row = self._run(select(items).filter_by(key=key)).mappings().first()
        return _item(row) if row else None

    def open_items(self, community: CommunityId, most: int) -> Sequence[Item]:
        going_on = select(items).filter_by(community_id=community).where(items.c.step.not_in(OVER))
        return self._all(going_on.order_by(items.c.id).limit(most))

    def proposed_by(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Item]:
        theirs = select(items).filter_by(community_id=community, proposer=telegram_id)
        return self._all(theirs.order_by(items.c.id.desc()).limit(most))

    def of_concern(self, concern: int) -> Item | None:
        newest = select(items).filter_by(concern_id=concern).order_by(items.c.id.desc()).limit(1)
        return next(iter(self._all(newest)), None)

    def of_sitting(self, sitting: SittingId) -> Sequence[Item]:
        return self._all(select(items).filter_by(sitting_id=sitting).order_by(items.c.position, items.c.id))

    def support(self, item: ItemId, household: HouseholdId, telegram_id: int, at: datetime) -> bool:
        if self.supports(item, household):
            return False
        row = {"item_id": item, "household_id": household, "telegram_id": telegram_id, "at": at}
        self._run(insert(supporters).values(row))
        return True

    def unsupport(self, item: ItemId, household: HouseholdId) -> None:
        self._run(delete(supporters).filter_by(item_id=item, household_id=household))

    def supports(self, item: ItemId, household: HouseholdId) -> bool:
        theirs = select(supporters.c.at).filter_by(item_id=item, household_id=household)
        return self._run(theirs).first() is not None

    def supporters(self, item: ItemId) -> int:
        """Households that have left the roll do not count."""
        still_here = select(func.count()).select_from(supporters.join(households)).where(households.c.left_at.is_(None))
        return self._run(still_here.where(supporters.c.item_id == item)).scalar_one()

    def hand_over_supporters(self, item: ItemId, to: ItemId) -> None:
        there = select(supporters.c.household_id).filter_by(item_id=to)
        new = update(supporters).filter_by(item_id=item).where(supporters.c.household_id.not_in(there))
        self._run(new.values(item_id=to))

    def keep_wording(self, wording: Wording) -> None:
        row = {
            "item_id": wording.item,
            "version": wording.version,
            "words": wording.words,
            "digest": wording.digest,
            "frozen_at": wording.frozen_at,
            "frozen_by": wording.frozen_by,
        }
        self._run(insert(wordings).values(row))

    def wording(self, item: ItemId, version: int) -> Wording | None:
        row = self._run(select(wordings).filter_by(item_id=item, version=version)).first()
        return Wording(*row) if row else None

    def add_point(self, point: Point) -> Point:
        row = {
            "item_id": point.item,
            "side": point.side,
            "author": point.author,
            "words": point.words,
            "voice": point.voice,
            "at": point.at,
            "answers": point.answers,
            "verdict": point.verdict,
            "expertise": point.expertise,
        }
        return _point(self._run(insert(points).values(row).returning(*points.c)).one())

    def point(self, point: int) -> Point:
        row = self._run(select(points).filter_by(id=point)).first()
        if row is None:
            raise NoItem
        return _point(row)

    def paper(self, paper: int) -> Paper:
        row = self._run(select(papers).filter_by(id=paper)).first()
        if row is None:
            raise NoItem
        return _paper(row)

    def points(self, item: ItemId, *sides: Side) -> Sequence[Point]:
        said = select(points).filter_by(item_id=item).order_by(points.c.id)
        return [_point(row) for row in self._run(said.where(points.c.side.in_(sides)) if sides else said)]

    def add_paper(self, paper: Paper) -> Paper:
        row = {
            "item_id": paper.item,
            "kind": paper.kind,
            "title": paper.title,
            "file": paper.file,
            "by": paper.by,
            "at": paper.at,
        }
        return _paper(self._run(insert(papers).values(row).returning(*papers.c)).one())

    def papers(self, item: ItemId) -> Sequence[Paper]:
        return [_paper(row) for row in self._run(select(papers).filter_by(item_id=item).order_by(papers.c.id))]

    def note(self, item: ItemId, line: Line) -> None:
        row = {"item_id": item, "at": line.at, "deed": line.deed, "by": line.by, "words": line.words}
        self._run(insert(history).values(row))

    def history(self, item: ItemId) -> Sequence[Line]:
        found = self._run(select(history).filter_by(item_id=item).order_by(history.c.id))
        return [Line(row.at, _deed(row.deed), row.by, row.words) for row in found]

    def last(self, item: ItemId, deed: Step) -> Line | None:
        newest = select(history).filter_by(item_id=item, deed=deed).order_by(history.c.id.desc()).limit(1)
        row = self._run(newest).first()
        return Line(row.at, deed, row.by, row.words) if row else None

    def _found(self, wanted: Select[Any]) -> Item:
        row = self._run(wanted).mappings().first()
        if row is None:
            raise NoItem
        return _item(row)

    def _all(self, wanted: Select[Any]) -> Sequence[Item]:
        return [_item(row) for row in self._run(wanted).mappings()]


def _row(item: Item) -> dict[str, object]:
    return {
        "community_id": item.community,
        "number": item.number,
        "key": item.key,
        "proposer": item.proposer,
        "what": item.what,
        "place": item.where,
        "why": item.why,
        "wanted": item.wanted,
        "proposed_at": item.proposed_at,
        "step": item.step,
        "stepped_at": item.stepped_at,
        "concern_id": item.concern,
        "scope": item.scope,
        "version": item.version,
        "sitting_id": item.sitting,
        "position": item.position,
        "minutes": item.minutes,
        "outcome": item.outcome,
        "joined_to": item.joined_to,
        "reason": item.reason,
    }


def _item(row: RowMapping) -> Item:
    return Item(
        id=ItemId(row["id"]),
        community=CommunityId(row["community_id"]),
        number=row["number"],
        key=row["key"],
        proposer=row["proposer"],
        what=row["what"],
        where=row["place"],
        why=row["why"],
        wanted=row["wanted"],
        proposed_at=row["proposed_at"],
        step=Step(row["step"]),
        stepped_at=row["stepped_at"],
        concern=None if row["concern_id"] is None else ConcernId(row["concern_id"]),
        scope=Scope(row["scope"]) if row["scope"] else None,
        version=row["version"],
        sitting=None if row["sitting_id"] is None else SittingId(row["sitting_id"]),
        position=row["position"],
        minutes=row["minutes"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        joined_to=None if row["joined_to"] is None else ItemId(row["joined_to"]),
        reason=row["reason"],
    )


def _point(row: Row[Any]) -> Point:
    verdict = Verdict(row.verdict) if row.verdict else None
    item, side = ItemId(row.item_id), Side(row.side)
    expertise = Expertise(row.expertise) if row.expertise else None
    return Point(row.id, item, side, row.author, row.words, row.voice, row.at, row.answers, verdict, expertise)


def _paper(row: Row[Any]) -> Paper:
    return Paper(row.id, ItemId(row.item_id), PaperKind(row.kind), row.title, row.file, row.by, row.at)


def _deed(written: str) -> Step | Entry:
    return Entry(written) if written in set(Entry) else Step(written)
