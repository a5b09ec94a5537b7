"""How ballots on paper are typed in, by two people who do not see what the other one read."""

from collections.abc import Mapping, Sequence

from bot.booth import taps
from bot.booth.part_views import title, whose
from bot.kit.home import SeeVotes
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later
from bot.votes.model.roll import Paper, Seen, Typed
from bot.votes.model.rule import Electorate
from bot.votes.model.vote import Vote

WHOSE: Mapping[Electorate, str] = {
    Electorate.HOUSEHOLDS: later("{vote}\nWhose paper is it? Write the door, for example 3-2-501."),
    Electorate.RESIDENTS: later("{vote}\nWhose paper is it? Write door and name, for example 3-2-501 Li Ming."),
    Electorate.OWNERS: later("{vote}\nWhose paper is it? Write the owner's name."),
    Electorate.COUNCIL: later("{vote}\nWhose paper is it? Write the representative's name."),
}


def ask_whose(say: Words, vote: Vote) -> Screen:
    text = say(WHOSE[vote.rule.electorate], vote=title(say, vote))
    return screen(say, text, Choice(say.plain("That was all"), taps.PapersDone()), back=GoHome())


def typed(say: Words, done: Typed) -> Screen:
    """What became of it; what it says stands nowhere any more."""
    next_one = Choice(say.plain("Type in the next one"), taps.TypePaper(vote=done.vote.id))
    label = whose(say, done.entry)
    if done.paper is Paper.DIFFERS:
        text = say("{label}: two people read it differently. Both please type it in anew.", label=label)
    elif done.paper is Paper.WAITS:
        text = say("{label}: noted. It counts once somebody else has typed in the same.", label=label)
    elif done.receipt:
        text = say("{label}: it counts. Receipt: {receipt}\nIt is shown only now: please copy it for who handed it in.",
                   label=label, receipt=done.receipt)  # fmt: skip
    else:
        text = say("{label}: it counts.", label=label)
    return screen(say, text, next_one, back=SeeVotes())


def typed_unshown(say: Words, done: Typed) -> Screen:
    """The same where it may be kept on the way: without the receipt."""
    text = say("{label} is typed in.", label=whose(say, done.entry))
    return screen(say, text, Choice(say.plain("Type in the next one"), taps.TypePaper(vote=done.vote.id)))


def lost(say: Words, vote: Vote) -> Screen:
    text = say("The paper did not come up. Nothing is typed in yet; please begin it once more.")
    return screen(say, text, Choice(say.plain("Type in a paper ballot"), taps.TypePaper(vote=vote.id)))


def how_to_type(say: Words, running: Sequence[Seen]) -> Screen:
    choices = [Choice(title(say, seen.vote), taps.TypePaper(vote=seen.vote.id)) for seen in running]
    return screen(say, say("Write for example: /paperballot 7"), *choices, columns=1, back=GoHome())


def done_typing(say: Words) -> Screen:
    return screen(say, say("Good. Who cast their ballot by phone meanwhile keeps that one."), back=GoHome())
