"""Points for many at once: one statement, one moment, each within their own caps."""

from datetime import date, datetime

from sqlalchemy import Connection, Date, Select, String, case, cast, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.config import PointRules
from bot.points.model.ledger import Account, Kind, Rule, terms
from bot.points.model.refusals import NotEnoughPoints
from storage.points_rows import earned_on
from storage.points_tables import accounts, entries
from storage.schema import Moment


class Batch:
    """Pays `rule` out of `budget` at `now` for what `evidence` names; with each account's id it is unique."""

    def __init__(self, connection: Connection, rules: PointRules, budget: Account, now: datetime, day: date) -> None:
        self._run = connection.execute
        self._insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        self._rules = rules
        self._budget = budget
        self._now = now
        self._day = day

    def open_accounts(self, people: Select[int]) -> None:
        """For those of the people (Telegram ids) who have none yet."""
        who = people.subquery()
        community = literal(self._budget.owner.community)
        new = select(community, literal(Kind.PERSON.value), who.c[0]).where(who.c[0] > 0)
        opening = self._insert(accounts).from_select(["community_id", "kind", "holder"], new)
        self._run(opening.on_conflict_do_nothing())

    def pay(self, people: Select[int], rule: Rule, evidence: str) -> int:
        """How many were paid. The budget is locked by now. Raises `NotEnoughPoints`."""
        due = self._due(people, rule, evidence).subquery()
        total = self._run(select(func.coalesce(func.sum(due.c.amount), 0)).where(due.c.amount > 0)).scalar_one()
        if total > self._budget.balance:
            raise NotEnoughPoints(Kind.BUDGET, self._budget.balance, total)
        columns = ["community_id", "source_id", "target_id", "amount", "rule", "evidence", "at", "day"]
        rows = select(
            literal(self._budget.owner.community),
            literal(self._budget.id),
            due.c.id,
            due.c.amount,
            literal(rule.value),
            due.c.evidence,
            literal(self._now, Moment),
            literal(self._day, Date),
        ).where(due.c.amount > 0)
        paying = self._insert(entries).from_select(columns, rows)
        return self._run(paying.on_conflict_do_nothing()).rowcount

    def _due(self, people: Select[int], rule: Rule, evidence: str) -> Select[int, int, str]:
        """Account, what fits under its caps, and its evidence; without those who were paid before."""
        mine = (accounts.c.community_id == self._budget.owner.community) & (accounts.c.kind == Kind.PERSON)
        name = literal(f"{evidence}-", String) + cast(accounts.c.id, String)
        by_rule = earned_on(self._day, accounts.c.id, rule).correlate(accounts).scalar_subquery()
        by_day = earned_on(self._day, accounts.c.id).correlate(accounts).scalar_subquery()
        known = select(accounts.c.id, name.label("evidence"), by_rule.label("by_rule"), by_day.label("by_day"))
        who = known.where(mine, accounts.c.holder.in_(people)).subquery()
        worth = terms(self._rules, rule)
        in_rule, in_day = worth.a_day - who.c.by_rule, self._rules.a_day - who.c.by_day
        fits = case((in_rule < in_day, in_rule), else_=in_day)
        amount = case((fits < worth.worth, fits), else_=literal(worth.worth))
        paid = select(entries.c.evidence).where(entries.c.community_id == self._budget.owner.community)
        return select(who.c.id, amount.label("amount"), who.c.evidence).where(
            ~paid.where(entries.c.evidence == who.c.evidence).exists()
        )
