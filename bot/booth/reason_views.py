"""How a moderator extends a vote or annuls it: the question, the reason read back, what became of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.booth import taps
from bot.booth.forms import Explaining
from bot.booth.part_views import title
from bot.kit.screens import Choice, Screen, page_of, paged, screen
from bot.kit.words import Words
from bot.votes.model.roll import Seen
from bot.votes.model.vote import State, Vote

SHOWN = 20
"""Votes to choose from."""


def manage(say: Words, vote: Vote) -> Screen:
    """What moderators can do. Nobody can edit a vote, delete it, or see ballots."""
    text = say.plain("{vote}: what would you like to do?", vote=title(say, vote))
    deeds = [
        Choice(say.plain("Type in a paper ballot"), taps.TypePaper(vote=vote.id)),
        *([] if vote.extension else [Choice(say.plain("Extend it"), taps.Extend(vote=vote.id))]),
        Choice(say.plain("Annul it"), taps.Annul(vote=vote.id)),
    ]
    return screen(say, say.quote(text), *deeds, columns=1, back=taps.SeeVote(vote=vote.id))


def until_when(say: Words, vote: Vote, ends: Sequence[datetime]) -> Screen:
    back = taps.SeeVote(vote=vote.id)
    if not ends:
        return screen(say, say("This vote cannot be open any longer than it is."), back=back)
    text = say("A vote can be extended once. Until when shall it be open? Now it is {when}.",
               when=say.time(vote.ends_at))  # fmt: skip
    if say.elder:
        text = say("It can be extended once. Until when?")
    choices = [Choice(say.time(end), taps.ExtendTo(vote=vote.id, until=int(end.timestamp()))) for end in ends]
    return screen(say, text, *page_of(say, choices, 0, back), columns=1, back=back)


def ask(say: Words, form: Explaining, vote: Vote, most: int) -> Screen:
    """Why?"""
    back = taps.DropReason(key=form.key)
    if form.until is None:
        text = say("{vote}: why is it annulled? At most {most} characters; everybody reads them.",
                   vote=title(say, vote), most=most)  # fmt: skip
    else:
        text = say("{vote}: why is it open longer? At most {most} characters; everybody reads them.",
                   vote=title(say, vote), most=most)  # fmt: skip
    return screen(say, text, back=back)


def right_of(form: Explaining) -> taps.ReasonRight:
    """It is done as it was read."""
    return taps.ReasonRight(key=form.key, vote=form.vote, until=int(form.until.timestamp()) if form.until else 0)


def read_back(say: Words, form: Explaining, vote: Vote, page: int = 0) -> Screen:
    if form.until is None:
        text = say.plain("{vote}: annul it? No ballot counts then.\nReason: {reason}", vote=title(say, vote),
                         reason=form.reason)  # fmt: skip
        right = Choice(say.plain("Yes, annul it"), right_of(form))
    else:
        text = say.plain("{vote}: open until {when}?\nReason: {reason}", vote=title(say, vote),
                         when=say.time(form.until), reason=form.reason)  # fmt: skip
        right = Choice(say.plain("Yes, extend it"), right_of(form))
    anew = Choice(say.plain("Write it anew"), taps.ReasonAnew(key=form.key))

    def turn(page: int) -> taps.ReadReason:
        return taps.ReadReason(key=form.key, page=page)

    return paged(say, text, page, turn, right, anew, columns=1, back=taps.DropReason(key=form.key))


def done(say: Words, vote: Vote) -> Screen:
    text = say("Done. The group reads it now.")
    if vote.state is not State.ANNULLED:
        text = say("Done: open until {when}. The group reads it now.", when=say.time(vote.ends_at))
    return screen(say, text, Choice(say.plain("See the vote"), taps.SeeVote(vote=vote.id)))


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing has changed."))


def how_to_extend(say: Words, running: Sequence[Seen]) -> Screen:
    choices = [Choice(title(say, seen.vote), taps.Extend(vote=seen.vote.id)) for seen in running[:SHOWN]]
    return screen(say, _how(say, say("Write for example: /extend 7"), running), *choices, columns=1)


def how_to_annul(say: Words, running: Sequence[Seen]) -> Screen:
    choices = [Choice(title(say, seen.vote), taps.Annul(vote=seen.vote.id)) for seen in running[:SHOWN]]
    example = say("Write for example: /annul 7 The motion had a mistake")
    return screen(say, _how(say, example, running), *choices, columns=1)


def _how(say: Words, example: str, running: Sequence[Seen]) -> str:
    return "\n".join((example, say("Or choose the vote:") if running else say("No vote is open now.")))


def only_in_private(say: Words) -> Screen:
    return screen(say, say("Please do this in our private chat."))
