"""Why something cannot be done with an agenda item."""

from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.steps import Contribution, Need, Step
from bot.kit.refusals import Refused


class NoItem(Refused):
    """There is no such agenda item in this community."""


class NoItemDraft(Refused):
    """What the button belongs to was finished or dropped."""


@dataclass(eq=False)
class ItemOver(Refused):
    """It is done, dropped or joined to another."""

    number: int


@dataclass(eq=False)
class NotAllowedNow(Refused):
    """The present step has no room for this."""

    number: int
    contribution: Contribution
    step: Step


@dataclass(eq=False)
class WrongStep(Refused):
    """In its present step this cannot be done with it."""

    number: int
    step: Step


@dataclass(eq=False)
class NotYet(Refused):
    """The step has to last longer."""

    number: int
    until: datetime


@dataclass(eq=False)
class StepMissing(Refused):
    """Something has to be there before the next step."""

    number: int
    need: Need


@dataclass(eq=False)
class WordsUnfit(Refused):
    """No words, or too many."""

    most: int
