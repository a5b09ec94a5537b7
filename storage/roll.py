"""The tables of the roll: communities, households, residents, accounts."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    or_,
    select,
)

from bot.rights.model import Heading
from storage import personal
from storage.personal import Traces, gone
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
    Column("left_at", Moment),  # not on the roll any more
    UniqueConstraint("community_id", "building", "unit", "room"),
)
household_codes = Table(
    "household_codes",
    metadata,
    Column("household_id", ForeignKey(households.c.id), primary_key=True, autoincrement=False),
    Column("code", String(8), nullable=False, unique=True),
    Column("serial", Integer, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("uses_left", Integer, nullable=False),
)
residents = Table(
    "residents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("household_id", ForeignKey(households.c.id), nullable=False, index=True),
    Column("name", String(64), nullable=False),
    Column("age_band", String(8), nullable=False),
    Column("telegram_id", BigInteger),  # who speaks from here
    Column("joined_at", Moment),
    Column("card_issued_at", Moment),  # a household card, for who has no phone
    Column("card_issued_by", BigInteger),
    Column("left_at", Moment),
    Column("held_by", BigInteger, index=True),  # whose this is too, while they speak from another place
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
    Column("community_id", ForeignKey(communities.c.id)),  # empty where it is not known yet
    Column("tried_at", Moment, nullable=False),
)
consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)
_given = consents.c.withdrawn_at.is_(None)
Index("uq_consents_given", consents.c.telegram_id, consents.c.version, unique=True, sqlite_where=_given,
      postgresql_where=_given)  # fmt: skip
Index("ix_wrong_codes_who_when", wrong_codes.c.telegram_id, wrong_codes.c.tried_at)
Index("ix_wrong_codes_where_when", wrong_codes.c.community_id, wrong_codes.c.tried_at)


def has_place(person: int) -> ColumnElement[bool]:
    """Places that are this person's, whether they speak from there now or not."""
    return or_(residents.c.telegram_id == person, residents.c.held_by == person)


personal.declare(communities, keep={"name": "the community's, not a person's"})
personal.declare(
    households,
    Traces(
        lambda person: households.c.id.in_(select(residents.c.household_id).where(has_place(person))),
        {},
        Heading.PLACE,
        "building unit room",
        file="building unit room area tenure",
    ),
    keep={"room area tenure": "of the flat, whoever lives there"},
)
personal.declare(
    residents,
    Traces(
        has_place,
        {"name": "", "telegram_id": None, "held_by": None, "joined_at": None},
        Heading.PLACE,
        "name age_band",
    ),
    Traces(lambda person: residents.c.card_issued_by == person, {"card_issued_by": personal.NOBODY}),
    keep={"age_band": "the household's place stays, without a name: quotas count it"},
)
personal.declare(household_codes, keep={"code": "of the flat, whoever lives there; it runs out"})
personal.declare(
    consents,
    Traces(
        lambda person: consents.c.telegram_id == person,
        {"telegram_id": lambda row: -row["id"]},  # that somebody agreed stays; each needs an id of its own
        Heading.CONSENT,
        "given_at withdrawn_at",
    ),
)
personal.declare(
    accounts,
    Traces(lambda person: accounts.c.telegram_id == person, gone("telegram_id name language"), Heading.MANNER,
           "name language elder"),
)  # fmt: skip
personal.declare(
    wrong_codes,
    Traces(lambda person: wrong_codes.c.telegram_id == person, gone("telegram_id"), Heading.TRIES, "tried_at"),
)
