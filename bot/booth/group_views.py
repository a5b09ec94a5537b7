"""What the whole group sees of a vote: one card that always shows how things are. Nobody is named on it."""

from collections.abc import Sequence

from bot.booth import taps
from bot.booth.marks_views import abstention, one_each
from bot.booth.model.marks import takes_one
from bot.booth.part_views import charter, link_to, rule_of, secrecy, standing, title, turnout, until
from bot.booth.rule_views import how
from bot.kit.screens import Choice, Screen
from bot.kit.words import Words, later
from bot.votes.model.card import OptionRow
from bot.votes.model.roll import Turnout
from bot.votes.model.rule import Rule
from bot.votes.model.vote import State, Vote

ROOM = 3900
"""Characters of one message that Telegram takes, with some left."""
RESULT = later("See the result")
READ_ON, IN_PRIVATE = later("Read on, vote in private"), later("Vote in private")


def card(say: Words, vote: Vote, counted: Turnout, link: str) -> Screen:
    """The newest state of it."""
    if vote.state is State.ANNULLED:
        return Screen(say("<b>{vote}</b>\nAnnulled, no ballot counts. Reason: {reason}", vote=title(say, vote),
                          reason=vote.reason))  # fmt: skip
    if vote.state is State.CLOSED:
        over = say("<b>{vote}</b>\nIt is over.", vote=title(say, vote))
        result = Choice(say.plain(RESULT), url=f"{link}?start=outcome-{vote.number}")
        return Screen("\n".join((over, say.quote(turnout(say, vote, counted)))), ((result,),))
    return Screen(_text(say, vote, counted), _buttons(say, vote, link))


def _text(say: Words, vote: Vote, counted: Turnout) -> str:
    head = [
        say("<b>{vote}</b>", vote=title(say, vote)),
        say.quote(vote.words),
        "",
        *map(say.quote, standing(say, vote)),
        say.quote(rule_of(say, vote.rule)),
        *([say.quote(how(say, vote.rule))] if isinstance(vote.rule, Rule) and how(say, vote.rule) else []),
        *map(say.quote, charter(say, vote)),
        say.quote(secrecy(say, vote.secrecy)),
    ]
    foot = ["", *_extension(say, vote), say.quote(until(say, vote)), say.quote(turnout(say, vote, counted))]
    room = ROOM - sum(len(line) + 1 for line in (*head, *foot))
    return "\n".join((*head, *_options(say, vote.motion.card, room), *foot))


def _options(say: Words, card: Sequence[OptionRow], room: int) -> list[str]:
    """All of them folded, where they fit; else they are read in private."""
    folded = "\n\n".join(say.quote(described(say, row)) for row in card)
    shown = f"<blockquote expandable>{folded}</blockquote>"
    return [shown] if card and len(shown) < room else []


def described(say: Words, row: OptionRow) -> str:
    """Plain: an option, in the same rows as all others."""
    return say.plain(
        "{option}\nCost: {cost}\nTime: {time}\nWho gains: {gains}\nRisk: {risk}\nSource: {source}",
        option=row.option, cost=row.cost, time=row.time, gains=row.gains, risk=row.risk, source=row.source,
    )  # fmt: skip


def _extension(say: Words, vote: Vote) -> list[str]:
    if vote.extension is None:
        return []
    return [say("It closes later than first told. Reason: {reason}", reason=vote.extension.reason)]


def _buttons(say: Words, vote: Vote, link: str) -> tuple[tuple[Choice, ...], ...]:
    """One tap casts where one mark is a whole ballot; what takes several is filled in in private."""
    if not takes_one(vote.rule):
        return ((link_to(say, vote, link, IN_PRIVATE),),)
    sides = [*one_each(say, vote.rule, lambda marks: taps.CastHere(vote=vote.id, marks=marks)),
             abstention(say, lambda marks: taps.CastHere(vote=vote.id, marks=marks))]  # fmt: skip
    rows = (
        (tuple(sides),) if not isinstance(vote.rule, Rule) or not vote.rule.options else tuple((one,) for one in sides)
    )
    return (*rows, (link_to(say, vote, link, READ_ON),))


def extended(say: Words, vote: Vote, link: str) -> Screen:
    """Told once."""
    reason = vote.extension.reason if vote.extension else ""
    text = say("{vote} is open longer, until {when}.\nReason: {reason}", vote=title(say, vote),
               when=say.time(vote.ends_at), reason=reason)  # fmt: skip
    return Screen(text, ((link_to(say, vote, link, READ_ON),),))


def annulled(say: Words, vote: Vote) -> Screen:
    """Told once."""
    return Screen(say("{vote} was annulled: no ballot counts.\nReason: {reason}", vote=title(say, vote),
                      reason=vote.reason))  # fmt: skip
