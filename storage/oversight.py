"""The months of supervision, and what they are counted from."""

from collections.abc import Sequence
from datetime import date, datetime

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    ForeignKey,
    PrimaryKeyConstraint,
    RowMapping,
    String,
    Table,
    Text,
    cast,
    exists,
    func,
    insert,
    literal,
    select,
    update,
)

from bot.agenda.model.steps import OVER
from bot.concerns.model.deadline import WORKED_ON
from bot.concerns.model.life import Deed
from bot.kit.people import CommunityId
from bot.oversight.model import Done, Figures, HandedOver, Moved, Pack, Slip, Span
from bot.points.model.ledger import Rule
from bot.rights.model import Heading
from storage import personal
from storage.agenda_tables import SAID_TO_ALL, items
from storage.audit import audit_log
from storage.claims import SqlClaims
from storage.concern_tables import concern_history, concerns
from storage.personal import NOBODY, Traces
from storage.points_tables import entries
from storage.redeeming_tables import redemptions
from storage.roll import communities
from storage.schema import Moment, metadata

packs = Table(
    "packs",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("month", Date, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("figures", Text, nullable=False),  # JSON
    Column("note", Text, nullable=False),
    Column("noted_by", BigInteger, index=True),
    Column("noted_at", Moment),
    Column("look_at", Moment, index=True),
    PrimaryKeyConstraint("community_id", "month"),
)
pack_dates = Table(
    "pack_dates",
    metadata,
    Column("community_id", ForeignKey(communities.c.id), primary_key=True, autoincrement=False),
    Column("due_at", Moment, nullable=False, index=True),
)
personal.declare(
    packs,
    Traces(lambda person: packs.c.noted_by == person, {"noted_by": NOBODY}, Heading.ROLES, "noted_at"),
    keep={"figures": "the sum of its entries", "note": SAID_TO_ALL},
)
personal.declare(pack_dates)
FIGURES = TypeAdapter(Figures)


class SqlOversight:
    """Implements `bot.oversight.repository.Oversight`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def unplanned(self) -> Sequence[CommunityId]:
        planned = exists().where(pack_dates.c.community_id == communities.c.id)
        return self._run(select(communities.c.id).where(~planned).order_by(communities.c.id)).scalars().all()

    def plan(self, community: CommunityId, at: datetime) -> None:
        if self._run(update(pack_dates).filter_by(community_id=community).values(due_at=at)).rowcount == 0:
            self._run(insert(pack_dates).values(community_id=community, due_at=at))

    def due(self, now: datetime, most: int) -> Sequence[CommunityId]:
        ripe = select(pack_dates.c.community_id).where(pack_dates.c.due_at <= now).order_by(pack_dates.c.due_at)
        return [row.community_id for row in self._claims.rows("packs", ripe, pack_dates.c.community_id, most=most)]

    def keep(self, pack: Pack) -> bool:
        if self.of(pack.community, pack.month) is not None:
            return False
        key = {"community_id": pack.community, "month": pack.month, "made_at": pack.made_at}
        self._run(insert(packs).values(**key, figures=FIGURES.dump_json(pack.figures).decode(), **_note(pack)))
        return True

    def save(self, pack: Pack) -> None:
        self._run(update(packs).filter_by(community_id=pack.community, month=pack.month).values(_note(pack)))

    def of(self, community: CommunityId, month: date) -> Pack | None:
        row = self._run(select(packs).filter_by(community_id=community, month=month)).mappings().first()
        return _pack(row) if row else None

    def months(self, community: CommunityId, most: int) -> Sequence[date]:
        newest = select(packs.c.month).filter_by(community_id=community).order_by(packs.c.month.desc())
        return self._run(newest.limit(most)).scalars().all()

    def to_remind(self, now: datetime, most: int) -> Sequence[Pack]:
        ripe = select(packs).where(packs.c.look_at <= now).order_by(packs.c.look_at)
        return [_pack(row) for row in self._claims.mappings("pack_notes", ripe, packs.c.community_id, most=most)]

    def moved(self, community: CommunityId, span: Span) -> Sequence[Moved]:
        theirs = select(entries.c.rule, func.count(), func.sum(entries.c.amount)).filter_by(community_id=community)
        days = entries.c.day >= span.month, entries.c.day < span.until
        found = {rule: (number, points) for rule, number, points in self._run(
            theirs.where(*days).group_by(entries.c.rule))}  # fmt: skip
        return [Moved(rule, *map(int, found[rule])) for rule in Rule if rule in found]

    def handed_over(self, community: CommunityId, span: Span) -> Sequence[HandedOver]:
        evidence = literal("redemption-").concat(cast(redemptions.c.id, String)).concat("-done")
        paid = select(redemptions.c.called, func.count(), func.sum(entries.c.amount)).join(
            entries, (entries.c.evidence == evidence) & (entries.c.community_id == redemptions.c.community_id)
        )
        days = entries.c.day >= span.month, entries.c.day < span.until, entries.c.rule == Rule.REDEEMING
        here = paid.where(redemptions.c.community_id == community, *days)
        found = here.group_by(redemptions.c.called).order_by(func.sum(entries.c.amount).desc(), redemptions.c.called)
        return [HandedOver(called, times, int(points)) for called, times, points in self._run(found)]

    def late_concerns(self, community: CommunityId, now: datetime) -> tuple[int, Sequence[Slip]]:
        here = concerns.c.community_id == community, concerns.c.closed_at.is_(None)
        late = concerns.c.due.in_(WORKED_ON), concerns.c.due_at <= now
        found = select(concerns.c.number, concerns.c.due_at).where(*here, *late)
        slips = self._run(found.order_by(concerns.c.due_at, concerns.c.id))
        return (
            self._run(select(func.count()).select_from(concerns).where(*here)).scalar_one(),
            [Slip(row.number, row.due_at) for row in slips],
        )

    def late_items(self, community: CommunityId, before: datetime) -> Sequence[Slip]:
        slow = select(items.c.number, items.c.stepped_at).filter_by(community_id=community)
        slow = slow.where(items.c.step.not_in(OVER), items.c.stepped_at < before)
        found = self._run(slow.order_by(items.c.stepped_at, items.c.id))
        return [Slip(row.number, row.stepped_at) for row in found]

    def breaches(self, community: CommunityId, span: Span) -> int:
        passed = concern_history.c.deed == Deed.ESCALATE, concern_history.c.at >= span.begins
        counted = select(func.count(concern_history.c.concern_id.distinct())).join(concerns)
        here = counted.where(concerns.c.community_id == community, *passed, concern_history.c.at < span.ends)
        return self._run(here).scalar_one()

    def deeds(self, community: CommunityId, span: Span) -> Sequence[Done]:
        times = func.count()
        found = select(audit_log.c.what, times).filter_by(community_id=community)
        found = found.where(audit_log.c.at >= span.begins, audit_log.c.at < span.ends).group_by(audit_log.c.what)
        return [Done(what, many) for what, many in self._run(found.order_by(times.desc(), audit_log.c.what))]


def _note(pack: Pack) -> dict[str, object]:
    return {"note": pack.note, "noted_by": pack.noted_by, "noted_at": pack.noted_at, "look_at": pack.look_at}


def _pack(row: RowMapping) -> Pack:
    return Pack(
        community=row["community_id"],
        month=row["month"],
        made_at=row["made_at"],
        figures=FIGURES.validate_json(row["figures"]),
        note=row["note"],
        noted_by=row["noted_by"],
        noted_at=row["noted_at"],
        look_at=row["look_at"],
    )
