"""Ballots on paper count once two people have typed in the same."""

import pytest

from bot.kit.people import Reader
from bot.kit.town import UpdateKey
from bot.roles.model import Appointment, NotAllowed, Role
from bot.votes.model.refusals import BallotStands, NotOnThisRoll
from bot.votes.model.roll import Entry, Origin, Paper, Typed
from bot.votes.model.rule import NO, YES
from bot.votes.model.vote import Vote
from bot.votes.service import paper
from tests.databases import sql
from tests.votes.hall import CHAIR, SUNDAY, SUNSHINE, Hall
from tests.votes.people import WANG
from tests.votes.rules import HOUSEHOLDS

CHEN = Reader(5000002, "陈建国", community=SUNSHINE, known=True)


async def opened(hall: Hall, label: str = "3-2-502") -> tuple[Vote, Entry]:
    await hall.town.do(lambda uow: uow.roles.appoint(Appointment(SUNSHINE, CHEN.telegram_id, Role.MODERATOR)))
    vote = await hall.opens(HOUSEHOLDS)
    return await hall.town.ask(paper.find, CHAIR, vote.id, label)


async def types(hall: Hall, who: Reader, vote: Vote, entry: Entry, *choice: str) -> Typed:
    return await hall.town.do(paper.type_in, None, who, vote.id, entry.id, choice, hall.key())


async def test_two_people_type_it_and_it_counts(hall: Hall) -> None:
    vote, entry = await opened(hall)
    assert (await types(hall, CHAIR, vote, entry, YES)).paper is Paper.WAITS
    assert (await types(hall, CHAIR, vote, entry, YES)).paper is Paper.WAITS, "one person alone cannot"
    assert (await types(hall, CHEN, vote, entry, YES)).paper is Paper.COUNTS
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(YES,)]
    assert hall.rows("SELECT DISTINCT origin FROM vote_entries WHERE origin IS NOT NULL") == [(Origin.PAPER,)]


async def test_two_who_read_it_differently_start_anew(hall: Hall) -> None:
    vote, entry = await opened(hall)
    await types(hall, CHAIR, vote, entry, YES)
    assert (await types(hall, CHEN, vote, entry, NO)).paper is Paper.DIFFERS
    assert (await types(hall, CHEN, vote, entry, YES)).paper is Paper.WAITS
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == []


async def test_a_paper_replaces_nothing_that_was_cast_in_the_chat(hall: Hall) -> None:
    vote, entry = await opened(hall)
    await types(hall, CHAIR, vote, entry, YES)
    await hall.casts(WANG, vote, NO)
    with pytest.raises(BallotStands):
        await types(hall, CHEN, vote, entry, YES)
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(NO,)]


async def test_the_chat_replaces_a_paper_and_nothing_counts_twice(hall: Hall) -> None:
    vote, entry = await opened(hall)
    await types(hall, CHAIR, vote, entry, YES)
    await types(hall, CHEN, vote, entry, YES)
    assert (await hall.casts(WANG, vote, NO)).again
    await hall.at(SUNDAY)
    assert await hall.counted(vote) == [(NO,)]


async def test_only_moderators_type_and_only_for_the_roll(hall: Hall) -> None:
    vote, entry = await opened(hall)
    with pytest.raises(NotAllowed):
        await types(hall, WANG, vote, entry, YES)
    with pytest.raises(NotOnThisRoll):
        await hall.town.ask(paper.find, CHAIR, vote.id, "99-1-101")


async def test_no_words_are_nobodys_paper(hall: Hall) -> None:
    """Who has had their data deleted has no name on the roll any more; a photo has no words."""
    vote, entry = await opened(hall)
    with sql(hall.database) as run:
        run("UPDATE vote_entries SET label = '' WHERE id = ?", entry.id)
    for nothing in ("", "  "):
        with pytest.raises(NotOnThisRoll):
            await hall.town.ask(paper.find, CHAIR, vote.id, nothing)


async def test_who_was_not_told_that_two_read_it_differently_is_told_again(hall: Hall) -> None:
    """The same update once more, after a crash: it changes nothing, and says what had become of it."""
    vote, entry = await opened(hall)
    for who, choice, became in ((CHAIR, YES, Paper.WAITS), (CHEN, NO, Paper.DIFFERS)):
        update = UpdateKey(1000000, 900 + who.telegram_id % 10)
        for _ in range(2):
            typed = await hall.town.do(paper.type_in, update, who, vote.id, entry.id, (choice,), str(update))
            assert typed.paper is became
