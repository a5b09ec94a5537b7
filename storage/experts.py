"""Who would like to hear a guide about an agenda item."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, Connection, ForeignKey, PrimaryKeyConstraint, String, Table, insert, select

from bot.agenda.model.item import ItemId
from bot.rights.model import Heading
from bot.roles.model import Expertise
from storage import personal
from storage.agenda_tables import items
from storage.personal import NOBODY, PROGRAM, Traces
from storage.schema import Moment, metadata

NONE_OF_THEM = ""

requests = Table(
    "agenda_experts",
    metadata,
    Column("item_id", ForeignKey(items.c.id), nullable=False),
    Column("expertise", String(16), nullable=False),  # empty: somebody whom the community does not have
    Column("asked_by", BigInteger, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("item_id", "expertise"),
)
personal.declare(
    requests,
    Traces(
        lambda person: requests.c.asked_by == person, {"asked_by": NOBODY}, Heading.AGENDA, "at", file="expertise at"
    ),
    keep={"expertise": PROGRAM},
)


class SqlExpertRequests:
    """Implements `bot.agenda.repository.ExpertRequests`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def ask(self, item: ItemId, expertise: Expertise | None, by: int, at: datetime) -> bool:
        field = expertise or NONE_OF_THEM
        if self._run(select(requests.c.at).filter_by(item_id=item, expertise=field)).first() is not None:
            return False
        self._run(insert(requests).values(item_id=item, expertise=field, asked_by=by, at=at))
        return True

    def asked_by(self, item: ItemId, expertise: Expertise) -> int | None:
        return self._run(select(requests.c.asked_by).filter_by(item_id=item, expertise=expertise)).scalar() or None
