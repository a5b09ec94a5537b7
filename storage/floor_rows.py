"""Sessions, check-ins, treated items and turns: from and to rows."""

from typing import Any

from sqlalchemy import Row, RowMapping

from bot.agenda.model.item import ItemId, Outcome
from bot.floor.model.presence import CheckIn, Origin, Present
from bot.floor.model.queue import Stand, Turn
from bot.floor.model.session import Session
from bot.floor.model.treated import NoVote, Result, TalkOnly, Treated
from bot.kit.people import CommunityId
from bot.previews.model.notice import WhyTalkOnly
from bot.sittings.model.sitting import SittingId


def session_row(session: Session) -> dict[str, object]:
    present = session.present
    return {
        "sitting_id": session.sitting,
        "community_id": session.community,
        "opened_at": session.opened_at,
        "chair": session.chair,
        "code": session.code,
        "closed_at": session.closed_at,
        "adjourned": session.adjourned,
        "with_quorum": session.with_quorum,
        "people": present.people if present else None,
        "remote": present.remote if present else None,
        "counted": present.counted if present else None,
        "seats": present.seats if present else None,
        "needed": present.needed if present else None,
    }


def session_of(row: RowMapping) -> Session:
    there = [row[name] for name in ("people", "remote", "counted", "seats", "needed")]
    return Session(
        sitting=SittingId(row["sitting_id"]),
        community=CommunityId(row["community_id"]),
        opened_at=row["opened_at"],
        chair=row["chair"],
        code=row["code"],
        closed_at=row["closed_at"],
        adjourned=row["adjourned"],
        present=None if there[0] is None else Present(*there),
    )


def check_in_of(row: Row[Any]) -> CheckIn:
    return CheckIn(SittingId(row.sitting_id), row.telegram_id, Origin(row.origin), row.at)


def treated_row(one: Treated) -> dict[str, object]:
    return {
        "sitting_id": one.sitting,
        "item_id": one.item,
        "position": one.position,
        "opened_at": one.opened_at,
        "opened_by": one.opened_by,
        "closed_at": one.closed_at,
        "voted": one.voted,
        "talk_only": one.talk_only,
        "balloted": one.balloted,
        "yes": one.result.yes if one.result else None,
        "no": one.result.no if one.result else None,
        "abstained": one.result.abstained if one.result else None,
        "outcome": one.result.outcome if one.result else None,
    }


def treated_of(row: RowMapping) -> Treated:
    counted = row["outcome"] is not None
    return Treated(
        sitting=SittingId(row["sitting_id"]),
        item=ItemId(row["item_id"]),
        position=row["position"],
        opened_at=row["opened_at"],
        opened_by=row["opened_by"],
        closed_at=row["closed_at"],
        voted=row["voted"],
        balloted=row["balloted"],
        talk_only=_talk_only(row["talk_only"]),
        result=Result(row["yes"], row["no"], row["abstained"], Outcome(row["outcome"])) if counted else None,
    )


def turn_row(turn: Turn) -> dict[str, object]:
    return {
        "sitting_id": turn.sitting,
        "item_id": turn.item,
        "telegram_id": turn.telegram_id,
        "stand": turn.stand,
        "seconds": turn.seconds,
        "asked_at": turn.asked_at,
        "called_at": turn.called_at,
        "ended_at": turn.ended_at,
    }


def turn_of(row: Row[Any]) -> Turn:
    item, stand = ItemId(row.item_id), Stand(row.stand)
    return Turn(row.id, SittingId(row.sitting_id), item, row.telegram_id, stand, row.seconds, row.asked_at,
                row.called_at, row.ended_at)  # fmt: skip


def _talk_only(kept: str | None) -> TalkOnly | None:
    if kept is None:
        return None
    return NoVote(kept) if kept in set(NoVote) else WhyTalkOnly(kept)
