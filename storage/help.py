"""Requests for a person's help."""

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
    insert,
    select,
    update,
)

from bot.help.model import HelpRequest, NoHelpRequest
from bot.kit.people import CommunityId
from bot.rights.model import Heading
from storage import personal
from storage.personal import Traces, gone
from storage.roll import communities
from storage.schema import Moment, metadata

help_requests = Table(
    "help_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("name", String(128), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("helper_id", BigInteger),
    Column("helper", String(128)),
)
_open = help_requests.c.helper_id.is_(None)
Index(
    "uq_help_requests_open", help_requests.c.telegram_id, help_requests.c.community_id,
    unique=True, sqlite_where=_open, postgresql_where=_open,
)  # fmt: skip

personal.declare(
    help_requests,
    Traces(
        lambda person: help_requests.c.telegram_id == person,
        gone("telegram_id name"),
        Heading.HELP,
        "asked_at helper",
        subject="help",
    ),
    Traces(lambda person: help_requests.c.helper_id == person, {"helper_id": personal.NOBODY, "helper": ""}),
)


class SqlHelpRequests:
    """Implements `bot.help.repository.HelpRequests`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def open_of(self, telegram_id: int, community: CommunityId) -> HelpRequest | None:
        mine = select(help_requests).filter_by(telegram_id=telegram_id, community_id=community, helper_id=None)
        row = self._run(mine).first()
        return _request(row) if row else None

    def add(self, community: CommunityId, telegram_id: int, name: str, at: datetime) -> HelpRequest:
        row = {"community_id": community, "telegram_id": telegram_id, "name": name, "asked_at": at}
        return _request(self._run(insert(help_requests).values(row).returning(*help_requests.c)).one())

    def get(self, request: int) -> HelpRequest:
        row = self._run(select(help_requests).filter_by(id=request)).first()
        if row is None:
            raise NoHelpRequest
        return _request(row)

    def save(self, request: HelpRequest) -> None:
        taken = {"helper_id": request.helper_id, "helper": request.helper}
        self._run(update(help_requests).filter_by(id=request.id).values(taken))


def _request(row: Row[tuple[object, ...]]) -> HelpRequest:
    found = row._mapping
    return HelpRequest(
        id=found["id"],
        community=found["community_id"],
        telegram_id=found["telegram_id"],
        name=found["name"],
        asked_at=found["asked_at"],
        helper=found["helper"],
        helper_id=found["helper_id"],
    )
