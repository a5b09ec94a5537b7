"""What is offered to whoever opens a vote, and why what they told cannot be one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.item import Item
from bot.kit.refusals import Refused
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.vote import Vote

LABEL = 30
"""Characters of an option's name on a button, or of whose a ballot is."""


@dataclass(frozen=True)
class Offers:
    """As of now; the rule once everything is told that it hangs on."""

    item: Item
    buildings: Sequence[int]
    ends: Sequence[datetime]
    rule: AnyRule | None


class NoVoteDraft(Refused):
    """What the button belongs to was finished or dropped."""


@dataclass(eq=False)
class NothingChanged(Refused):
    """A button from earlier: what it was to do to `vote` was not done, and is not done now."""

    vote: Vote
