"""Ballots on paper: typed in by two people, alike, before they count (row R028).

A paper never takes the place of what its voter cast in the chat: nobody can tell which of the two came later. Who has
handed one in can still cast anew in the chat.
"""

from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit, permit_somewhere
from bot.unit_of_work import UnitOfWork
from bot.votes.model.ballot import Choice
from bot.votes.model.refusals import BallotStands, NotOnThisRoll, NoVote
from bot.votes.model.roll import Entry, EntryId, Origin, Paper, Typed
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service.casting import Says, checked, put, shown
from bot.votes.service.deciding import check_decides


def typed_by(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Vote:
    """A running vote of which `reader` may type in papers: a moderator all, a liaison those of their building.

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


def find(uow: UnitOfWork, reader: Reader, vote: VoteId, label: str) -> tuple[Vote, Entry]:
    """Whose paper it is, by door (`3-2-501`) or owner, as the roll of this vote has it.

    Raises what `typed_by` raises, `NotOnThisRoll`, and `BallotStands` where a ballot was cast.
    """
    found = typed_by(uow, reader, vote)
    entry = uow.vote_roll.labelled(vote, label.strip()) if label.strip() else None  # who has left has no label
    return found, _open(uow, reader, found, entry)


def entry_of(uow: UnitOfWork, reader: Reader, vote: VoteId, entry: EntryId) -> tuple[Vote, Entry]:
    """The same by its id."""
    found = typed_by(uow, reader, vote)
    return found, _open(uow, reader, found, uow.vote_roll.entry(vote, entry))


def type_in(uow: UnitOfWork, reader: Reader, vote: VoteId, entry: EntryId, choice: Choice | Says, key: str) -> Typed:
    """The first of two keeps it, sealed; the second, another person, makes it count if it says the same.

    The first may type it anew. Raises what `find` raises, and `BallotUnfit`.
    """
    found = typed_by(uow, reader, vote)
    known = uow.vote_roll.entry(vote, entry)
    if uow.repeated and known is not None:
        return Typed(found, known, _known(uow, found, known))
    mine = _open(uow, reader, found, known)
    said = checked(found, choice(found.rule) if callable(choice) else choice)
    before = uow.ballots.paper(found, entry)
    if before is None or before[1] == reader.telegram_id:
        uow.ballots.keep_paper(found, entry, said, reader.telegram_id)
        return Typed(found, mine, Paper.WAITS)
    uow.ballots.drop_paper(entry)
    if before[0] != said:
        return Typed(found, mine, Paper.DIFFERS)
    receipt = put(uow, found, mine, said, key, Origin.PAPER)
    return Typed(found, mine, Paper.COUNTS, shown(found, receipt))


def _known(uow: UnitOfWork, vote: Vote, entry: Entry) -> Paper:
    """What became of it when this update came before."""
    if entry.voted:
        return Paper.COUNTS
    return Paper.WAITS if uow.ballots.paper(vote, entry.id) else Paper.DIFFERS


def _open(uow: UnitOfWork, reader: Reader, vote: Vote, entry: Entry | None) -> Entry:
    """One that has no ballot yet, and whose paper this person may type in."""
    if entry is None:
        raise NotOnThisRoll(vote.number)
    permit(uow.roles.of(reader), Act.TYPE_PAPER, entry.building)
    if entry.voted:
        raise BallotStands(vote.number)
    return entry
