"""Sittings as they are held."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, exists, func, insert, select, update

from bot.agenda.model.item import ItemId
from bot.floor.model.log import ChairDeed, ChairLine
from bot.floor.model.presence import CheckIn, Heads, Origin
from bot.floor.model.queue import Turn
from bot.floor.model.session import Session
from bot.floor.model.tasks import Task
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import Gathering, Sitting, SittingId
from storage.attendance import counted_at
from storage.claims import SqlClaims
from storage.floor_rows import check_in_of, session_of, session_row, treated_of, treated_row, turn_of, turn_row
from storage.floor_tables import check_ins, log, sessions, tasks, treated, tries, turns
from storage.sittings import STANDS, sitting_of, sittings

FEW = 20
"""So many of one community are looked at, to find one that can be opened."""


class SqlFloor:
    """Implements `bot.floor.repository.Floor`."""

    def __init__(self, connection: Connection, now: datetime, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._now = now
        self._claims = claims

    def session(self, sitting: SittingId) -> Session | None:
        return next(iter(self._sessions(select(sessions).filter_by(sitting_id=sitting))), None)

    def begin(self, session: Session) -> bool:
        if self.session(session.sitting) is not None:
            return False
        self._run(insert(sessions).values(session_row(session)))
        return True

    def save(self, session: Session) -> None:
        self._run(update(sessions).filter_by(sitting_id=session.sitting).values(session_row(session)))

    def running(self, community: CommunityId) -> Session | None:
        open_now = select(sessions).filter_by(community_id=community, closed_at=None)
        return next(iter(self._sessions(open_now.order_by(sessions.c.opened_at.desc()).limit(1))), None)

    def latest_over(self, community: CommunityId, since: datetime) -> Sequence[Session]:
        over = select(sessions).filter_by(community_id=community).where(sessions.c.closed_at >= since)
        return self._sessions(over.order_by(sessions.c.closed_at.desc()))

    def unopened(self, community: CommunityId, after: datetime, until: datetime) -> Sequence[Sitting]:
        known = exists().where(sessions.c.sitting_id == sittings.c.id)
        near = _near(after, until, sittings.c.community_id == community, ~known)
        return [sitting_of(row) for row in self._run(near.limit(FEW)).mappings()]

    def undone(self, task: Task, after: datetime, until: datetime, most: int) -> Sequence[Sitting]:
        done = exists().where(tasks.c.sitting_id == sittings.c.id, tasks.c.task == task)
        found = self._claims.mappings(f"floor.{task}", _near(after, until, ~done), sittings.c.id, most=most)
        return [sitting_of(row) for row in found]

    def done(self, task: Task, sitting: SittingId, at: datetime) -> None:
        self._run(insert(tasks).values(sitting_id=sitting, task=task, done_at=at))

    def convened(self, community: CommunityId, since: datetime, until: datetime) -> tuple[int, int]:
        held = func.coalesce(func.sum(case((sessions.c.with_quorum, 1), else_=0)), 0)
        over = select(held, func.count()).select_from(sessions.join(sittings)).where(sessions.c.closed_at.is_not(None))
        over = over.where(STANDS)
        when = over.where(sittings.c.starts_at >= since, sittings.c.starts_at < until)
        met, called = self._run(when.where(sessions.c.community_id == community)).one()
        return met, called

    def reached(self, sitting: SittingId) -> int:
        return int(self._run(select(sessions.c.invited).filter_by(sitting_id=sitting)).scalar_one())

    def reach(self, sitting: SittingId, telegram_id: int) -> None:
        self._run(update(sessions).filter_by(sitting_id=sitting).values(invited=telegram_id))

    def check_in(self, check_in: CheckIn) -> bool:
        if self.checked_in(check_in.sitting, check_in.telegram_id) is not None:
            return False
        row = {
            "sitting_id": check_in.sitting,
            "telegram_id": check_in.telegram_id,
            "origin": check_in.origin,
            "at": check_in.at,
            "forgotten": 0,
        }
        self._run(insert(check_ins).values(row))
        return True

    def heads(self, sitting: Sitting) -> Heads:
        numbers = select(
            func.count(),
            func.count().filter(check_ins.c.origin == Origin.REMOTE),
            func.count().filter(check_ins.c.telegram_id.in_(counted_at(sitting, self._now))),
        )
        return Heads(*self._run(numbers.select_from(check_ins).filter_by(sitting_id=sitting.id)).one())

    def check_ins(self, sitting: SittingId) -> Sequence[CheckIn]:
        came = select(check_ins).filter_by(sitting_id=sitting).order_by(check_ins.c.id)
        return [check_in_of(row) for row in self._run(came)]

    def checked_in(self, sitting: SittingId, telegram_id: int) -> CheckIn | None:
        row = self._run(select(check_ins).filter_by(sitting_id=sitting, telegram_id=telegram_id)).first()
        return check_in_of(row) if row else None

    def wrong_code(self, sitting: SittingId, telegram_id: int) -> int:
        before = self.wrong_codes(sitting, telegram_id)
        whose = {"sitting_id": sitting, "telegram_id": telegram_id}
        if before:
            self._run(update(tries).filter_by(**whose).values(wrong=before + 1))
        else:
            self._run(insert(tries).values(whose | {"wrong": 1}))
        return before + 1

    def wrong_codes(self, sitting: SittingId, telegram_id: int) -> int:
        theirs = select(tries.c.wrong).filter_by(sitting_id=sitting, telegram_id=telegram_id)
        return self._run(theirs).scalar_one_or_none() or 0

    def treat(self, treated_now: Treated) -> None:
        self._run(insert(treated).values(treated_row(treated_now)))

    def save_treated(self, treated_now: Treated) -> None:
        this = update(treated).filter_by(sitting_id=treated_now.sitting, item_id=treated_now.item)
        self._run(this.values(treated_row(treated_now)))

    def treated(self, sitting: SittingId) -> Sequence[Treated]:
        found = self._run(select(treated).filter_by(sitting_id=sitting).order_by(treated.c.position))
        return [treated_of(row) for row in found.mappings()]

    def ask(self, turn: Turn) -> Turn:
        return turn_of(self._run(insert(turns).values(turn_row(turn)).returning(*turns.c)).one())

    def save_turn(self, turn: Turn) -> None:
        self._run(update(turns).filter_by(id=turn.id).values(turn_row(turn)))

    def turns(self, sitting: SittingId, item: ItemId | None = None) -> Sequence[Turn]:
        of_these = {"sitting_id": sitting} if item is None else {"sitting_id": sitting, "item_id": item}
        return [turn_of(row) for row in self._run(select(turns).filter_by(**of_these).order_by(turns.c.id))]

    def note(self, sitting: SittingId, line: ChairLine) -> None:
        row = {
            "sitting_id": sitting,
            "at": line.at,
            "deed": line.deed,
            "by": line.by,
            "item_id": line.item,
            "words": line.words,
        }
        self._run(insert(log).values(row))

    def log(self, sitting: SittingId) -> Sequence[ChairLine]:
        rows = self._run(select(log).filter_by(sitting_id=sitting).order_by(log.c.id))
        return [ChairLine(row.at, ChairDeed(row.deed), row.by, row.item_id, row.words) for row in rows]

    def _sessions(self, wanted: Select[Any]) -> Sequence[Session]:
        return [session_of(row) for row in self._run(wanted).mappings()]


def _near(after: datetime, until: datetime, *which: ColumnElement[bool]) -> Select[Any]:
    near = (STANDS, sittings.c.starts_at > after, sittings.c.starts_at <= until, *which)
    return select(sittings).filter_by(kind=Gathering.SITTING).where(*near).order_by(sittings.c.starts_at)
