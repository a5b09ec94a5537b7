"""What reaches the booth of those who vote."""

from collections.abc import Sequence
from functools import partial

from bot.booth import list_views, missing_views, paper_views, refusal_views, taps
from bot.booth import typing_handlers as papers
from bot.booth.model.marks import choice_of
from bot.booth.service.looking import link
from bot.kit.home import VOTE, SeeVotes
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.votes.model.roll import Cast, Seen
from bot.votes.model.vote import Vote, VoteId
from bot.votes.service import casting, looking
from nlu.number import number_in


async def see_votes(visit: Visit, tap: SeeVotes | str | None) -> None:
    """投票, or /vote: what is open; `/vote 7` leads to one."""
    number = number_in(tap) if isinstance(tap, str) else None
    if visit.reader.community is None:
        await visit.show(list_views.outside(visit.say))
    elif visit.in_group:
        found = list_views.listed_in_group(visit.say, await _running(visit), await visit.ask(link))
        await visit.show(found)
    elif number is not None:
        await visit.show(list_views.vote(visit.say, await visit.ask(looking.numbered, visit.reader, number)))
    else:
        page = tap.page if isinstance(tap, SeeVotes) else 0
        await visit.show(list_views.listed(visit.say, await _running(visit), page))


async def see_vote(visit: Visit, tap: taps.SeeVote) -> None:
    seen = await visit.ask(looking.seen, visit.reader, VoteId(tap.vote))
    await visit.show(list_views.vote(visit.say, seen, tap.page))


async def cast_here(visit: Visit, tap: taps.CastHere) -> None:
    """On the group's card: the toast is the only answer, and only who tapped sees it."""
    done = await _cast(visit, tap.vote, tap.marks)
    if visit.in_group:
        text = paper_views.toast(visit.say, done, tap.marks)
        await visit.answer_tap(text, alert=bool(done.receipt))
    else:
        await visit.turn(paper_views.cast(visit.say, done), paper_views.cast_unshown(visit.say, done))


async def fill_in(visit: Visit, tap: taps.FillIn) -> None:
    """A new paper; a mark is put on the one that was tapped, so that no copy of it stays in the chat."""
    if tap.entry:
        await papers.fill_in(visit, tap)
        return
    vote = await _vote(visit, tap.vote)
    shown = paper_views.fill_in(visit.say, vote, tap.marks, tap.page)
    await visit.turn(shown, paper_views.lost(visit.say, vote))


async def read_back(visit: Visit, tap: taps.ReadBack) -> None:
    if tap.entry:
        await papers.read_back(visit, tap)
        return
    vote = await _vote(visit, tap.vote)
    await visit.turn(paper_views.read_back(visit.say, vote, tap.marks, tap.page), paper_views.lost(visit.say, vote))


async def cast(visit: Visit, tap: taps.CastBallot) -> None:
    if tap.entry:
        await papers.type_in(visit, tap)
        return
    done = await _cast(visit, tap.vote, tap.marks)
    await visit.turn(paper_views.cast(visit.say, done), paper_views.cast_unshown(visit.say, done))


async def see_missing(visit: Visit, tap: taps.SeeMissing) -> None:
    vote = await _vote(visit, tap.vote)
    lacks = await visit.ask(looking.missing, vote)
    if lacks is None:
        await visit.show(paper_views.lost(visit.say, vote))
    else:
        await visit.show(missing_views.missing(visit.say, vote, lacks, tap.page))


async def _running(visit: Visit) -> Sequence[Seen]:
    return (await visit.ask(looking.listed, visit.reader)).running


async def _vote(visit: Visit, vote: int) -> Vote:
    return (await visit.ask(looking.seen, visit.reader, VoteId(vote))).vote


async def _cast(visit: Visit, vote: int, marks: str) -> Cast:
    says = partial(choice_of, marks=marks)
    return await visit.do(casting.cast, visit.reader, VoteId(vote), says, str(visit.key))


async def through_door(visit: Visit, rest: str) -> None:
    """`/start vote-7`: from the group's card."""
    await see_votes(visit, rest)


def routes() -> Routes:
    """What reaches those who vote."""
    return Routes(
        commands={"vote": see_votes},
        group_commands={"vote": see_votes},
        taps={
            SeeVotes: see_votes,
            taps.SeeVote: see_vote,
            taps.CastHere: cast_here,
            taps.FillIn: fill_in,
            taps.ReadBack: read_back,
            taps.CastBallot: cast,
            taps.SeeMissing: see_missing,
        },
        says={VOTE: see_votes},
        means={"vote": see_votes},
        doors={"votes": lambda visit, _: see_votes(visit, None), "vote": through_door},
        explanations=refusal_views.EXPLANATIONS,
    )
