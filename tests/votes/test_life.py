"""A vote from its opening to its close."""

import pytest

from bot.agenda.model.item import Scope
from bot.config import Config
from bot.kit.people import Reader
from bot.votes.model.count import Outcome
from bot.votes.model.matters import yes_no
from bot.votes.model.refusals import NotEntitled, VoteOver
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import State
from tests.votes.hall import SECOND, SUNDAY, SUNSHINE, Hall
from tests.votes.people import WANG

HE = Reader(5000008, "何伟", community=SUNSHINE, known=True)


@pytest.mark.both
async def test_it_is_opened_cast_and_closed(hall: Hall, config: Config) -> None:
    vote = await hall.opens(yes_no(Scope.RESIDENTS, config.community.votes))
    assert (vote.number, vote.entitled, vote.words) == (1, 1200, "同意换路灯。")
    first = await hall.casts(WANG, vote, NO)
    last = await hall.casts(WANG, vote, YES)
    assert len(last.receipt) == 10
    assert first.receipt != last.receipt
    assert last.again
    with pytest.raises(NotEntitled):
        await hall.casts(HE, vote, YES)
    await hall.at(SUNDAY - SECOND)
    assert (await hall.vote(vote.id)).state is State.OPEN
    await hall.at(SUNDAY)
    closed = await hall.vote(vote.id)
    assert (closed.state, closed.took_part, closed.outcome) == (State.CLOSED, 1, Outcome.NO_QUORUM)
    assert await hall.counted(closed) == [(YES,)]
    with pytest.raises(VoteOver):
        await hall.casts(WANG, vote, YES)
