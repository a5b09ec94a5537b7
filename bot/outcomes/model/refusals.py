"""Why something about an outcome cannot be shown."""

from dataclasses import dataclass

from bot.kit.refusals import Refused


class NoOutcome(Refused):
    """No vote with such a number has been counted in this community."""


@dataclass(eq=False)
class NoReceipts(Refused):
    """The vote was named: its record holds names, and nobody was given a receipt."""

    number: int
