"""Votes, and what is due about them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.votes.model.refusals import NoVote
from bot.votes.model.reminder import Reminder
from bot.votes.model.vote import State, Vote, VoteId
from storage.claims import SqlClaims
from storage.upsert import each
from storage.vote_rows import changing_row, vote_of, vote_row
from storage.vote_tables import changed, reminders, votes

BEHIND = each(lambda upsert: upsert(changed).on_conflict_do_nothing())


class SqlVotes:
    """Implements `bot.votes.repository.Votes`."""

    def __init__(self, connection: Connection, claims: SqlClaims) -> None:
        self._connection = connection
        self._run = connection.execute
        self._claims = claims
        self._behind = BEHIND[connection.dialect.name]

    def open(self, vote: Vote) -> Vote:
        latest = select(func.coalesce(func.max(votes.c.number), 0) + 1).filter_by(community_id=vote.community)
        row = vote_row(vote) | {"number": latest.scalar_subquery(), "key_kept": True}
        return vote_of(self._run(insert(votes).values(row).returning(*votes.c)).mappings().one())

    def save(self, vote: Vote) -> None:
        self._run(update(votes).filter_by(id=vote.id).values(changing_row(vote)))

    def get(self, vote: VoteId) -> Vote:
        return self._one(select(votes).filter_by(id=vote))

    def numbered(self, community: CommunityId | None, number: int) -> Vote:
        return self._one(select(votes).filter_by(community_id=community, number=number))

    def with_key(self, key: str) -> Vote | None:
        return self._first(select(votes).filter_by(key=key))

    def running_on(self, item: ItemId) -> Vote | None:
        return self._first(select(votes).filter_by(item_id=item, state=State.OPEN))

    def of_item(self, item: ItemId) -> Sequence[Vote]:
        return self._all(select(votes).filter_by(item_id=item).order_by(votes.c.id))

    def running(self, community: CommunityId, now: datetime) -> Sequence[Vote]:
        running = select(votes).filter_by(community_id=community, state=State.OPEN).where(votes.c.closes_at > now)
        return self._all(running.order_by(votes.c.closes_at, votes.c.id))

    def latest_over(self, community: CommunityId, most: int) -> Sequence[Vote]:
        over = select(votes).filter_by(community_id=community).where(votes.c.state != State.OPEN)
        return self._all(over.order_by(votes.c.ended_at.desc(), votes.c.id.desc()).limit(most))

    def to_close(self, now: datetime) -> VoteId | None:
        over = select(votes.c.id).filter_by(state=State.OPEN).where(votes.c.closes_at <= now)
        ordered = over.order_by(votes.c.closes_at, votes.c.id).with_for_update(skip_locked=True)
        return next((VoteId(row.id) for row in self._claims.rows("votes", ordered, votes.c.id, most=1)), None)

    def card_is_behind(self, vote: VoteId) -> None:
        self._behind.changes(self._connection, {"vote_id": vote})

    def cards_behind(self, most: int) -> Sequence[VoteId]:
        first = select(changed.c.vote_id).order_by(changed.c.vote_id).with_for_update(skip_locked=True)
        behind = [row.vote_id for row in self._claims.rows("vote_cards", first, changed.c.vote_id, most=most)]
        if behind:
            self._run(delete(changed).where(changed.c.vote_id.in_(behind)))
        return behind

    def plan_reminders(self, planned: Sequence[Reminder]) -> None:
        for vote in {reminder.vote for reminder in planned}:
            self.withdraw_reminders(vote)
        for one in planned:
            row = {"vote_id": one.vote, "hours": one.hours, "due_at": one.due_at, "reached": one.reached}
            self._run(insert(reminders).values(row))

    def withdraw_reminders(self, vote: VoteId) -> None:
        self._run(delete(reminders).filter_by(vote_id=vote))

    def reminder_due(self, now: datetime) -> Reminder | None:
        due = select(reminders).where(reminders.c.due_at <= now).order_by(reminders.c.due_at, reminders.c.vote_id)
        locked = due.with_for_update(skip_locked=True)
        found = self._claims.rows("vote_reminders", locked, reminders.c.vote_id, reminders.c.hours, most=1)
        return next((Reminder(VoteId(row.vote_id), row.hours, row.due_at, row.reached) for row in found), None)

    def save_reminder(self, reminder: Reminder, *, done: bool) -> None:
        this = {"vote_id": reminder.vote, "hours": reminder.hours}
        if done:
            self._run(delete(reminders).filter_by(**this))
        else:
            self._run(update(reminders).filter_by(**this).values(reached=reminder.reached, due_at=reminder.due_at))

    def _one(self, wanted: Select[tuple[object, ...]]) -> Vote:
        found = self._first(wanted)
        if found is None:
            raise NoVote
        return found

    def _first(self, wanted: Select[tuple[object, ...]]) -> Vote | None:
        row = self._run(wanted.limit(1)).mappings().first()
        return vote_of(row) if row else None

    def _all(self, wanted: Select[tuple[object, ...]]) -> Sequence[Vote]:
        return [vote_of(row) for row in self._run(wanted).mappings()]
