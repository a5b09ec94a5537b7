"""Ballots on paper: typed in by two people, alike, before they count (row R028).

A paper never takes the place of what its voter cast in the chat: nobody can tell which of the two came later. Who has
handed one in can still cast anew in the chat.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.ballot import Choice
from bot.votes.model.refusals import BallotStands, NotOnThisRoll
from bot.votes.model.roll import Entry, EntryId, Origin
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service.casting import Says, checked, put
from bot.votes.service.deciding import managed


class Paper(StrEnum):
    WAITS = "waits"
    """For a second person."""
    DIFFERS = "differs"
    """The second has typed something else: both start anew."""
    COUNTS = "counts"


@dataclass(frozen=True)
class Typed:
    vote: Vote
    entry: Entry
    paper: Paper


def find(uow: UnitOfWork, reader: Reader, vote: VoteId, label: str) -> tuple[Vote, Entry]:
    """Whose paper it is, by door (`3-2-501`) or owner, as the roll of this vote has it.

    Raises `NoVote`, `NoCommunity`, `GuideNeverDecides`, `NotAllowed`, `VoteOver`, `NotOnThisRoll`, and `BallotStands`
    where the voter has cast in the chat.
    """
    found = managed(uow, reader, vote)
    found.check_runs(uow.now)
    entry = uow.vote_roll.labelled(vote, label.strip())
    if entry is None:
        raise NotOnThisRoll(found.number)
    if entry.voted:
        raise BallotStands(found.number)
    return found, entry


def type_in(uow: UnitOfWork, reader: Reader, vote: VoteId, entry: EntryId, choice: Choice | Says, key: str) -> Typed:
    """The first of two keeps it, sealed; the second, another person, makes it count if it says the same.

    The first may type it anew. Raises what `find` raises, and `BallotUnfit`.
    """
    found = managed(uow, reader, vote)
    found.check_runs(uow.now)
    mine = uow.vote_roll.entry(vote, entry)
    if mine is None:
        raise NotOnThisRoll(found.number)
    if uow.repeated:
        return Typed(found, mine, Paper.COUNTS if mine.voted else Paper.WAITS)
    if mine.voted:
        raise BallotStands(found.number)
    said = checked(found, choice(found.rule) if callable(choice) else choice)
    before = uow.ballots.paper(found, entry)
    if before is None or before[1] == reader.telegram_id:
        uow.ballots.keep_paper(found, entry, said, reader.telegram_id)
        return Typed(found, mine, Paper.WAITS)
    uow.ballots.drop_paper(entry)
    if before[0] != said:
        return Typed(found, mine, Paper.DIFFERS)
    put(uow, found, mine, said, key, Origin.PAPER)
    return Typed(found, mine, Paper.COUNTS)
