"""Requests to be let in without a code."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, Index, Integer, Row, String, Table, insert, select
from sqlalchemy import update as update_rows

from bot.admission.model import ROOM, Admission, NoAdmission, Verdict
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

admissions = Table(
    "admissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("name", String(128), nullable=False),
    Column("building", Integer, nullable=False),
    Column("room", String(ROOM), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("verdict", String(8)),
    Column("decided_by", BigInteger),
    Column("decider", String(128)),
    Column("decided_at", Moment),
)
_open = admissions.c.verdict.is_(None)
Index(
    "uq_admissions_open", admissions.c.telegram_id, admissions.c.community_id,
    unique=True, sqlite_where=_open, postgresql_where=_open,
)  # fmt: skip

personal.declare(
    admissions,
    Traces(
        lambda person: admissions.c.telegram_id == person,
        gone("telegram_id name room"),
        Heading.HELP,
        "asked_at building room",
        subject="admission",
    ),
    Traces(lambda person: admissions.c.decided_by == person, {"decided_by": personal.NOBODY, "decider": ""}),
    keep={"verdict": PROGRAM},
)


class SqlAdmissions:
    """Implements `bot.admission.repository.Admissions`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def open_of(self, telegram_id: int, community: CommunityId) -> Admission | None:
        mine = select(admissions).filter_by(telegram_id=telegram_id, community_id=community, verdict=None)
        row = self._run(mine).first()
        return _admission(row) if row else None

    def add(
        self, community: CommunityId, telegram_id: int, name: str, building: int, room: str, at: datetime
    ) -> Admission:
        row = {"community_id": community, "telegram_id": telegram_id, "name": name, "building": building, "room": room}
        made = insert(admissions).values(row | {"asked_at": at}).returning(*admissions.c)
        return _admission(self._run(made).one())

    def get(self, admission: int) -> Admission:
        row = self._run(select(admissions).filter_by(id=admission)).first()
        if row is None:
            raise NoAdmission
        return _admission(row)

    def save(self, admission: Admission) -> None:
        verdict = {
            "verdict": admission.verdict,
            "decided_by": admission.decided_by,
            "decider": admission.decider,
            "decided_at": admission.decided_at,
        }
        self._run(update_rows(admissions).filter_by(id=admission.id).values(verdict))


def _admission(row: Row[tuple[object, ...]]) -> Admission:
    found = row._mapping
    return Admission(
        id=found["id"],
        community=found["community_id"],
        telegram_id=found["telegram_id"],
        name=found["name"],
        building=found["building"],
        room=found["room"],
        asked_at=found["asked_at"],
        verdict=Verdict(found["verdict"]) if found["verdict"] else None,
        decided_by=found["decided_by"],
        decider=found["decider"],
        decided_at=found["decided_at"],
    )
