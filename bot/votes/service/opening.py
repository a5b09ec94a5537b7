"""A vote is opened at the sitting, while its item is open there, and runs its period."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.agenda.model.item import Item, ItemId, Scope, Wording
from bot.agenda.model.steps import Step
from bot.floor.model.treated import Treated
from bot.kit.people import CommunityId, Reader
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork
from bot.votes.model.card import check_options
from bot.votes.model.events import VoteOpened
from bot.votes.model.matters import check_charter
from bot.votes.model.period import check_period, ends
from bot.votes.model.refusals import NobodyEntitled, NotVotable, VoteRuns
from bot.votes.model.reminder import plan
from bot.votes.model.vote import Motion, Vote, VoteId
from bot.votes.service.deciding import check_never_advised, managed_community


@dataclass(frozen=True)
class Votable:
    """An item on which a vote may be opened now, and when it could close."""

    item: Item
    wording: Wording
    sitting: SittingId
    ends: Sequence[datetime]


def to_open(uow: UnitOfWork, reader: Reader) -> Votable | None:
    """What is open at the sitting that runs, if it may be voted; None where nothing is.

    Raises `NoCommunity`, `GuideNeverDecides`, `NotAllowed`, `AdvisedBefore`, `NotVotable`, `VoteRuns`.
    """
    community = managed_community(uow, reader)
    session = uow.floor.running(community)
    on_floor = _on_floor(uow, session.sitting) if session else None
    return _votable(uow, reader, community, on_floor.item) if on_floor else None


def open_vote(uow: UnitOfWork, reader: Reader, key: str, motion: Motion) -> Vote:
    """Freeze the words and the roll, and take ballots from now on; twice is once.

    `key`: of the update or the draft. Raises `MustBeNamed`, `RuleOfPresent`, `CardMissing`, `OptionsDiffer`,
    `PeriodUnfit`, `BelowCharterMajority`, `NobodyEntitled`, and what `to_open` raises.
    """
    community = managed_community(uow, reader)
    if known := uow.votes.with_key(key):
        return known
    votable = _votable(uow, reader, community, motion.item)
    motion.check()
    check_options(motion.rule, votable.wording.words)
    if votable.item.scope is Scope.CHARTER:
        check_charter(motion.rule, uow.settings.votes)
    check_period(uow.now, motion.closes_at, uow.settings)
    vote = uow.votes.open(_new(uow, reader, key, motion, votable))
    vote = replace(vote, entitled=uow.vote_roll.freeze(vote))
    if not vote.entitled:
        raise NobodyEntitled
    uow.votes.save(vote)
    uow.votes.plan_reminders(plan(vote, uow.settings.votes, uow.now))
    _ballots_decide(uow, votable)
    uow.ballots.prepare(vote)
    uow.record(VoteOpened(vote))
    return vote


def _votable(uow: UnitOfWork, reader: Reader, community: CommunityId, item: ItemId) -> Votable:
    """Only what the group had in time, in this wording, is opened by the chair for a vote: the floor has looked."""
    found = uow.agenda.get(item, community)
    check_never_advised(uow, reader, item)
    running = uow.votes.running_on(item)
    if running is not None:
        raise VoteRuns(running.number)
    on_floor = _on_floor(uow, found.sitting) if found.sitting else None
    wording = uow.agenda.wording(item, found.version)
    there = on_floor is not None and on_floor.item == item and on_floor.voted and found.step is Step.RESOLVING
    if not there or wording is None or not wording.intact or found.sitting is None:
        raise NotVotable(found.number)
    return Votable(found, wording, found.sitting, ends(uow.now, uow.settings))


def _on_floor(uow: UnitOfWork, sitting: SittingId) -> Treated | None:
    session = uow.floor.session(sitting)
    if session is None or not session.runs:
        return None
    return next((one for one in uow.floor.treated(sitting) if one.closed_at is None), None)


def _ballots_decide(uow: UnitOfWork, votable: Votable) -> None:
    """No hands are counted on it any more, and closing it at the sitting leaves it in ④."""
    on_floor = _on_floor(uow, votable.sitting)
    if on_floor is not None:
        uow.floor.save_treated(replace(on_floor, balloted=True, result=None))


def _new(uow: UnitOfWork, reader: Reader, key: str, motion: Motion, votable: Votable) -> Vote:
    return Vote(
        id=VoteId(0),
        community=votable.item.community,
        number=0,
        key=key,
        motion=motion,
        sitting=votable.sitting,
        what=votable.item.what,
        words=votable.wording.words,
        digest=votable.wording.digest,
        opened_at=uow.now,
        opened_by=reader.telegram_id,
        charter=uow.charters.newest(votable.item.community),
    )
