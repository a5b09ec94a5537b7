"""Outcomes of votes, and resolutions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, func, insert, select, update

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.outcomes.model.refusals import NoOutcome
from bot.outcomes.model.statement import Resolution, Stage, Statement
from bot.outcomes.model.tally import Tally
from bot.votes.model.rule import Electorate
from bot.votes.model.vote import VoteId
from bot.votes.repository import Votes
from storage.agenda_tables import items
from storage.claims import SqlClaims
from storage.outcomes_tables import resolutions, statements
from storage.vote_tables import ballots, votes

_TALLY: TypeAdapter[Tally] = TypeAdapter(Tally)


class SqlOutcomes:
    """Implements `bot.outcomes.repository.Outcomes`."""

    def __init__(self, connection: Connection, known: Votes, claims: SqlClaims) -> None:
        self._run = connection.execute
        self._votes = known
        self._claims = claims

    def state(self, statement: Statement) -> None:
        row = {
            "vote_id": statement.vote.id,
            "outcome": statement.outcome,
            "tally": _TALLY.dump_json(statement.tally).decode(),
            "digest": statement.digest,
            "stated_at": statement.stated_at,
            "until": statement.until,
        }
        self._run(insert(statements).values(row | _changing(statement)))

    def save(self, statement: Statement) -> None:
        this = update(statements).filter_by(vote_id=statement.vote.id)
        self._run(this.values(_changing(statement)))

    def resolve(self, statement: Statement) -> Statement:
        made, community = statement.resolution, statement.vote.community
        if made is None:
            raise ValueError("nothing was resolved")
        last = select(func.coalesce(func.max(resolutions.c.number), 0)).filter_by(community_id=community)
        row = {
            "community_id": community,
            "number": self._run(last).scalar_one() + 1,
            "vote_id": made.vote,
            "outcome": statement.outcome,
            "electorate": made.electorate,
            "entitled": made.entitled,
            "ballots": made.ballots,
            "agreed": made.agreed,
            "winner": made.winner,
            "at": made.at,
        }
        self._run(insert(resolutions).values(row))
        return replace(statement, resolution=replace(made, number=row["number"]))

    def of(self, vote: VoteId, community: CommunityId | None) -> Statement:
        return self._one(_all().where(votes.c.id == vote, votes.c.community_id == community))

    def numbered(self, community: CommunityId | None, number: int) -> Statement:
        return self._one(_all().where(votes.c.community_id == community, votes.c.number == number))

    def published_of(self, item: ItemId) -> Statement | None:
        row = self._run(_all().where(votes.c.item_id == item, statements.c.stage == Stage.NOTICE)).first()
        return None if row is None else self._statement(row)

    def due(self, now: datetime) -> Statement | None:
        earliest = _all().where(statements.c.due_at <= now).order_by(statements.c.due_at)
        locked = earliest.with_for_update(of=statements, skip_locked=True)
        found = self._claims.rows("outcomes", locked, statements.c.vote_id, most=1)
        return self._statement(found[0]) if found else None

    def place_of(self, vote: VoteId, receipt: str) -> int | None:
        theirs = select(func.count()).select_from(ballots).where(ballots.c.vote_id == vote)
        if not self._run(theirs.where(ballots.c.receipt == receipt)).scalar_one():
            return None
        return self._run(theirs.where(ballots.c.receipt <= receipt)).scalar_one()

    def count(self, community: CommunityId) -> int:
        theirs = select(func.count()).select_from(statements.join(votes)).where(votes.c.community_id == community)
        return self._run(theirs).scalar_one()

    def latest(self, community: CommunityId, most: int, skip: int) -> Sequence[Statement]:
        theirs = _all().where(votes.c.community_id == community)
        newest = theirs.order_by(statements.c.stated_at.desc(), votes.c.number.desc()).limit(most).offset(skip)
        return [self._statement(row) for row in self._run(newest)]

    def _one(self, query: Select[Any]) -> Statement:
        row = self._run(query).first()
        if row is None:
            raise NoOutcome
        return self._statement(row)

    def _statement(self, row: Row[Any]) -> Statement:
        vote = VoteId(row.vote_id)
        return Statement(
            vote=self._votes.get(vote),
            item_number=row.item_number,
            tally=_TALLY.validate_json(row.tally),
            digest=row.digest,
            stated_at=row.stated_at,
            stage=Stage(row.stage),
            until=row.until,
            due_at=row.due_at,
            resolution=None if row.resolution is None else _resolution(row, vote),
        )


def _all() -> Select[Any]:
    """Statements with the numbers of their items, and what was resolved."""
    made = [column.label(f"made_{column.name}") for column in resolutions.c if column.name not in ("id", "number")]
    wanted = (*statements.c, items.c.number.label("item_number"), resolutions.c.number.label("resolution"), *made)
    whole = statements.join(votes, votes.c.id == statements.c.vote_id).join(items, items.c.id == votes.c.item_id)
    return select(*wanted).select_from(whole.outerjoin(resolutions, resolutions.c.vote_id == statements.c.vote_id))


def _changing(statement: Statement) -> dict[str, object]:
    return {"stage": statement.stage, "due_at": statement.due_at}


def _resolution(row: Row[Any], vote: VoteId) -> Resolution:
    return Resolution(
        number=row.resolution,
        vote=vote,
        electorate=Electorate(row.made_electorate),
        entitled=row.made_entitled,
        ballots=row.made_ballots,
        agreed=row.made_agreed,
        winner=row.made_winner,
        at=row.made_at,
    )
