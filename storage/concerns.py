"""Concerns and their history."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    Connection,
    Row,
    insert,
    select,
    update,
)

from bot.concerns.model.concern import Concern, ConcernId, Line, Partner
from bot.concerns.model.life import Deed, Entry
from bot.concerns.model.refusals import NoConcern
from bot.config import Response
from bot.kit.people import CommunityId
from bot.residents.model import Resident
from storage.claims import SqlClaims
from storage.concern_rows import concern_of, line_of, moving
from storage.concern_tables import concern_history, concern_numbers, concerns
from storage.residents import SqlResidents


class SqlConcerns:
    """Implements `bot.concerns.repository.Concerns`."""

    def __init__(self, connection: Connection, residents: SqlResidents, rules: Response, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._residents = residents
        self._rules = rules
        self._claims = claims

    def next_number(self, community: CommunityId) -> int:
        counting = update(concern_numbers).filter_by(community_id=community).values(last=concern_numbers.c.last + 1)
        number = self._run(counting.returning(concern_numbers.c.last)).scalar()
        if number is None:
            number = 1
            self._run(insert(concern_numbers).values(community_id=community, last=number))
        return int(number)

    def add(self, concern: Concern) -> Concern:
        first, *more = concern.told.photos or (None,)
        row = {
            "community_id": concern.community,
            "number": concern.number,
            "key": concern.key,
            "author_id": concern.author.id,
            "author_telegram_id": concern.author.telegram_id,
            "text": concern.told.text,
            "photo": first,
            "more_photos": more,
            "voice": concern.told.voice,
            "place": concern.where,
            "latitude": concern.spot.latitude if concern.spot else None,
            "longitude": concern.spot.longitude if concern.spot else None,
            "building": concern.building,
            "category": concern.category,
            "origin": concern.origin,
            "told_by": concern.told_by,
            "raised_at": concern.raised_at,
        } | moving(concern, self._rules)
        return self.one(self._run(insert(concerns).values(row).returning(*concerns.c)).one())

    def save(self, concern: Concern) -> None:
        self._run(update(concerns).filter_by(id=concern.id).values(moving(concern, self._rules)))

    def note(
        self,
        concern: Concern,
        deed: Deed | Entry,
        by: int,
        at: datetime,
        words: str = "",
        photo: str | None = None,
        *,
        until: datetime | None = None,
        to: Partner | None = None,
    ) -> int:
        row = {
            "concern_id": concern.id,
            "deed": deed,
            "by": by,
            "at": at,
            "words": words,
            "photo": photo,
            "until": until,
            "partner": to,
        }
        return int(self._run(insert(concern_history).values(row).returning(concern_history.c.id)).scalar_one())

    def line(self, line: int) -> Line:
        row = self._run(select(concern_history).filter_by(id=line)).first()
        if row is None:
            raise NoConcern
        return line_of(row._mapping)

    def lines(self, concern: ConcernId) -> Sequence[Line]:
        found = select(concern_history).filter_by(concern_id=concern).order_by(concern_history.c.id)
        return [line_of(row._mapping) for row in self._run(found)]

    def to_look_at(self, now: datetime, most: int) -> Sequence[Concern]:
        due = select(concerns).where(concerns.c.look_at <= now).order_by(concerns.c.look_at, concerns.c.id)
        return [self.one(row) for row in self._claims.rows("concerns", due, concerns.c.id, most=most)]

    def belong_to(self, resident: Resident) -> None:
        theirs = update(concerns).filter_by(author_id=resident.id, author_telegram_id=None)
        self._run(theirs.values(author_telegram_id=resident.telegram_id))

    def duplicates(self, original: ConcernId) -> Sequence[Concern]:
        found = select(concerns).filter_by(original_id=original).order_by(concerns.c.id)
        return [self.one(row) for row in self._run(found)]

    def with_id(self, concern: ConcernId) -> Concern:
        row = self._run(select(concerns).filter_by(id=concern)).first()
        if row is None:
            raise NoConcern
        return self.one(row)

    def with_key(self, key: str) -> Concern | None:
        row = self._run(select(concerns).filter_by(key=key)).first()
        return self.one(row) if row else None

    def numbered(self, community: CommunityId | None, number: int) -> Concern:
        row = self._run(select(concerns).filter_by(community_id=community, number=number)).first()
        if row is None:
            raise NoConcern(number)
        return self.one(row)

    def of(self, community: CommunityId, telegram_id: int, most: int) -> Sequence[Concern]:
        theirs = select(concerns).filter_by(community_id=community, author_telegram_id=telegram_id)
        newest = theirs.order_by(concerns.c.id.desc()).limit(most)
        return [self.one(row) for row in self._run(newest)]

    def one(self, row: Row[tuple[object, ...]]) -> Concern:
        """The concern in a row of all its columns."""
        return concern_of(row._mapping, self._residents.resident(row._mapping["author_id"]))
