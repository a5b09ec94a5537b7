"""What moderators are told about an outcome."""

from bot.agenda.taps import ReadPoints
from bot.booth.part_views import title
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words
from bot.outcomes.model.statement import Statement


def verdict_wanted(say: Words, statement: Statement) -> Screen:
    """The days are over, and an objection waits."""
    text = say("The notice of {vote} is over. It goes on once you have decided on each objection.",
               vote=title(say, statement.vote))  # fmt: skip
    return screen(say, text, Choice(say.plain("See what is said"), ReadPoints(item=statement.vote.item)))
