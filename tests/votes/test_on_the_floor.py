"""A vote at a sitting: ballots decide, hands do not, and closing the item at the sitting does not end the vote."""

import pytest

from bot.agenda.model.item import Item, Point, Side
from bot.agenda.model.refusals import AdvisedBefore
from bot.agenda.model.steps import Step
from bot.floor.model.refusals import VotedByBallot
from bot.floor.service import chairing, counting, items
from bot.kit.forms import Place
from bot.votes.model.refusals import NotVotable
from bot.votes.model.vote import Motion, Secrecy, State, Vote
from bot.votes.service import opening
from tests.votes.hall import CHAIR, EVENING, LIN, SECOND, SUNDAY, SUNSHINE, Hall, put_on_floor
from tests.votes.rules import HOUSEHOLDS

HERE = Place(LIN, LIN)


async def item_of(hall: Hall, vote: Vote) -> Item:
    return await hall.town.ask(lambda uow: uow.agenda.get(vote.item, SUNSHINE))


async def test_hands_are_not_counted_where_a_vote_runs(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    with pytest.raises(VotedByBallot):
        await hall.town.do(counting.begin, None, CHAIR, HERE, "key", EVENING, vote.item)


async def test_the_vote_outlasts_the_item_and_the_sitting(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    await hall.town.do(items.close_item, None, CHAIR, EVENING, vote.item)
    assert (await item_of(hall, vote)).step is Step.RESOLVING
    await hall.town.do(chairing.close, None, CHAIR, EVENING)
    assert (await item_of(hall, vote)).step is Step.RESOLVING
    await hall.at(SUNDAY - SECOND)
    assert (await hall.vote(vote.id)).state is State.OPEN


async def test_who_advised_on_the_item_as_a_guide_opens_no_vote_on_it(hall: Hall) -> None:
    """A guide no more, and a moderator since: another one opens it (row R022)."""
    item = await hall.town.do(put_on_floor)
    motion = Motion(item.id, HOUSEHOLDS, Secrecy.DETACHED, SUNDAY)
    await hall.town.do(lambda uow: uow.agenda.add_point(Point(0, item.id, Side.ADVICE, LIN, "先问问", None, uow.now)))
    with pytest.raises(AdvisedBefore):
        await hall.town.ask(opening.to_open, CHAIR)
    with pytest.raises(AdvisedBefore):
        await hall.town.do(opening.open_vote, None, CHAIR, "key", motion)
    assert hall.rows("SELECT * FROM votes") == []


async def test_where_no_vote_is_opened_the_item_goes_back_as_before(hall: Hall) -> None:
    item = await hall.town.do(put_on_floor)
    await hall.town.do(items.close_item, None, CHAIR, EVENING, item.id)
    after = await hall.town.ask(lambda uow: uow.agenda.get(item.id, SUNSHINE))
    assert after.step is Step.REVIEWING


async def test_a_vote_is_opened_only_while_its_item_is_open_for_a_vote(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    await hall.annuls(vote, "方案写错了")
    with pytest.raises(NotVotable):
        await hall.town.do(opening.open_vote, None, CHAIR, "another", vote.motion)
    item = await hall.town.do(put_on_floor)
    votable = await hall.town.ask(opening.to_open, CHAIR)
    assert votable is not None
    assert votable.item.id == item.id
    await hall.town.do(items.close_item, None, CHAIR, EVENING, item.id)
    assert await hall.town.ask(opening.to_open, CHAIR) is None
