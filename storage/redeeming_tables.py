"""The tables of goods and redemptions."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table

from bot.redeeming.model.redemption import NOBODY, OPEN
from bot.rights.model import Heading
from storage import personal
from storage.personal import PROGRAM, Traces
from storage.roll import communities
from storage.schema import Moment, metadata

goods = Table(
    "goods",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False, index=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("called", String(64), nullable=False),
    Column("price", Integer, nullable=False),
    Column("left", Integer, nullable=False),
    Column("each", Integer, nullable=False),
    Column("photo", String(200)),
    Column("offered", Boolean, nullable=False),
)

redemptions = Table(
    "redemptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("good_id", ForeignKey(goods.c.id), nullable=False),
    Column("called", String(64), nullable=False),
    Column("price", Integer, nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("code", String(4), nullable=False),
    Column("reserved_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("due_at", Moment, index=True),
    Column("reminded", Boolean, nullable=False),
    Column("handed_by", BigInteger, index=True),
    Column("turn", Integer, nullable=False),
)
is_open = redemptions.c.state.in_(OPEN)
Index(
    "uq_redemptions_open_code",
    redemptions.c.community_id,
    redemptions.c.code,
    unique=True,
    sqlite_where=is_open,
    postgresql_where=is_open,
)
Index("ix_redemptions_good_id_telegram_id", redemptions.c.good_id, redemptions.c.telegram_id)

personal.declare(goods, keep={"key": PROGRAM, "called photo": "what moderators put on the shelf, about nobody"})
personal.declare(
    redemptions,
    Traces(
        lambda person: redemptions.c.telegram_id == person,
        {"telegram_id": NOBODY},
        Heading.POINTS,
        "called reserved_at",
        file="called price reserved_at state code",
        subject="redemption",
    ),
    Traces(lambda person: redemptions.c.handed_by == person, {"handed_by": NOBODY}, Heading.POINTS, "called"),
    keep={"key state code": PROGRAM, "called": "what moderators put on the shelf, about nobody"},
)
