"""The tables of the roll: communities, groups, households, residents, accounts."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.schema import Moment, metadata

communities = Table(
    "communities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(128), nullable=False),
    Column("founded_at", Moment, nullable=False),
)
households = Table(
    "households",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("building", Integer, nullable=False),
    Column("unit", Integer, nullable=False),
    Column("room", String(16), nullable=False),
    Column("area", String(16), nullable=False),  # exact decimal m², as text: SQLite knows floats only
    Column("tenure", String(8), nullable=False),
    Column("code", String(8), nullable=False, unique=True),
    Column("left_at", Moment),  # not on the roll any more
    UniqueConstraint("community_id", "building", "unit", "room"),
)
residents = Table(
    "residents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id), nullable=False, index=True),
    Column("name", String(64), nullable=False),
    Column("age_band", String(8), nullable=False),
    Column("telegram_id", BigInteger),
    Column("joined_at", Moment),
    Column("left_at", Moment),
    UniqueConstraint("community_id", "telegram_id"),
)
accounts = Table(
    "accounts",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(128), nullable=False),
    Column("language", String(2), nullable=False),
    Column("elder", Boolean, nullable=False),
    Column("community_id", ForeignKey(communities.c.id)),
    Column("consent_version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
wrong_codes = Table(
    "wrong_codes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("tried_at", Moment, nullable=False),
)
Index("ix_wrong_codes_who_when", wrong_codes.c.telegram_id, wrong_codes.c.tried_at)
