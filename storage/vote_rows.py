"""Votes, entries and choices: from and to rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from bot.agenda.model.item import ItemId
from bot.kit.people import CommunityId
from bot.sittings.model.sitting import SittingId
from bot.votes.model import any_rule
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.ballot import Choice
from bot.votes.model.card import OptionRow
from bot.votes.model.count import Outcome
from bot.votes.model.roll import Entry, EntryId, Origin
from bot.votes.model.vote import Extension, Motion, Secrecy, State, Vote, VoteId


def vote_row(vote: Vote) -> dict[str, object]:
    """What is kept of a new one, but for its number and its key."""
    motion = vote.motion
    return {
        "community_id": vote.community,
        "key": vote.key,
        "item_id": motion.item,
        "sitting_id": vote.sitting,
        "what": vote.what,
        "words": vote.words,
        "digest": vote.digest,
        "rule": json.dumps(any_rule.written(motion.rule), ensure_ascii=False),
        "secrecy": motion.secrecy,
        "changeable": motion.changeable,
        "card": json.dumps([astuple(row) for row in motion.card], ensure_ascii=False),
        "basis": motion.basis,
        "opened_at": vote.opened_at,
        "opened_by": vote.opened_by,
        "announced_end": motion.closes_at,
        "charter": vote.charter,
    } | changing_row(vote)


def changing_row(vote: Vote) -> dict[str, object]:
    """What may become another."""
    extension = vote.extension
    return {
        "closes_at": vote.ends_at,
        "extended_at": extension.at if extension else None,
        "extended_by": extension.by if extension else None,
        "extension": extension.reason if extension else "",
        "entitled": vote.entitled,
        "state": vote.state,
        "ended_at": vote.ended_at,
        "reason": vote.reason,
        "took_part": vote.took_part,
        "outcome": vote.outcome,
    }


def vote_of(row: Mapping[Any, Any]) -> Vote:
    before = row["announced_end"]
    extended = row["extended_at"] is not None
    return Vote(
        id=VoteId(row["id"]),
        community=CommunityId(row["community_id"]),
        number=row["number"],
        key=row["key"],
        motion=Motion(
            item=ItemId(row["item_id"]),
            rule=rule_of(row["rule"]),
            secrecy=Secrecy(row["secrecy"]),
            closes_at=before,
            changeable=row["changeable"],
            card=card_of(row["card"]),
            basis=row["basis"],
        ),
        sitting=SittingId(row["sitting_id"]),
        what=row["what"],
        words=row["words"],
        digest=row["digest"],
        opened_at=row["opened_at"],
        opened_by=row["opened_by"],
        entitled=row["entitled"],
        closes_at=row["closes_at"],
        state=State(row["state"]),
        extension=Extension(row["extended_at"], row["extended_by"], row["extension"], before) if extended else None,
        ended_at=row["ended_at"],
        reason=row["reason"],
        took_part=row["took_part"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        charter=row["charter"],
    )


def entry_of(row: Mapping[Any, Any]) -> Entry:
    """Out of a row with `entry_id`, `label`, `building` and `origin`."""
    origin = row["origin"]
    return Entry(EntryId(row["entry_id"]), row["label"], row["building"], Origin(origin) if origin else None)


def choice_row(choice: Choice) -> str:
    return json.dumps(choice, ensure_ascii=False)


def choice_of(kept: str) -> Choice:
    return tuple(json.loads(kept))


@lru_cache(maxsize=128)
def rule_of(kept: str) -> AnyRule:
    """The same text is the same rule: read once, not with every ballot."""
    return any_rule.read(json.loads(kept))


@lru_cache(maxsize=128)
def card_of(kept: str) -> Sequence[OptionRow]:
    return tuple(OptionRow(*row) for row in json.loads(kept))
