"""Who comes to sittings, who wants to speak there, and who asked to be told each time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    delete,
    exists,
    func,
    insert,
    select,
    union,
    update,
)

from bot.attendance.model.alternates import Council
from bot.attendance.model.rsvp import Counted, Signup
from bot.kit.people import CommunityId
from bot.roles.model import Role
from bot.sittings.model.sitting import Sitting, SittingId
from storage.attendance_tables import asks, signups, subscriptions
from storage.claims import SqlClaims
from storage.roles import MAY_BE_TOLD, appointments, in_force
from storage.roll import accounts
from storage.sittings import sittings


class SqlAttendance:
    """Implements `bot.attendance.repository.Attendance`, as of the moment of the unit of work."""

    def __init__(self, connection: Connection, now: datetime, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._now = now
        self._claims = claims

    def signup(self, sitting: SittingId, telegram_id: int) -> Signup | None:
        row = self._row(sitting, telegram_id)
        if row is None:
            return None
        return Signup(sitting, telegram_id, row.coming, row.speaks_at is not None, row.at, row.waits)

    def keep(self, signup: Signup) -> None:
        known = self._row(signup.sitting, signup.telegram_id)
        since = known.speaks_at if known and known.speaks_at else signup.at
        speaks_at = since if signup.speaks else None
        said = {"coming": signup.coming, "speaks_at": speaks_at, "at": signup.at, "waits": signup.waits}
        who = {"sitting_id": signup.sitting, "telegram_id": signup.telegram_id}
        self._run(update(signups).filter_by(**who).values(said) if known else insert(signups).values(who | said))

    def last_in_line(self, sitting: SittingId) -> int:
        return self._run(select(func.max(signups.c.waits)).filter_by(sitting_id=sitting)).scalar_one() or 0

    def line(self, sitting: SittingId) -> Sequence[int]:
        waiting = select(signups.c.telegram_id).where(signups.c.sitting_id == sitting, signups.c.waits.is_not(None))
        told = waiting.join(accounts, accounts.c.telegram_id == signups.c.telegram_id).where(MAY_BE_TOLD)
        return self._run(told.order_by(signups.c.waits)).scalars().all()

    def waited_for(self, now: datetime) -> Sequence[SittingId]:
        ahead = select(sittings.c.id).where(sittings.c.starts_at > now, sittings.c.called_off_at.is_(None))
        limited = ahead.where(sittings.c.seats.is_not(None))
        anybody = exists().where(signups.c.sitting_id == sittings.c.id, signups.c.waits.is_not(None))
        found = self._claims.rows("seats", limited.where(anybody), sittings.c.id)
        return [SittingId(row.id) for row in found]

    def count(self, sitting: SittingId) -> Counted:
        numbers = select(
            func.count().filter(signups.c.coming),
            func.count().filter(~signups.c.coming, signups.c.waits.is_(None)),
            func.count(signups.c.speaks_at),
        )
        return Counted(*self._run(numbers.select_from(signups).filter_by(sitting_id=sitting)).one())

    def speakers(self, sitting: SittingId) -> Sequence[int]:
        speaking = select(signups.c.telegram_id).filter_by(sitting_id=sitting).where(signups.c.speaks_at.is_not(None))
        return self._run(speaking.order_by(signups.c.speaks_at, signups.c.telegram_id)).scalars().all()

    def coming(self, sitting: SittingId) -> Sequence[int]:
        theirs = select(signups.c.telegram_id).filter_by(sitting_id=sitting, coming=True)
        return self._run(theirs.order_by(signups.c.telegram_id)).scalars().all()

    def council(self, sitting: Sitting) -> Council:
        seats = select(func.count(appointments.c.telegram_id.distinct())).where(
            represents(sitting.community, self._now)
        )
        come = select(func.count()).select_from(signups).filter_by(sitting_id=sitting.id, coming=True)
        counting = come.where(signups.c.telegram_id.in_(counted_at(sitting, self._now)))
        return Council(self._run(seats).scalar_one(), self._run(counting).scalar_one())

    def drop(self, community: CommunityId, telegram_id: int, now: datetime) -> Sequence[SittingId]:
        to_come = select(sittings.c.id).where(sittings.c.community_id == community, sittings.c.starts_at > now)
        theirs = delete(signups).where(signups.c.telegram_id == telegram_id, signups.c.sitting_id.in_(to_come))
        return [SittingId(number) for number in self._run(theirs.returning(signups.c.sitting_id)).scalars()]

    def subscribe(self, community: CommunityId, telegram_id: int, at: datetime) -> None:
        if not self.subscribed(community, telegram_id):
            self._run(insert(subscriptions).values(community_id=community, telegram_id=telegram_id, since=at))

    def unsubscribe(self, community: CommunityId, telegram_id: int) -> None:
        self._run(delete(subscriptions).filter_by(community_id=community, telegram_id=telegram_id))

    def subscribed(self, community: CommunityId, telegram_id: int) -> bool:
        theirs = select(subscriptions.c.since).filter_by(community_id=community, telegram_id=telegram_id)
        return self._run(theirs).first() is not None

    def subscribers(self, community: CommunityId, after: int, most: int) -> Sequence[int]:
        all_of_them = select(subscriptions.c.telegram_id).where(subscriptions.c.community_id == community)
        told = all_of_them.join(accounts, accounts.c.telegram_id == subscriptions.c.telegram_id).where(MAY_BE_TOLD)
        batch = told.where(subscriptions.c.telegram_id > after).order_by(subscriptions.c.telegram_id).limit(most)
        return self._run(batch).scalars().all()

    def _row(self, sitting: SittingId, telegram_id: int) -> Row[tuple[object, ...]] | None:
        theirs = select(signups).filter_by(sitting_id=sitting, telegram_id=telegram_id)
        return self._run(theirs).first()


def represents(community: CommunityId, now: datetime) -> ColumnElement[bool]:
    """Of `appointments`: those of the council."""
    return _in_office(community, Role.REPRESENTATIVE, now)


def counted_at(sitting: Sitting, now: datetime) -> CompoundSelect[tuple[int]]:
    """The Telegram ids whom a council's quorum counts: members, and alternates who were asked, while in office."""
    members = select(appointments.c.telegram_id).where(represents(sitting.community, now))
    stand_ins = select(asks.c.telegram_id).join(appointments, appointments.c.telegram_id == asks.c.telegram_id)
    still = stand_ins.where(asks.c.sitting_id == sitting.id, _in_office(sitting.community, Role.ALTERNATE, now))
    return union(members, still)


def _in_office(community: CommunityId, role: Role, now: datetime) -> ColumnElement[bool]:
    return (appointments.c.community_id == community) & (appointments.c.role == role) & in_force(now)
