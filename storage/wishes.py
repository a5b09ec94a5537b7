"""Small wishes, and who waits for their turn to grant one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    RowMapping,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.kit.people import CommunityId, Reader
from bot.residents.model import NotOnRoll
from bot.rights.model import Heading
from bot.wishes.model.wish import LIVE, NOBODY, Neighbour, NoWish, Standing, State, Waiting, Wish, WishId
from storage import personal
from storage.claims import SqlClaims
from storage.personal import PROGRAM, Traces, gone
from storage.residents import SqlResidents
from storage.roll import communities
from storage.schema import Moment, metadata

wishes = Table(
    "wishes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("community_id", ForeignKey(communities.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("wisher_id", BigInteger, nullable=False, index=True),
    Column("building", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("photo", String(200)),
    Column("wished_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("due_at", Moment, index=True),
    Column("asked", Boolean, nullable=False),
    Column("helper_id", BigInteger, index=True),
    Column("helper_building", Integer),
    Column("turn", Integer, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("thanked", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("community_id", "number"),
)
_waits = wishes.c.state == State.OPEN
Index("ix_wishes_open", wishes.c.community_id, wishes.c.id, sqlite_where=_waits, postgresql_where=_waits)

wish_queue = Table(
    "wish_queue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("wish_id", ForeignKey(wishes.c.id), nullable=False),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("joined_at", Moment, nullable=False),
    UniqueConstraint("wish_id", "telegram_id"),
    sqlite_autoincrement=True,  # an id that was given back would make an old button about a newer place
)
personal.declare(
    wishes,
    Traces(
        lambda person: wishes.c.wisher_id == person,
        {"wisher_id": NOBODY, "text": "", "photo": None, "reason": ""},
        Heading.WISHES,
        "number text wished_at",
        file="number text photo building wished_at state reason",
        subject="wish",
    ),
    Traces(
        lambda person: wishes.c.helper_id == person,
        {"helper_id": NOBODY, "named": False},
        Heading.WISHES,
        "number",
        file="number state named",
        subject="granter",
    ),
    keep={"key state": PROGRAM},
)
personal.declare(
    wish_queue,
    Traces(lambda person: wish_queue.c.telegram_id == person, gone("telegram_id"), Heading.WISHES, "joined_at"),
)


class SqlWishes:
    """Implements `bot.wishes.repository.Wishes`."""

    def __init__(self, connection: Connection, residents: SqlResidents, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._residents = residents
        self._claims = claims

    def add(self, wish: Wish) -> Wish:
        last = select(func.coalesce(func.max(wishes.c.number), 0)).filter_by(community_id=wish.community)
        row = {
            "community_id": wish.community,
            "number": self._run(last).scalar_one() + 1,
            "key": wish.key,
            "wisher_id": wish.wisher.telegram_id,
            "building": wish.wisher.building,
            "text": wish.text,
            "photo": wish.photo,
            "wished_at": wish.wished_at,
        }
        made = insert(wishes).values(row | _changing(wish)).returning(*wishes.c)
        return self._wish(self._run(made).mappings().one())

    def save(self, wish: Wish) -> None:
        self._run(update(wishes).filter_by(id=wish.id).values(_changing(wish)))

    def get(self, wish: WishId) -> Wish:
        return self._found(id=wish)

    def with_key(self, key: str) -> Wish | None:
        row = self._run(select(wishes).filter_by(key=key)).mappings().first()
        return self._wish(row) if row else None

    def numbered(self, community: CommunityId | None, number: int) -> Wish:
        return self._found(community_id=community, number=number)

    def count_live(self, community: CommunityId, wisher: int) -> int:
        theirs = select(func.count()).select_from(wishes).filter_by(community_id=community, wisher_id=wisher)
        return self._run(theirs.where(wishes.c.state.in_(LIVE))).scalar_one()

    def count_open(self, community: CommunityId) -> int:
        return self._run(select(func.count()).select_from(wishes).where(_waits, _in(community))).scalar_one()

    def open(self, community: CommunityId, most: int, skip: int) -> Sequence[Wish]:
        newest = select(wishes).where(_waits, _in(community)).order_by(wishes.c.id.desc()).limit(most).offset(skip)
        return [self._wish(row) for row in self._run(newest).mappings()]

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Standing]:
        waits = wishes.c.id.in_(select(wish_queue.c.wish_id).filter_by(telegram_id=telegram_id))
        theirs = or_(wishes.c.wisher_id == telegram_id, wishes.c.helper_id == telegram_id, waits)
        order = (wishes.c.state.in_(LIVE).desc(), wishes.c.id.desc())
        found = self._run(select(wishes).where(_in(community), theirs).order_by(*order).limit(most)).mappings()
        return [
            Standing(wish, wish.wisher.telegram_id == telegram_id, self.waiting(wish, telegram_id))
            for wish in map(self._wish, found.all())
        ]

    def due(self, now: datetime, most: int) -> Sequence[Wish]:
        due = select(wishes).where(wishes.c.due_at <= now).order_by(wishes.c.due_at)
        locked = due.with_for_update(skip_locked=True)
        return [self._wish(row) for row in self._claims.mappings("wishes", locked, wishes.c.id, most=most)]

    def queue(self, wish: Wish, telegram_id: int, at: datetime) -> Waiting:
        last = insert(wish_queue).values(wish_id=wish.id, telegram_id=telegram_id, joined_at=at)
        return self._place(self._run(last.returning(*wish_queue.c)).one())

    def waiting(self, wish: Wish, telegram_id: int) -> Waiting | None:
        row = self._run(select(wish_queue).filter_by(wish_id=wish.id, telegram_id=telegram_id)).first()
        return self._place(row) if row else None

    def first(self, wish: Wish) -> Waiting | None:
        row = self._run(select(wish_queue).filter_by(wish_id=wish.id).order_by(wish_queue.c.id).limit(1)).first()
        return Waiting(row.id, row.telegram_id, 1) if row else None

    def leave(self, waiting: Waiting) -> None:
        self._run(delete(wish_queue).filter_by(id=waiting.id))

    def dissolve(self, wish: Wish) -> tuple[int, ...]:
        queue = select(wish_queue.c.telegram_id).filter_by(wish_id=wish.id).order_by(wish_queue.c.id)
        waited = tuple(self._run(queue).scalars())
        self._run(delete(wish_queue).filter_by(wish_id=wish.id))
        return waited

    def _place(self, row: Row[tuple[object, ...]]) -> Waiting:
        before = select(func.count()).select_from(wish_queue).filter_by(wish_id=row.wish_id)
        return Waiting(row.id, row.telegram_id, self._run(before.where(wish_queue.c.id <= row.id)).scalar_one())

    def _found(self, **where: object) -> Wish:
        row = self._run(select(wishes).filter_by(**where)).mappings().first()
        if row is None:
            raise NoWish
        return self._wish(row)

    def _wish(self, found: RowMapping) -> Wish:
        community = found["community_id"]
        helper = None
        if found["helper_id"] is not None:
            helper = self._neighbour(community, found["helper_id"], found["helper_building"])
        return Wish(
            id=WishId(found["id"]),
            community=community,
            number=found["number"],
            key=found["key"],
            wisher=self._neighbour(community, found["wisher_id"], found["building"]),
            text=found["text"],
            photo=found["photo"],
            wished_at=found["wished_at"],
            state=State(found["state"]),
            due_at=found["due_at"],
            asked=found["asked"],
            helper=helper,
            turn=found["turn"],
            named=found["named"],
            thanked=found["thanked"],
            reason=found["reason"],
        )

    def _neighbour(self, community: CommunityId, telegram_id: int, building: int) -> Neighbour:
        try:
            resident = self._residents.on_roll(Reader(telegram_id, "", community=community))
        except NotOnRoll:
            return Neighbour(telegram_id, building)
        return Neighbour(telegram_id, building, resident.name, resident.household.address)


def _in(community: CommunityId) -> ColumnElement[bool]:
    return wishes.c.community_id == community


def _changing(wish: Wish) -> dict[str, object]:
    """What of a wish may be another by now."""
    return {
        "state": wish.state,
        "due_at": wish.due_at,
        "asked": wish.asked,
        "helper_id": wish.helper.telegram_id if wish.helper else None,
        "helper_building": wish.helper.building if wish.helper else None,
        "turn": wish.turn,
        "named": wish.named,
        "thanked": wish.thanked,
        "reason": wish.reason,
    }
