"""Who types in ballots on paper writes one door or name after the other."""

from bot.booth.forms import Papers
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service import paper


def begin(uow: UnitOfWork, reader: Reader, place: Place, vote: VoteId) -> Vote:
    """Wait for doors or names. Raises as `paper.typed_by` does."""
    found = paper.typed_by(uow, reader, vote)
    uow.conversations.keep(place, Papers(vote))
    return found


def finish(uow: UnitOfWork, place: Place) -> None:
    """That was all."""
    if isinstance(uow.conversations.form(place), Papers):
        uow.conversations.keep(place, None)
