"""Who took part in what the community does: counted by part, against the roll."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    func,
    null,
    or_,
    select,
    union,
)

from bot.agenda.model.item import Side
from bot.coverage.model import Cell, Dimension
from bot.kit.people import CommunityId
from bot.reports.model.dates import Span
from bot.residents.model import AgeBand, Tenure
from bot.review.model.review import Took
from bot.roles.model import Role
from bot.votes.model.vote import State as VoteState
from storage.agenda_tables import items
from storage.agenda_tables import points as said
from storage.agenda_tables import supporters as backers
from storage.concern_tables import concerns
from storage.floor_tables import check_ins
from storage.good_deeds import deeds
from storage.owners import ownerships
from storage.roles import appointments
from storage.roll import households, residents
from storage.sittings import sittings
from storage.supporters import concern_supporters
from storage.vote_tables import entries, votes

Run = Callable[[Select[Any] | CompoundSelect[Any]], Any]
SPEAKS = (Side.PRO, Side.CON, Side.QUESTION, Side.OBJECTION)
"""Answers are a moderator's, advice is a guide's."""


def took_part(run: Run, community: CommunityId, span: Span) -> Took:
    """Adults by age, households by tenure and by building; guides are not counted on either side."""
    people = _residents(community, span).subquery()
    homes = _households(community, span).subquery()
    age = select(residents.c.age_band, func.count(), func.count(people.c.resident)).outerjoin(
        people, people.c.resident == residents.c.id
    )
    adult = (residents.c.age_band != AgeBand.MINOR) & ~_guides(community)
    by_age = age.where(_there(residents, community, span), adult).group_by(residents.c.age_band)

    def of_homes(part: ColumnElement[Any]) -> Sequence[Cell]:
        counted = select(part, func.count(), func.count(homes.c.household)).outerjoin(
            homes, homes.c.household == households.c.id
        )
        return _cells(run(counted.where(_there(households, community, span)).group_by(part)))

    return Took({
        Dimension.TENURE: _ordered(of_homes(households.c.tenure), list(Tenure)),
        Dimension.AGE: _ordered(_cells(run(by_age)), list(AgeBand)),
        Dimension.BUILDING: sorted(of_homes(households.c.building), key=lambda cell: int(cell.part)),
    })  # fmt: skip


def _residents(community: CommunityId, span: Span) -> CompoundSelect[Any]:
    """Those on the roll who did something by themselves; of a household's ballot nobody knows whose hand it was."""
    by_account = _accounts(community, span).subquery()
    speaks = select(residents.c.id.label("resident")).join(by_account, by_account.c.who == residents.c.telegram_id)
    raised = select(concerns.c.author_id).where(concerns.c.community_id == community)
    met = select(concern_supporters.c.resident_id).join(concerns).where(concerns.c.community_id == community)
    cast = _cast(entries.c.resident_id, community, span).where(entries.c.resident_id.is_not(None))
    return union(
        speaks.where(residents.c.community_id == community),
        raised.where(_in(concerns.c.raised_at, span)),
        met.where(_in(concern_supporters.c.at, span)),
        cast,
    )


def _accounts(community: CommunityId, span: Span) -> CompoundSelect[Any]:
    """Telegram ids."""
    mine = items.c.community_id == community
    return union(
        select(items.c.proposer.label("who")).where(mine, _in(items.c.proposed_at, span)),
        select(backers.c.telegram_id).join(items).where(mine, _in(backers.c.at, span)),
        select(said.c.author).join(items).where(mine, said.c.side.in_(SPEAKS), _in(said.c.at, span)),
        select(check_ins.c.telegram_id).join(sittings)
        .where(sittings.c.community_id == community, _in(check_ins.c.at, span)),
        _cast(entries.c.seat, community, span).where(entries.c.seat.is_not(None)),
        select(deeds.c.doer).where(deeds.c.community_id == community, deeds.c.verdict.in_(("help", "task")),
                                   _in(deeds.c.decided_at, span)),
    )  # fmt: skip


def _households(community: CommunityId, span: Span) -> CompoundSelect[Any]:
    """Where somebody did something, or whose ballot was cast: its own, or that of an owner."""
    people = _residents(community, span).subquery()
    living = select(residents.c.household_id.label("household")).join(people, people.c.resident == residents.c.id)
    owned = _cast(ownerships.c.household_id, community, span).join(
        ownerships, (ownerships.c.owner_id == entries.c.owner_id) & ownerships.c.until.is_(None)
    )
    cast = _cast(entries.c.household_id, community, span).where(entries.c.household_id.is_not(None))
    return union(living.where(~_guides(community)), cast, owned)


def _cast(whose: ColumnElement[Any], community: CommunityId, span: Span) -> Select[Any]:
    """Of votes that were closed then: before, nothing is told of who took part."""
    closed = (votes.c.community_id == community) & (votes.c.state == VoteState.CLOSED) & _in(votes.c.ended_at, span)
    return select(whose).select_from(entries).join(votes, votes.c.id == entries.c.vote_id).where(
        closed, entries.c.origin.is_not(None)
    )  # fmt: skip


def _guides(community: CommunityId) -> ColumnElement[bool]:
    """Of residents: whoever is a guide by now. They advise, and take no part."""
    held = select(appointments.c.telegram_id).filter_by(community_id=community, role=Role.GUIDE, ended_at=None)
    return residents.c.telegram_id.is_not(null()) & residents.c.telegram_id.in_(held)


def _there(table: Table, community: CommunityId, span: Span) -> ColumnElement[bool]:
    """On the roll when `span` ended."""
    return and_(table.c.community_id == community, or_(table.c.left_at.is_(None), table.c.left_at >= span.until))


def _in(moment: ColumnElement[Any], span: Span) -> ColumnElement[bool]:
    return and_(moment >= span.since, moment < span.until)


def _cells(rows: Any) -> Sequence[Cell]:
    return [Cell(str(part), there, took) for part, there, took in rows]


def _ordered(cells: Sequence[Cell], order: Sequence[str]) -> Sequence[Cell]:
    return sorted(cells, key=lambda cell: order.index(cell.part))
