"""Which votes are open, and how one looks to a person before they cast a ballot."""

from collections.abc import Sequence

from bot.booth import taps
from bot.booth.group_views import described
from bot.booth.marks_views import abstention, one_each
from bot.booth.model.marks import takes_one
from bot.booth.part_views import charter, link_to, rule_of, secrecy, standing, title, turnout, until
from bot.booth.rule_views import how
from bot.kit.home import RESOLUTIONS, SeeResolutions, SeeVotes
from bot.kit.screens import Choice, GoHome, Screen, page_of, paged, screen
from bot.kit.words import Words, later
from bot.votes.model.any_rule import OwnersRule
from bot.votes.model.refusals import WhyNot
from bot.votes.model.roll import Seen
from bot.votes.model.rule import Rule
from bot.votes.model.vote import State
from bot.votes.refusal_views import ways_in, why_not

SHOWN = 20
"""Votes on one screen."""
LOOK = later("See it and vote")


def listed(say: Words, found: Sequence[Seen], page: int = 0) -> Screen:
    """In private."""
    results = Choice(say.plain(RESOLUTIONS), SeeResolutions())
    if not found:
        text = say("There is nothing to vote on now. When there is, the group reads it.")
        return screen(say, text, results, back=GoHome())
    choices = [Choice(title(say, seen.vote), taps.SeeVote(vote=seen.vote.id)) for seen in found[:SHOWN]]
    choices.append(results)
    text = say("{count} votes are open. Which one?", count=len(found))
    if not say.elder:
        text = "\n\n".join((text, *(say.quote(_line(say, seen)) for seen in found[:SHOWN])))
    return screen(say, text, *page_of(say, choices, page, SeeVotes(page=page + 1)), columns=1, back=GoHome())


def listed_in_group(say: Words, found: Sequence[Seen], link: str) -> Screen:
    """For who asked alone; the votes themselves are read in private."""
    if not found:
        return screen(say, say("There is nothing to vote on now. When there is, the group reads it."))
    lines = (say.quote(_line(say, seen)) for seen in found[:SHOWN])
    return screen(say, "\n\n".join(lines), *(link_to(say, seen.vote, link, LOOK) for seen in found[:SHOWN]), columns=1)


def outside(say: Words) -> Screen:
    """To who belongs to no community here."""
    return screen(say, say.quote(why_not(say, WhyNot.NO_HOME, "")), *ways_in(say, WhyNot.NO_HOME), back=GoHome())


def vote(say: Words, seen: Seen, page: int = 0) -> Screen:
    """All of it; what can be done stands below, in 长辈版 on the last page."""
    back = SeeVotes()
    found = seen.vote

    def turn(to: int) -> taps.SeeVote:
        return taps.SeeVote(vote=found.id, page=to)

    return paged(say, "\n".join(_lines(say, seen)), page, turn, *_deeds(say, seen), columns=_columns(seen), back=back)


def _columns(seen: Seen) -> int:
    return 3 if not isinstance(seen.vote.rule, Rule) or not seen.vote.rule.options else 1


def _lines(say: Words, seen: Seen) -> list[str]:
    found = seen.vote
    if found.state is not State.OPEN:
        return [title(say, found), found.words, until(say, found), turnout(say, found, seen.turnout)]
    lines = [title(say, found), found.words, *standing(say, found), rule_of(say, found.rule)]
    lines += [described(say, row) for row in found.motion.card]
    lines += [
        *([] if say.elder else charter(say, found)),
        secrecy(say, found.secrecy),
        until(say, found),
        turnout(say, found, seen.turnout),
    ]
    if seen.why_not is not None:
        lines.append(why_not(say, seen.why_not, seen.name))
    else:
        lines += [_mine(say, seen), how(say, found.rule) if isinstance(found.rule, Rule) else ""]
    return [line for line in lines if line]


def _line(say: Words, seen: Seen) -> str:
    return "\n".join((title(say, seen.vote), until(say, seen.vote), _mine(say, seen)))


def _mine(say: Words, seen: Seen) -> str:
    """That one has voted, never what."""
    if seen.why_not is not None or seen.entry is None:
        return say.plain("You have no ballot in it.")
    if seen.entry.voted:
        return say.plain("Your ballot is in.")
    return say.plain("You have not voted yet.")


def _deeds(say: Words, seen: Seen) -> list[Choice]:
    found = seen.vote
    if found.state is not State.OPEN:
        return [Choice(say.plain(RESOLUTIONS), SeeResolutions())]
    deeds = ways_in(say, seen.why_not) if seen.why_not else []
    if seen.entry is not None and (found.motion.changeable or not seen.entry.voted):
        deeds += paper(say, seen)
    if isinstance(found.rule, OwnersRule) and not say.elder:
        deeds.append(Choice(say.plain("How much is missing"), taps.SeeMissing(vote=found.id)))
    if seen.manages:
        deeds.append(Choice(say.plain("Look after this vote"), taps.ManageVote(vote=found.id)))
    return deeds


def paper(say: Words, seen: Seen) -> list[Choice]:
    """The sides to tap, where one is a whole ballot; else the way to the paper."""
    found = seen.vote
    if not takes_one(found.rule):
        return [Choice(say.plain("Fill in my ballot"), taps.FillIn(vote=found.id))]
    if len(found.rule.sides) > 3:
        return [Choice(say.plain("Fill in my ballot"), taps.FillIn(vote=found.id))]

    def means(marks: str) -> taps.ReadBack:
        return taps.ReadBack(vote=found.id, marks=marks)

    return [*one_each(say, found.rule, means, asked=True), abstention(say, means, asked=True)]
