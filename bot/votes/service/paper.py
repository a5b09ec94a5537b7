"""Ballots on paper: typed in by two different people, and counted where both typed the same (row R028)."""

from collections.abc import Callable

from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.ballot import Choice
from bot.votes.model.refusals import BallotStands, NoSuchEntry, NoVote
from bot.votes.model.roll import Ballot, Entry, EntryId, Origin, Typed
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service.casting import checked, put, shown
from bot.votes.service.deciding import check_decides


def typed_by(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Vote:
    """A running vote of which `reader` may type in ballots: a moderator, or a liaison those of their building.

    Raises `NoVote`, `NoCommunity`, `GuideNeverDecides`, `NotAllowed`, `VoteOver`.
    """
    if reader.community is None:
        raise NoCommunity
    held = uow.roles.of(reader)
    check_decides([one.role for one in held])
    permit_somewhere(held, Act.TYPE_PAPER)
    found = uow.votes.get(vote)
    if found.community != reader.community:
        raise NoVote
    found.check_runs(uow.now)
    return found


def called(uow: UnitOfWork, reader: Reader, vote: VoteId, label: str) -> tuple[Vote, Entry]:
    """The entry of this door or name. Raises `NoSuchEntry`, and as `entry_of` does."""
    found = typed_by(uow, reader, vote)
    entry = uow.vote_roll.labelled(vote, label)
    if entry is None:
        raise NoSuchEntry(found.number)
    return found, _mine(uow, reader, found, entry)


def entry_of(uow: UnitOfWork, reader: Reader, vote: VoteId, entry: EntryId) -> tuple[Vote, Entry]:
    """An entry whose paper `reader` may type in. Raises `BallotStands` where a ballot came in, and as `typed_by`."""
    found = typed_by(uow, reader, vote)
    known = uow.vote_roll.entry(vote, entry)
    if known is None:
        raise NoSuchEntry(found.number)
    return found, _mine(uow, reader, found, known)


def type_in(
    uow: UnitOfWork, reader: Reader, vote: VoteId, entry: EntryId, says: Callable[[AnyRule], Choice], key: str
) -> Typed:
    """What stands on the paper. The second person's makes it a ballot, if it is the same; else both begin anew.

    Raises as `entry_of` does, `BallotUnfit`.
    """
    found = typed_by(uow, reader, vote)
    known = uow.vote_roll.entry(vote, entry)
    if known is None:
        raise NoSuchEntry(found.number)
    ballot = Ballot(checked(found, says(found.rule)), uow.ballots.receipt_of(found, key))
    if uow.repeated and known.origin is Origin.PAPER:
        return Typed(found, known, counted=True)
    _mine(uow, reader, found, known)
    first = uow.ballots.paper(found, known.id)
    if first is None or first[1] == reader.telegram_id:
        uow.ballots.keep_paper(found, known.id, ballot.choice, reader.telegram_id)
        return Typed(found, known)
    uow.ballots.drop_paper(known.id)
    if first[0] != ballot.choice:
        return Typed(found, known, differs=True)
    put(uow, found, known, ballot, Origin.PAPER)
    return Typed(found, known, counted=True, receipt=shown(found, ballot))


def _mine(uow: UnitOfWork, reader: Reader, vote: Vote, entry: Entry) -> Entry:
    """Whoever has cast a ballot themselves has said later, or elsewhere, what they want."""
    permit(uow.roles.of(reader), Act.TYPE_PAPER, entry.building)
    if entry.voted:
        raise BallotStands(vote.number)
    return entry
