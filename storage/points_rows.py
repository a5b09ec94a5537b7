"""Accounts and entries of points as they stand in rows, and what is asked about them everywhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, ScalarSelect, Select, bindparam, func, select

from bot.kit.people import CommunityId
from bot.points.model.ledger import EARNED, Account, AccountId, Entry, EntryId, Kind, Owner, Rule
from storage.points_tables import accounts, entries, notes
from storage.prepared import Prepared

WRITTEN = select(*entries.c, notes.c.text).outerjoin(notes, notes.c.entry_id == entries.c.id)
"""Entries with what is noted beside them."""


def is_of(owner: Owner) -> ColumnElement[bool]:
    """The account of this owner."""
    of_community = (accounts.c.community_id == owner.community) & (accounts.c.kind == owner.kind)
    return of_community & (accounts.c.holder == owner.holder)


def id_of(owner: Owner) -> ScalarSelect[int]:
    """For use within a query; NULL where there is no account yet."""
    return select(accounts.c.id).where(is_of(owner)).scalar_subquery()


def stands() -> ColumnElement[bool]:
    """Entries that nobody has reversed."""
    back = entries.alias("back")
    return ~select(back.c.id).where(back.c.reverses == entries.c.id).exists()


def earned_on(day: date, account: ColumnElement[int], *rules: Rule) -> Select[int]:
    """What came into an account on a day by these rules, without what was reversed later."""
    counted = (entries.c.day == day) & entries.c.rule.in_(rules or EARNED) & stands()
    return select(func.coalesce(func.sum(entries.c.amount), 0)).where(entries.c.target_id == account, counted)


OWNED = Prepared(
    select(accounts).where(
        accounts.c.community_id == bindparam("community"),
        accounts.c.kind == bindparam("kind"),
        accounts.c.holder == bindparam("holder"),
    )
)


def account_of(row: Mapping[Any, Any]) -> Account:
    owner = Owner(CommunityId(row["community_id"]), Kind(row["kind"]), row["holder"])
    return Account(AccountId(row["id"]), owner, row["balance"])


def entry_of(row: RowMapping) -> Entry:
    """Out of a row of `WRITTEN`."""
    return Entry(
        id=EntryId(row["id"]),
        community=CommunityId(row["community_id"]),
        source=AccountId(row["source_id"]),
        target=AccountId(row["target_id"]),
        amount=row["amount"],
        rule=Rule(row["rule"]),
        evidence=row["evidence"],
        giver=row["giver_id"],
        at=row["at"],
        day=row["day"],
        reverses=row["reverses"],
        note=row["text"] or "",
    )
