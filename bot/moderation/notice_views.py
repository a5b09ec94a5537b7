"""What the group reads of a measure, and the person whom it is about."""

from collections.abc import Sequence
from datetime import datetime

from bot.kit.screens import Choice, Screen, pages, screen
from bot.kit.words import Words, shorten
from bot.moderation import taps
from bot.moderation.model import Kind, Measure
from bot.moderation.views import lasting, rule

WORDS = 1500
"""Characters of a message that its author, or the group, reads again."""


def in_group(say: Words, measure: Measure) -> Screen:
    """Nobody is named in front of the neighbours but who asked for it."""
    by = measure.by_name
    if measure.kind is Kind.SLOW and measure.until is not None:
        head = say("<b>Slow mode (measure {number})</b>: one message each in {pace}, until {when}. "
                   "{name} asked for it.", number=measure.number, pace=lasting(say, measure.pace),
                   when=say.time(measure.until), name=by)  # fmt: skip
    elif measure.kind is Kind.PAUSE and measure.until is not None:
        head = say("A neighbour pauses until {when} (measure {number}). {name} asked for it.", number=measure.number,
                   when=say.time(measure.until), name=by)  # fmt: skip
    else:
        head = say("A message was taken out (measure {number}); what it said is kept. {name} asked for it.",
                   number=measure.number, name=by)  # fmt: skip
    lines = [head, rule(say, measure.rule)]
    if measure.why:
        lines.append(say("Why: {why}", why=shorten(measure.why, 300)))
    see = Choice(say.plain("The rules of our group"), taps.SeeRules())
    return Screen("\n".join(lines), ((see,),))


def over_in_group(say: Words, measure: Measure) -> Screen:
    text = say("Slow mode is over (measure {number}). Thank you for your patience.", number=measure.number)
    return Screen(text)


def undone_in_group(say: Words, measure: Measure, by: str) -> Screen:
    text = say("Measure {number} was undone by {name}.", number=measure.number, name=by)
    if measure.kind is Kind.REMOVAL and measure.said is not None:
        words = shorten(measure.said.words, WORDS) or say.plain("a photo or a file without words")
        author = measure.said.name or say.plain("A former neighbour")
        text += "\n" + say("{name} had written: {words}", name=author, words=words)
    return Screen(text)


def soon_in_group(say: Words, measure: Measure) -> Screen:
    """To who has never written to the bot: it cannot write to them."""
    text = say("Slow mode (measure {number}, rule {rule}): one message each in {pace}. Please wait for your turn.",
               number=measure.number, rule=measure.rule, pace=lasting(say, measure.pace))  # fmt: skip
    return Screen(text)


def too_soon(say: Words, measure: Measure, again: datetime) -> Screen:
    if say.elder:
        return screen(say, say("The group is in slow mode. You can write again at {hour}.", hour=say.hour(again)))
    text = say("The group is in slow mode (measure {number}, rule {rule}): one message each in {pace}. Your message "
               "stands; you can write again at {hour}.", number=measure.number, rule=measure.rule,
               pace=lasting(say, measure.pace), hour=say.hour(again))  # fmt: skip
    return screen(say, text)


def told(say: Words, measure: Measure) -> Sequence[Screen]:
    """To whom it is about: the rule, until when, what was kept, and where to say that it is wrong."""
    if measure.kind is Kind.PAUSE and measure.until is not None:
        text = say("Please pause in the group until {when}: {name} asked for it (measure {number}).",
                   when=say.time(measure.until), name=measure.by_name, number=measure.number)  # fmt: skip
    else:
        text = say("{name} took a message of yours out of the group (measure {number}). Nobody has lost it:",
                   name=measure.by_name, number=measure.number)  # fmt: skip
    parts = [text, rule(say, measure.rule)]
    if measure.kind is Kind.REMOVAL and measure.said is not None and measure.said.words:
        parts.insert(1, say.quote(shorten(measure.said.words, WORDS)))
    parts.append(say("If you think it wrong, ask a person. It can be undone."))
    shown = [page for part in parts for page in pages(part)] if say.elder else ["\n".join(parts)]
    return [*(Screen(one) for one in shown[:-1]), screen(say, shown[-1])]


def pause_over(say: Words, measure: Measure) -> Screen:
    return screen(say, say("You can write in the group again (measure {number} is over).", number=measure.number))
