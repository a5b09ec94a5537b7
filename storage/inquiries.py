"""Inquiries of supervisors, and what was said in them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    select,
    update,
)

from bot.inquiries.model import About, Inquiry, InquiryId, Line, NoInquiry, Side, State
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.agenda_tables import SAID_TO_ALL
from storage.claims import SqlClaims
from storage.personal import NOBODY, PROGRAM, Traces
from storage.roll import communities
from storage.schema import Moment, metadata

inquiries = Table(
    "inquiries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("about", String(8), nullable=False),
    Column("of", Integer, nullable=False),  # the number of a concern or item, an entry's id, 0
    Column("supervisor", BigInteger, nullable=False, index=True),
    Column("addressee", BigInteger, index=True),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("look_at", Moment, index=True),
    Column("reminded", Boolean, nullable=False),
    Column("late", Boolean, nullable=False),
    UniqueConstraint("community_id", "number"),
)
lines = Table(
    "inquiry_lines",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inquiry_id", ForeignKey(inquiries.c.id), nullable=False, index=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("side", String(8), nullable=False),
    Column("by", BigInteger, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
_open = inquiries.c.state != State.CLOSED
Index("ix_inquiries_open", inquiries.c.community_id, sqlite_where=_open, postgresql_where=_open)
personal.declare(
    inquiries,
    Traces(lambda person: inquiries.c.supervisor == person, {"supervisor": NOBODY}, Heading.ROLES, "opened_at"),
    Traces(lambda person: inquiries.c.addressee == person, {"addressee": None}),
    keep={"about state": PROGRAM},
)
personal.declare(
    lines,
    Traces(lambda person: lines.c.by == person, {"by": NOBODY}, Heading.ROLES, "at", file="words at"),
    keep={"key side": PROGRAM, "words": SAID_TO_ALL},
)


class SqlInquiries:
    """Implements `bot.inquiries.repository.Inquiries`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def add(self, inquiry: Inquiry) -> Inquiry:
        last = select(func.max(inquiries.c.number)).filter_by(community_id=inquiry.community)
        row = {"community_id": inquiry.community, "number": (self._run(last).scalar() or 0) + 1}
        new = {
            "about": inquiry.about.name.lower(),
            "of": inquiry.of,
            "supervisor": inquiry.supervisor,
            "addressee": inquiry.addressee,
            "opened_at": inquiry.opened_at,
        }
        return _inquiry(self._run(insert(inquiries).values(**row, **new, **_state(inquiry)).returning(*inquiries.c))
                        .mappings().one())  # fmt: skip

    def save(self, inquiry: Inquiry) -> None:
        self._run(update(inquiries).filter_by(id=inquiry.id).values(_state(inquiry)))

    def get(self, inquiry: InquiryId) -> Inquiry:
        row = self._run(select(inquiries).filter_by(id=inquiry)).mappings().first()
        if row is None:
            raise NoInquiry
        return _inquiry(row)

    def with_key(self, key: str) -> Inquiry | None:
        found = self._run(select(lines.c.inquiry_id).filter_by(key=key)).scalar()
        return None if found is None else self.get(InquiryId(found))

    def say(self, inquiry: InquiryId, line: Line) -> None:
        row = {"inquiry_id": inquiry, "key": line.key, "side": line.side, "by": line.by, "words": line.words}
        self._run(insert(lines).values(**row, at=line.at))

    def lines(self, inquiry: InquiryId) -> Sequence[Line]:
        found = self._run(select(lines).filter_by(inquiry_id=inquiry).order_by(lines.c.id))
        return [Line(Side(row.side), row.key, row.by, row.words, row.at) for row in found]

    def latest(self, community: CommunityId, most: int) -> Sequence[Inquiry]:
        newest = select(inquiries).filter_by(community_id=community).order_by(inquiries.c.number.desc())
        return self._all(newest.limit(most))

    def open(self, community: CommunityId) -> Sequence[Inquiry]:
        return self._all(select(inquiries).filter_by(community_id=community).where(_open).order_by(inquiries.c.number))

    def to_look_at(self, now: datetime, most: int) -> Sequence[Inquiry]:
        ripe = select(inquiries).where(inquiries.c.look_at <= now).order_by(inquiries.c.look_at, inquiries.c.id)
        return [_inquiry(row) for row in self._claims.mappings("inquiries", ripe, inquiries.c.id, most=most)]

    def _all(self, asked: Select[tuple[object, ...]]) -> Sequence[Inquiry]:
        return [_inquiry(row) for row in self._run(asked).mappings()]


def _state(inquiry: Inquiry) -> dict[str, object]:
    return {
        "due_at": inquiry.due_at,
        "state": inquiry.state,
        "look_at": inquiry.look_at,
        "reminded": inquiry.reminded,
        "late": inquiry.late,
    }


def _inquiry(row: RowMapping) -> Inquiry:
    return Inquiry(
        id=row["id"],
        community=row["community_id"],
        number=row["number"],
        about=About[row["about"].upper()],
        of=row["of"],
        supervisor=row["supervisor"],
        addressee=row["addressee"],
        opened_at=row["opened_at"],
        due_at=row["due_at"],
        state=State(row["state"]),
        look_at=row["look_at"],
        reminded=row["reminded"],
        late=row["late"],
    )
