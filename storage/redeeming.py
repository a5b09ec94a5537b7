"""Goods on the shelf, and what was promised to whom."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    func,
    insert,
    select,
    update,
)

from bot.kit.people import CommunityId
from bot.redeeming.model.good import Good, GoodId, NoGood
from bot.redeeming.model.redemption import (
    GIVEN_BACK,
    NoRedemption,
    Redemption,
    RedemptionId,
    State,
)
from storage.claims import SqlClaims
from storage.redeeming_tables import goods, is_open, redemptions


class SqlGoods:
    """Implements `bot.redeeming.repository.Goods`."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.execute

    def add(self, good: Good) -> Good:
        row = {"community_id": good.community, "key": good.key, "called": good.called, **_changing(good)}
        return _good(self._run(insert(goods).values(row).returning(*goods.c)).mappings().one())

    def save(self, good: Good) -> None:
        self._run(update(goods).filter_by(id=good.id).values(_changing(good)))

    def get(self, community: CommunityId | None, good: GoodId) -> Good:
        row = self._run(select(goods).filter_by(id=good, community_id=community)).mappings().first()
        if row is None:
            raise NoGood
        return _good(row)

    def with_key(self, key: str) -> Good | None:
        row = self._run(select(goods).filter_by(key=key)).mappings().first()
        return _good(row) if row else None

    def count(self, community: CommunityId, *, all_of_them: bool = False) -> int:
        them = select(func.count()).select_from(goods).where(*_among(community, all_of_them))
        return self._run(them).scalar_one()

    def some(self, community: CommunityId, most: int, skip: int, *, all_of_them: bool = False) -> Sequence[Good]:
        them = select(goods).where(*_among(community, all_of_them)).limit(most).offset(skip)
        order = (goods.c.offered.desc(), goods.c.price, goods.c.id)
        return [_good(row) for row in self._run(them.order_by(*order)).mappings()]

    def take(self, good: GoodId) -> bool:
        one_fewer = update(goods).where(goods.c.id == good, goods.c.left > 0).values(left=goods.c.left - 1)
        return self._run(one_fewer.returning(goods.c.id)).first() is not None

    def put_back(self, good: GoodId) -> None:
        self._run(update(goods).filter_by(id=good).values(left=goods.c.left + 1))


class SqlRedemptions:
    """Implements `bot.redeeming.repository.Redemptions`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._claims = claims

    def add(self, redemption: Redemption) -> Redemption:
        row = {
            "community_id": redemption.community,
            "good_id": redemption.good,
            "called": redemption.called,
            "price": redemption.price,
            "telegram_id": redemption.telegram_id,
            "key": redemption.key,
            "code": redemption.code,
            "reserved_at": redemption.reserved_at,
        }
        made = insert(redemptions).values(row | _moving(redemption)).returning(*redemptions.c)
        return _redemption(self._run(made).mappings().one())

    def save(self, redemption: Redemption) -> None:
        self._run(update(redemptions).filter_by(id=redemption.id).values(_moving(redemption)))

    def get(self, redemption: RedemptionId) -> Redemption:
        found = self._first(redemptions.c.id == redemption)
        if found is None:
            raise NoRedemption
        return found

    def with_key(self, key: str) -> Redemption | None:
        return self._first(redemptions.c.key == key)

    def with_code(self, community: CommunityId, code: str) -> Redemption | None:
        return self._first(redemptions.c.community_id == community, redemptions.c.code == code, is_open)

    def count_of(self, good: GoodId, telegram_id: int) -> int:
        theirs = select(func.count()).select_from(redemptions).filter_by(good_id=good, telegram_id=telegram_id)
        return self._run(theirs.where(redemptions.c.state.not_in(GIVEN_BACK))).scalar_one()

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Redemption]:
        theirs = select(redemptions).filter_by(community_id=community, telegram_id=telegram_id)
        newest = theirs.order_by(is_open.desc(), redemptions.c.id.desc()).limit(most)
        return [_redemption(row) for row in self._run(newest).mappings()]

    def due(self, now: datetime, most: int) -> Sequence[Redemption]:
        due = select(redemptions).where(redemptions.c.due_at <= now).order_by(redemptions.c.due_at)
        locked = due.with_for_update(skip_locked=True)
        return [_redemption(row) for row in self._claims.mappings("redemptions", locked, redemptions.c.id, most=most)]

    def _first(self, *where: ColumnElement[bool]) -> Redemption | None:
        row = self._run(select(redemptions).where(*where)).mappings().first()
        return _redemption(row) if row else None


def _among(community: CommunityId, all_of_them: bool) -> Sequence[ColumnElement[bool]]:
    here = goods.c.community_id == community
    return [here] if all_of_them else [here, goods.c.offered, goods.c.left > 0]


def _changing(good: Good) -> dict[str, object]:
    """What of a good may be another by now."""
    return {
        "price": good.price,
        "left": good.left,
        "each": good.each,
        "photo": good.photo,
        "offered": good.offered,
    }


def _good(row: RowMapping) -> Good:
    return Good(
        id=GoodId(row["id"]),
        community=row["community_id"],
        key=row["key"],
        called=row["called"],
        price=row["price"],
        left=row["left"],
        each=row["each"],
        photo=row["photo"],
        offered=row["offered"],
    )


def _moving(redemption: Redemption) -> dict[str, object]:
    """What of a redemption may be another by now."""
    return {
        "until": redemption.until,
        "state": redemption.state,
        "due_at": redemption.due_at,
        "reminded": redemption.reminded,
        "handed_by": redemption.handed_by,
        "turn": redemption.turn,
    }


def _redemption(row: RowMapping) -> Redemption:
    return Redemption(
        id=RedemptionId(row["id"]),
        community=row["community_id"],
        good=GoodId(row["good_id"]),
        called=row["called"],
        price=row["price"],
        telegram_id=row["telegram_id"],
        key=row["key"],
        code=row["code"],
        reserved_at=row["reserved_at"],
        until=row["until"],
        state=State(row["state"]),
        due_at=row["due_at"],
        reminded=row["reminded"],
        handed_by=row["handed_by"],
        turn=row["turn"],
    )
