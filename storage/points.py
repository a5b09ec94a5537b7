"""The ledger of points. Whoever moves any locks the accounts in the order of their ids, so that none waits for a
circle of others; what is read under the lock stays true until the entry is written."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo

from sqlalchemy import Connection, Select, func, insert, or_, select, union_all
from sqlalchemy.dialects import postgresql, sqlite

from bot.config import PointRules
from bot.floor.model.session import Session
from bot.kit.people import CommunityId
from bot.points.model.ledger import (
    NOTE,
    Account,
    AccountId,
    Entry,
    EntryId,
    Kind,
    Owner,
    Posting,
    Reward,
    Room,
    Rule,
    month_of,
    reversal_of,
    room,
    terms,
)
from bot.points.model.refusals import NoEntry, NotEnoughPoints, ReversedAlready
from bot.votes.model.vote import Vote
from storage.floor_tables import check_ins
from storage.points_batch import Batch
from storage.points_rows import OWNED, WRITTEN, account_of, earned_on, entry_of, id_of, stands
from storage.points_tables import accounts, entries, notes
from storage.vote_roll import participants_of


class SqlLedger:
    """Implements `bot.points.repository.Ledger`."""

    def __init__(
        self, connection: Connection, now: datetime, zone: tzinfo, rules: Callable[[CommunityId], PointRules]
    ) -> None:
        self._connection = connection
        self._run = connection.execute
        self._insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        self._now = now
        self._today = now.astimezone(zone).date()
        self._rules = rules

    def account(self, owner: Owner) -> Account:
        opening = self._insert(accounts).values(community_id=owner.community, kind=owner.kind, holder=owner.holder)
        self._run(opening.on_conflict_do_nothing())
        month = self._to_fund(owner)
        if month:
            issue = Owner(owner.community, Kind.ISSUE)
            funding = Posting(issue, owner, month, Rule.FUNDING, _funding(owner))
            source, target = self._locked(self.account(issue), self._found(owner))
            self._write(source, target, funding)
        return self._found(owner)

    def find(self, owner: Owner) -> Account | None:
        whose = {"community": owner.community, "kind": owner.kind, "holder": owner.holder}
        row = OWNED.first(self._connection, whose)
        return account_of(row) if row else None

    def this_month(self, community: CommunityId, kind: Kind) -> Owner:
        return Owner(community, kind, month_of(self._today))

    def balance(self, owner: Owner) -> int:
        found = self.find(owner)
        return (found.balance if found else 0) + self._to_fund(owner)

    def post(self, posting: Posting) -> Entry | None:
        if self.with_evidence(posting.source.community, posting.evidence):
            return None
        source, target = self._locked(self.account(posting.source), self.account(posting.target))
        if source.balance < posting.amount and source.owner.kind is not Kind.ISSUE:
            raise NotEnoughPoints(source.owner.kind, source.balance, posting.amount)
        return self._write(source, target, posting)

    def reward(self, reward: Reward) -> Entry | None:
        budget = self.this_month(reward.to.community, Kind.BUDGET)
        self._locked(self.account(budget), self.account(reward.to))
        worth = terms(self._rules(reward.to.community), reward.rule).worth if reward.worth is None else reward.worth
        amount = self.room(reward.to, reward.rule).of(worth)
        if not amount:
            return None
        return self.post(Posting(budget, reward.to, amount, reward.rule, reward.evidence, reward.giver, reward.note))

    def reward_attendance(self, session: Session) -> int:
        came = select(check_ins.c.telegram_id).where(check_ins.c.sitting_id == session.sitting)
        return self._reward_all(session.community, Rule.ATTENDING, f"sitting-{session.sitting}", came)

    def reward_voters(self, vote: Vote) -> int:
        return self._reward_all(vote.community, Rule.VOTING, f"vote-{vote.id}", participants_of(vote.id))

    def reverse(self, entry: EntryId, giver: int | None, note: str = "") -> Entry:
        wrong = self.entry(entry)
        if wrong.reverses is not None:
            raise NoEntry
        source, target = self.owner(wrong.target), self.owner(wrong.source)
        opposite = Posting(source, target, wrong.amount, Rule.REVERSAL, reversal_of(entry), giver, note, entry)
        written = self.post(opposite)
        if written is None:
            raise ReversedAlready
        return written

    def entry(self, entry: EntryId) -> Entry:
        row = self._run(WRITTEN.where(entries.c.id == entry)).mappings().first()
        if row is None:
            raise NoEntry
        return entry_of(row)

    def with_evidence(self, community: CommunityId, evidence: str) -> Entry | None:
        where = (entries.c.community_id == community) & (entries.c.evidence == evidence)
        row = self._run(WRITTEN.where(where)).mappings().first()
        return entry_of(row) if row else None

    def room(self, owner: Owner, rule: Rule) -> Room:
        account = id_of(owner)
        by_rule = self._run(earned_on(self._today, account, rule)).scalar_one()
        by_day = self._run(earned_on(self._today, account)).scalar_one()
        left = self.balance(self.this_month(owner.community, Kind.BUDGET))
        return room(self._rules(owner.community), rule, by_rule, by_day, left)

    def owner(self, account: AccountId) -> Owner:
        return account_of(self._run(select(accounts).where(accounts.c.id == account)).mappings().one()).owner

    def given_today(self, community: CommunityId, giver: int) -> int:
        [theirs] = self._locked(self.account(Owner(community, Kind.PERSON, giver)))
        today = select(func.coalesce(func.sum(entries.c.amount), 0)).where(
            entries.c.giver_id == theirs.id, entries.c.day == self._today, entries.c.rule == Rule.AWARD, stands()
        )
        return int(self._run(today).scalar_one())

    def latest(self, owner: Owner, most: int) -> Sequence[Entry]:
        newest = (entries.c.day.desc(), entries.c.id.desc())
        sides = (entries.c.source_id, entries.c.target_id)
        ids = [select(entries.c.id).where(side == id_of(owner)).order_by(*newest).limit(most) for side in sides]
        some = union_all(*(one.subquery().select() for one in ids))
        rows = self._run(WRITTEN.where(entries.c.id.in_(some)).order_by(*newest).limit(most))
        return [entry_of(row) for row in rows.mappings()]

    def between(self, owner: Owner, since: date, until: date) -> Sequence[Entry]:
        theirs = or_(entries.c.source_id == id_of(owner), entries.c.target_id == id_of(owner))
        then = (entries.c.day >= since) & (entries.c.day < until)
        rows = self._run(WRITTEN.where(theirs, then).order_by(entries.c.id))
        return [entry_of(row) for row in rows.mappings()]

    def before(self, owner: Owner, day: date) -> int:
        total = select(func.coalesce(func.sum(entries.c.amount), 0)).where(entries.c.day >= day)
        came = self._run(total.where(entries.c.target_id == id_of(owner))).scalar_one()
        went = self._run(total.where(entries.c.source_id == id_of(owner))).scalar_one()
        return self.balance(owner) - int(came) + int(went)

    def _reward_all(self, community: CommunityId, rule: Rule, evidence: str, people: Select[int]) -> int:
        budget = self.account(self.this_month(community, Kind.BUDGET))
        batch = Batch(self._connection, self._rules(community), budget, self._now, self._today)
        batch.open_accounts(people)
        them = (accounts.c.community_id == community) & (accounts.c.kind == Kind.PERSON)
        with_them = (them & accounts.c.holder.in_(people)) | (accounts.c.id == budget.id)
        self._run(select(accounts.c.id).where(with_them).order_by(accounts.c.id).with_for_update()).all()
        return batch.pay(people, rule, evidence)

    def _write(self, source: Account, target: Account, posting: Posting) -> Entry | None:
        giver = None
        if posting.giver is not None:
            giver = self.account(Owner(posting.source.community, Kind.PERSON, posting.giver)).id
        row = {
            "community_id": posting.source.community,
            "source_id": source.id,
            "target_id": target.id,
            "amount": posting.amount,
            "rule": posting.rule,
            "evidence": posting.evidence,
            "giver_id": giver,
            "at": self._now,
            "day": self._today,
            "reverses": posting.reverses,
        }
        made = self._insert(entries).values(row).on_conflict_do_nothing().returning(entries.c.id)
        written = self._run(made).scalar()
        if written is None:
            return None
        if posting.note:
            self._run(insert(notes).values(entry_id=written, text=posting.note[:NOTE]))
        return self.entry(written)

    def _to_fund(self, owner: Owner) -> int:
        """What this month's budget is still to be filled with; 0 for every other account."""
        if owner.kind not in (Kind.BUDGET, Kind.GOODS) or owner.holder != month_of(self._today):
            return 0
        if self.with_evidence(owner.community, _funding(owner)):
            return 0
        rules = self._rules(owner.community)
        return rules.budget if owner.kind is Kind.BUDGET else rules.goods

    def _found(self, owner: Owner) -> Account:
        found = self.find(owner)
        assert found is not None  # noqa: S101 - `account` has opened it
        return found

    def _locked(self, *wanted: Account) -> Sequence[Account]:
        """The same accounts as they stand now; nobody else moves them until this transaction ends."""
        ids = [account.id for account in wanted]
        rows = self._run(select(accounts).where(accounts.c.id.in_(ids)).order_by(accounts.c.id).with_for_update())
        found = {row["id"]: account_of(row) for row in rows.mappings()}
        return [found[number] for number in ids]


def _funding(owner: Owner) -> str:
    """Evidence: each budget is filled up once."""
    return f"{owner.kind}-{owner.holder}"
