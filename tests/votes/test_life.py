"""A vote from its opening to its close."""

from datetime import timedelta

import pytest

from bot.agenda.model.item import Item, Scope
from bot.config import Config
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.count import Outcome
from bot.votes.model.matters import yes_no
from bot.votes.model.refusals import NotEntitled, VoteOver
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import State, Vote
from tests.votes.hall import SECOND, SUNDAY, SUNSHINE, Hall
from tests.votes.people import CHEN, WANG
from tests.votes.rules import HOUSEHOLDS

MINUTE = timedelta(minutes=1)
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


async def test_without_its_key_a_vote_is_annulled_by_itself(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    await hall.casts(WANG, vote, YES)
    for key in hall.database.secrets_folder.iterdir():
        key.unlink()
    await hall.at(SUNDAY)
    after = await hall.vote(vote.id)
    assert (after.state, after.took_part) == (State.ANNULLED, None)
    assert after.reason


async def test_the_rule_is_kept_as_the_record_has_it(hall: Hall, config: Config) -> None:
    rule = yes_no(Scope.RESIDENTS, config.community.votes)
    vote = await hall.opens(rule)
    assert (await hall.vote(vote.id)).rule == rule
    kept = hall.rows("SELECT rule FROM votes")
    assert kept[0][0].startswith('{"kind": "yes_no", "electorate": "households", "quorum": {"of": "entitled"')


async def test_no_ballot_counts_from_the_closing_second_on(hall: Hall) -> None:
    vote = await hall.opens(HOUSEHOLDS)
    hall.clock.moment = SUNDAY - SECOND
    await hall.casts(WANG, vote, YES)
    hall.clock.moment = SUNDAY
    with pytest.raises(VoteOver):
        await hall.casts(CHEN, vote, YES)


@pytest.mark.both
@pytest.mark.parametrize("over", [False, True])
async def test_a_vote_whose_item_has_moved_on_is_closed_with_its_outcome(hall: Hall, *, over: bool) -> None:
    """Put off to ③, or dropped from there: the item stays where it is, and the votes after it are closed too."""
    moved = await hall.opens(HOUSEHOLDS)
    await hall.town.do(move_on, None, moved, over)
    other = await hall.opens(HOUSEHOLDS)
    for vote in (moved, other):
        await hall.casts(WANG, vote, YES)
    before = await hall.town.ask(item_of, moved)
    await hall.at(SUNDAY)
    assert [(await hall.vote(vote.id)).state for vote in (moved, other)] == [State.CLOSED] * 2
    assert await hall.town.ask(item_of, moved) == before
    stated = hall.rows("SELECT vote_id, outcome, stage FROM statements ORDER BY vote_id")
    assert stated[0] == (moved.id, "carried", "final")
    assert stated[1][1:] == ("carried", "notice")
    await hall.at(SUNDAY + timedelta(days=10))
    assert hall.rows("SELECT vote_id FROM resolutions") == [(other.id,)], "the item decides, not its old vote"


def item_of(uow: UnitOfWork, vote: Vote) -> Item:
    return uow.agenda.get(vote.item, vote.community)


def move_on(uow: UnitOfWork, vote: Vote, over: bool) -> None:
    item = item_of(uow, vote).put_off(uow.now)
    uow.agenda.save(item.dropped(uow.now, "重复了") if over else item)


@pytest.mark.both
async def test_what_cannot_be_closed_keeps_no_other_open(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    broken = await hall.opens(HOUSEHOLDS)
    sound = await hall.opens(HOUSEHOLDS)
    (rule,) = hall.rows("SELECT rule FROM votes WHERE id = ?", broken.id)[0]
    hall.rows("DELETE FROM vote_reminders")
    hall.rows("UPDATE votes SET rule = 'nothing that can be read' WHERE id = ?", broken.id)
    await hall.at(SUNDAY)
    assert (await hall.vote(sound.id)).state is State.CLOSED
    assert len(errors(caplog)) == 1
    for tries, late in enumerate((1, 3, 7, 15, 31, 63, 123, 183), 1):
        await hall.at(SUNDAY + late * MINUTE - SECOND)
        assert len(errors(caplog)) == tries, "nobody has tried"
        await hall.at(SUNDAY + late * MINUTE)
        assert len(errors(caplog)) == tries + 1
    hall.rows("UPDATE votes SET rule = ? WHERE id = ?", rule, broken.id)
    await hall.at(SUNDAY + 243 * MINUTE)
    after = await hall.vote(broken.id)
    assert (after.state, after.ended_at) == (State.CLOSED, SUNDAY)


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "bot.due"]
