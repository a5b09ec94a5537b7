"""Minutes of sittings, and corrections of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, RowMapping, Select, func, insert, select, update

from bot.kit.people import CommunityId
from bot.minutes.model.erratum import Erratum, ErratumId, Verdict
from bot.minutes.model.minutes import PUBLIC, Minutes, State
from bot.minutes.model.record import Balloted, Record
from bot.minutes.model.refusals import NoErratum, NoMinutes
from bot.sittings.model.sitting import SittingId
from storage.claims import SqlClaims
from storage.minutes_tables import errata, minutes
from storage.sittings import sittings

_RECORD = TypeAdapter(Record)
_BALLOTED = TypeAdapter(tuple[Balloted, ...])


class SqlMinutes:
    """Implements `bot.minutes.repository.MinuteBook`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def add(self, new: Minutes) -> bool:
        if self._run(select(minutes.c.state).filter_by(sitting_id=new.sitting)).first() is not None:
            return False
        fixed = {
            "sitting_id": new.sitting,
            "community_id": new.community,
            "record": _RECORD.dump_json(new.record).decode(),
        }
        self._run(insert(minutes).values(fixed | _changing(new)))
        return True

    def save(self, changed: Minutes) -> None:
        self._run(update(minutes).filter_by(sitting_id=changed.sitting).values(_changing(changed)))

    def of(self, sitting: SittingId, community: CommunityId | None) -> Minutes:
        row = self._run(select(minutes).filter_by(sitting_id=sitting, community_id=community)).mappings().first()
        if row is None:
            raise NoMinutes
        return _minutes(row)

    def due(self, now: datetime, most: int) -> Sequence[Minutes]:
        due = select(minutes).where(minutes.c.due_at <= now).order_by(minutes.c.due_at)
        locked = due.with_for_update(skip_locked=True)
        return [_minutes(row) for row in self._claims.mappings("minutes", locked, minutes.c.sitting_id, most=most)]

    def count_published(self, community: CommunityId) -> int:
        theirs = select(func.count()).select_from(minutes).filter_by(community_id=community)
        return self._run(theirs.where(minutes.c.state.in_(PUBLIC))).scalar_one()

    def published(self, community: CommunityId, most: int, skip: int) -> Sequence[Minutes]:
        theirs = select(minutes).join(sittings).where(minutes.c.community_id == community)
        public = theirs.where(minutes.c.state.in_(PUBLIC)).order_by(sittings.c.starts_at.desc(), sittings.c.id.desc())
        return self._all(public.limit(most).offset(skip))

    def waiting(self, community: CommunityId, most: int) -> Sequence[Minutes]:
        drafts = select(minutes).filter_by(community_id=community, state=State.DRAFT)
        return self._all(drafts.order_by(minutes.c.sitting_id).limit(most))

    def hand_in(self, erratum: Erratum) -> Erratum:
        row = {
            "sitting_id": erratum.sitting,
            "community_id": erratum.community,
            "key": erratum.key,
            "author": erratum.author,
            "words": erratum.words,
            "at": erratum.at,
            "verdict": erratum.verdict,
            "reason": erratum.reason,
        }
        return _erratum(self._run(insert(errata).values(row).returning(*errata.c)).one())

    def save_erratum(self, erratum: Erratum) -> None:
        decided = {
            "verdict": erratum.verdict,
            "reason": erratum.reason,
            "decided_by": erratum.decided_by,
            "decided_at": erratum.decided_at,
        }
        self._run(update(errata).filter_by(id=erratum.id).values(decided))

    def erratum(self, erratum: ErratumId, community: CommunityId | None) -> Erratum:
        row = self._run(select(errata).filter_by(id=erratum, community_id=community)).first()
        if row is None or row.verdict == Verdict.GONE:
            raise NoErratum
        return _erratum(row)

    def erratum_with_key(self, key: str) -> Erratum | None:
        row = self._run(select(errata).filter_by(key=key)).first()
        return _erratum(row) if row else None

    def erratum_by(self, sitting: SittingId, author: int) -> Erratum | None:
        row = self._run(select(errata).filter_by(sitting_id=sitting, author=author)).first()
        return _erratum(row) if row else None

    def errata(self, sitting: SittingId) -> Sequence[Erratum]:
        found = select(errata).filter_by(sitting_id=sitting).where(errata.c.verdict != Verdict.GONE)
        return [_erratum(row) for row in self._run(found.order_by(errata.c.id))]

    def _all(self, query: Select[Any]) -> Sequence[Minutes]:
        return [_minutes(row) for row in self._run(query).mappings()]


def _changing(one: Minutes) -> dict[str, object]:
    """What of minutes may be another by now; the record never is."""
    return {
        "chair": one.chair,
        "state": one.state,
        "due_at": one.due_at,
        "note": one.note,
        "revision": one.revision,
        "reminders": one.reminders,
        "balloted": _BALLOTED.dump_json(one.balloted).decode(),
        "approved_at": one.approved_at,
        "approved_by": one.approved_by,
        "published_at": one.published_at,
        "final_at": one.final_at,
    }


def _minutes(row: RowMapping) -> Minutes:
    return Minutes(
        sitting=SittingId(row["sitting_id"]),
        community=CommunityId(row["community_id"]),
        record=_RECORD.validate_json(row["record"]),
        chair=row["chair"],
        state=State(row["state"]),
        due_at=row["due_at"],
        note=row["note"],
        revision=row["revision"],
        reminders=row["reminders"],
        balloted=_BALLOTED.validate_json(row["balloted"]),
        approved_at=row["approved_at"],
        approved_by=row["approved_by"],
        published_at=row["published_at"],
        final_at=row["final_at"],
    )


def _erratum(row: Row[Any]) -> Erratum:
    return Erratum(
        id=ErratumId(row.id),
        sitting=SittingId(row.sitting_id),
        community=CommunityId(row.community_id),
        key=row.key,
        author=row.author,
        words=row.words,
        at=row.at,
        verdict=Verdict(row.verdict),
        reason=row.reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )
