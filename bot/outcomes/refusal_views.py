"""Why something about an outcome cannot be shown."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.home import VOTE as VOTES
from bot.kit.home import SeeVotes
from bot.kit.refusals import Refused
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words
from bot.outcomes.model.refusals import NoOutcome, NoReceipts
from bot.outcomes.views import see_all


def no_outcome(say: Words, _: NoOutcome) -> Screen:
    text = say("No such vote has been counted here. As long as it runs, nobody knows the result.")
    return screen(say, text, see_all(say), Choice(say.plain(VOTES), SeeVotes()))


def no_receipts(say: Words, refusal: NoReceipts) -> Screen:
    text = say("Vote {number} was by name: there are no receipts. Your name stands in the record.",
               number=refusal.number)  # fmt: skip
    return screen(say, text, see_all(say))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoOutcome: no_outcome,
    NoReceipts: no_receipts,
}
