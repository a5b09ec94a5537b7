"""A ballot is cast: five statements at most, however many have been cast before."""

from collections.abc import Callable

from bot.kit.people import Reader
from bot.residents.model import ConsentNeeded
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule, check_choice
from bot.votes.model.ballot import BadChoice, Choice
from bot.votes.model.events import BallotCast
from bot.votes.model.refusals import BallotStands, BallotUnfit, NotEntitled
from bot.votes.model.roll import Cast, Entry, Origin
from bot.votes.model.vote import Secrecy, Vote, VoteId
from bot.votes.service.deciding import check_decides

Says = Callable[[AnyRule], Choice]
"""What a ballot says under its rule; a tap knows letters only."""


def cast(uow: UnitOfWork, reader: Reader, vote: VoteId, choice: Choice | Says, key: str) -> Cast:
    """One tap. The last ballot of an entry counts, unless the vote says that the first one stands.

    `key`: of the update; the same update has the same receipt. Raises `NoVote`, `GuideNeverDecides`, `VoteOver`,
    `ConsentNeeded`, `NotEntitled`, `BallotUnfit`, `BallotStands`.
    """
    found, entry = entitled(uow, reader, vote)
    said = checked(found, choice(found.rule) if callable(choice) else choice)
    if uow.repeated:
        return _answer_again(uow, found, entry, key)
    if entry.voted and not found.motion.changeable:
        raise BallotStands(found.number)
    receipt = put(uow, found, entry, said, key, Origin.CHAT)
    return Cast(found, shown(found, receipt), again=entry.voted)


def entitled(uow: UnitOfWork, reader: Reader, vote: VoteId) -> tuple[Vote, Entry]:
    """A running vote, and the entry for which `reader` can cast its ballot. Raises as `cast` does."""
    standing = uow.vote_roll.standing(vote, reader.telegram_id)
    found = standing.vote
    check_decides([Role.GUIDE] if standing.guide else [])
    found.check_runs(uow.now)
    if standing.entry is None:
        raise NotEntitled(found.number, *uow.vote_roll.why_not(found, reader.telegram_id))
    if not reader.known:
        raise ConsentNeeded
    return found, standing.entry


def checked(vote: Vote, choice: Choice) -> Choice:
    """Raises `BallotUnfit`, which does not carry the choice."""
    try:
        return check_choice(vote.rule, choice)
    except BadChoice:
        raise BallotUnfit(vote.number) from None


def put(uow: UnitOfWork, vote: Vote, entry: Entry, choice: Choice, key: str, origin: Origin) -> str:
    """However it came, in place of the one before; its receipt."""
    receipt = uow.ballots.put(vote, entry.id, choice, key, origin)
    if not entry.voted:
        uow.votes.card_is_behind(vote.id)
        uow.record(BallotCast(vote.community, vote.id))
    return receipt


def _answer_again(uow: UnitOfWork, vote: Vote, entry: Entry, key: str) -> Cast:
    """This update had its effect before, and nobody may have heard of it. Raises `BallotStands` for a later one's."""
    receipt = uow.ballots.counts(vote, entry.id, key)
    if receipt is None:
        raise BallotStands(vote.number)
    return Cast(vote, shown(vote, receipt), again=False)


def shown(vote: Vote, receipt: str) -> str:
    """To whoever cast the ballot; empty where the vote is named."""
    return receipt if vote.secrecy is Secrecy.DETACHED else ""
