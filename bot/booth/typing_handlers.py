"""Typing in ballots on paper: whose it is in words, what it says by taps that the message loses again."""

from functools import partial

from aiogram.types import Message

from bot.booth import paper_views, reason_views, taps, typing_views
from bot.booth.forms import Papers
from bot.booth.model.marks import choice_of
from bot.booth.service import typing
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.votes.model.roll import EntryId
from bot.votes.model.vote import VoteId
from bot.votes.service import looking, paper
from nlu.number import number_in
from nlu.place import read_place, without_place

BETWEEN = " ,，、:：的室"
"""What people write between a door and a name."""


async def begin(visit: Visit, tap: taps.TypePaper) -> None:
    if visit.in_group:
        await in_private(visit, None)
    else:
        vote = await visit.do(typing.begin, visit.reader, visit.place, VoteId(tap.vote))
        await visit.show(typing_views.ask_whose(visit.say, vote))


async def begin_by_command(visit: Visit, words: str) -> None:
    """`/paperballot 7`"""
    number = number_in(words)
    if number is None:
        await visit.show(typing_views.how_to_type(visit.say, (await visit.ask(looking.listed, visit.reader)).running))
    else:
        seen = await visit.ask(looking.numbered, visit.reader, number)
        await begin(visit, taps.TypePaper(vote=seen.vote.id))


async def hears_whose(visit: Visit, message: Message) -> None:
    if isinstance(visit.form, Papers):
        label = label_of(" ".join((message.text or "").split()))
        vote, entry = await visit.ask(paper.find, visit.reader, visit.form.vote, label)
        await visit.show(paper_views.fill_in(visit.say, vote, "", 0, entry))


def label_of(words: str) -> str:
    """As the roll has it, however its door is written: 3号楼2单元501室李明 → 3-2-501 李明. Other words stay."""
    place = read_place(words)
    if place is None or place.building is None or place.unit is None or place.room is None:
        return words
    name = without_place(words).strip(BETWEEN)
    return f"{place.building}-{place.unit}-{place.room} {name}".rstrip()


async def fill_in(visit: Visit, tap: taps.FillIn) -> None:
    vote, entry = await visit.ask(paper.entry_of, visit.reader, VoteId(tap.vote), EntryId(tap.entry))
    shown = paper_views.fill_in(visit.say, vote, tap.marks, tap.page, entry)
    await visit.turn(shown, typing_views.lost(visit.say, vote))


async def read_back(visit: Visit, tap: taps.ReadBack) -> None:
    vote, entry = await visit.ask(paper.entry_of, visit.reader, VoteId(tap.vote), EntryId(tap.entry))
    shown = paper_views.read_back(visit.say, vote, tap.marks, tap.page, entry)
    await visit.turn(shown, typing_views.lost(visit.say, vote))


async def type_in(visit: Visit, tap: taps.CastBallot) -> None:
    says, vote, entry = partial(choice_of, marks=tap.marks), VoteId(tap.vote), EntryId(tap.entry)
    done = await visit.do(paper.type_in, visit.reader, vote, entry, says, str(visit.key))
    await visit.turn(typing_views.typed(visit.say, done), typing_views.typed_unshown(visit.say, done))


async def finish(visit: Visit, _: taps.PapersDone) -> None:
    await visit.do(typing.finish, visit.place)
    await visit.show(typing_views.done_typing(visit.say))


async def in_private(visit: Visit, _: object) -> None:
    await visit.show(reason_views.only_in_private(visit.say))


async def _ask(visit: Visit, form: Papers) -> None:
    vote = await visit.ask(paper.typed_by, visit.reader, form.vote)
    await visit.show(typing_views.ask_whose(visit.say, vote))


def routes() -> Routes:
    """What reaches those who type in ballots on paper."""
    return Routes(
        commands={"paperballot": begin_by_command},
        group_commands={"paperballot": in_private},
        taps={taps.TypePaper: begin, taps.PapersDone: finish},
        forms={Papers: FormRoute(hears_whose, _ask)},
    )
