"""What is to be sent before sittings, and to whom."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, exists, false, insert, select, true, union, union_all, update
from sqlalchemy import delete as delete_from

from bot.attendance.model.reminders import Guest, Kind, Reminder
from bot.sittings.model.sitting import Sitting, SittingId
from storage.attendance import represents
from storage.attendance_tables import NOT_OVER, reminders, signups, subscriptions
from storage.claims import SqlClaims
from storage.roles import MAY_BE_TOLD, appointments
from storage.roll import accounts
from storage.sittings import STANDS, sitting_of, sittings


class SqlReminders:
    """Implements `bot.attendance.repository.Reminders`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def plan(self, planned: Sequence[Reminder]) -> None:
        for reminder in planned:
            which = {"sitting_id": reminder.sitting, "kind": reminder.kind, "hours": reminder.hours}
            if self._run(select(reminders.c.id).filter_by(**which)).first() is None:
                self._run(insert(reminders).values(which | {"due_at": reminder.due_at, "reached": reminder.reached}))

    def unplanned(self, now: datetime, most: int) -> Sequence[Sitting]:
        planned = exists().where(reminders.c.sitting_id == sittings.c.id)
        missing = select(sittings).where(STANDS, sittings.c.starts_at > now, ~planned)
        first = missing.order_by(sittings.c.starts_at)
        return [
            sitting_of(row) for row in self._claims.mappings("reminders.unplanned", first, sittings.c.id, most=most)
        ]

    def due(self, now: datetime) -> Reminder | None:
        waiting = select(reminders).where(NOT_OVER, reminders.c.due_at <= now)
        first = waiting.order_by(reminders.c.due_at, reminders.c.id).with_for_update(skip_locked=True)
        found = self._claims.mappings("reminders", first, reminders.c.id, most=1)
        return _reminder(found[0]) if found else None

    def due_of(self, sitting: SittingId, now: datetime) -> Sequence[Reminder]:
        waiting = select(reminders).filter_by(sitting_id=sitting).where(NOT_OVER, reminders.c.due_at <= now)
        return [_reminder(row) for row in self._run(waiting.order_by(reminders.c.due_at, reminders.c.id)).mappings()]

    def of(self, sitting: SittingId, kind: Kind) -> Sequence[Reminder]:
        rows = select(reminders).filter_by(sitting_id=sitting, kind=kind).order_by(reminders.c.due_at)
        return [_reminder(row) for row in self._run(rows).mappings()]

    def save(self, reminder: Reminder) -> None:
        state = {"reached": reminder.reached, "sent_at": reminder.sent_at, "missed_at": reminder.missed_at}
        self._run(update(reminders).filter_by(id=reminder.id).values(state))

    def withdraw(self, sitting: SittingId) -> None:
        self._run(delete_from(reminders).filter_by(sitting_id=sitting).where(NOT_OVER))

    def audience(
        self, sitting: Sitting, after: int, most: int, *, invited: bool, now: datetime, waiting: bool = False
    ) -> Sequence[Guest]:
        wanted = signups.c.coming | signups.c.waits.is_not(None) if waiting else signups.c.coming
        coming = select(signups.c.telegram_id, true().label("coming")).filter_by(sitting_id=sitting.id).where(wanted)
        members = select(appointments.c.telegram_id).where(represents(sitting.community, now))
        asked = select(subscriptions.c.telegram_id).filter_by(community_id=sitting.community)
        them = union(members, asked).subquery()
        said = exists().where(signups.c.sitting_id == sitting.id, signups.c.telegram_id == them.c.telegram_id)
        unsaid = select(them.c.telegram_id, false().label("coming")).where(~said)
        everybody = (union_all(coming, unsaid) if invited else coming).subquery()
        told = select(everybody).join(accounts, accounts.c.telegram_id == everybody.c.telegram_id).where(MAY_BE_TOLD)
        batch = told.where(everybody.c.telegram_id > after).order_by(everybody.c.telegram_id).limit(most)
        return [Guest(row.telegram_id, bool(row.coming)) for row in self._run(batch)]


def _reminder(row: RowMapping) -> Reminder:
    return Reminder(
        id=row["id"],
        sitting=SittingId(row["sitting_id"]),
        kind=Kind(row["kind"]),
        hours=row["hours"],
        due_at=row["due_at"],
        reached=row["reached"],
        sent_at=row["sent_at"],
        missed_at=row["missed_at"],
    )
