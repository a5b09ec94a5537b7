"""Looking at outcomes: everybody of the community may see all of them, and have the records."""

from collections.abc import Sequence

from bot.kit.people import CommunityId, Reader
from bot.outcomes.model.file import text_of
from bot.outcomes.model.refusals import NoReceipts
from bot.outcomes.model.statement import Shelf, Statement
from bot.outcomes.service.stating import record_of
from bot.residents.model import NoCommunity
from bot.unit_of_work import UnitOfWork
from bot.votes.model.roll import Entry
from bot.votes.model.vote import VoteId
from bot.votes.service import looking as votes

RECENT, RECENT_ELDER = 8, 3
"""So many are listed on one page."""


def shelf(uow: UnitOfWork, reader: Reader, page: int) -> Shelf:
    """The latest first; after the last page comes the first. Raises `NoCommunity`."""
    community = _community(reader)
    size = RECENT_ELDER if reader.elder else RECENT
    pages = max(1, -(-uow.outcomes.count(community) // size))
    return Shelf(tuple(uow.outcomes.latest(community, size, page % pages * size)), page % pages, pages)


def of(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Statement:
    """Raises `NoCommunity`, `NoOutcome`."""
    return uow.outcomes.of(vote, _community(reader))


def numbered(uow: UnitOfWork, reader: Reader, number: int) -> Statement:
    """By the number of its vote. Raises `NoCommunity`, `NoOutcome`."""
    return uow.outcomes.numbered(_community(reader), number)


def record(uow: UnitOfWork, reader: Reader, vote: VoteId) -> tuple[Statement, str]:
    """The published file. Raises `NoCommunity`, `NoOutcome`."""
    found = of(uow, reader, vote)
    return found, text_of(record_of(uow, found.vote))


def who_took_part(uow: UnitOfWork, reader: Reader, vote: VoteId) -> tuple[Statement, Sequence[Entry]]:
    """Whoever sees a result may see whose ballots it counts. Raises `NoCommunity`, `NoOutcome`, `TooFewToShow`."""
    return of(uow, reader, vote), votes.who_took_part(uow, reader, vote)


def with_receipts(uow: UnitOfWork, reader: Reader, vote: VoteId) -> Statement:
    """Raises `NoCommunity`, `NoOutcome`, `NoReceipts` of a vote by name."""
    found = of(uow, reader, vote)
    if not found.has_receipts:
        raise NoReceipts(found.vote.number)
    return found


def place_of(uow: UnitOfWork, reader: Reader, vote: VoteId, receipt: str) -> tuple[Statement, int | None]:
    """On which place of the record's ballots this receipt stands, from 1; None where it does not.

    Not what it says: that is read in the file. Raises as `with_receipts` does.
    """
    found = with_receipts(uow, reader, vote)
    return found, uow.outcomes.place_of(vote, "".join(receipt.split()).upper())


def _community(reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    return reader.community


def link(uow: UnitOfWork) -> str:
    """Where the bot's private chat opens."""
    return uow.link
