"""Why something cannot be done with an agenda item."""

from dataclasses import dataclass
from datetime import datetime

from bot.agenda.model.steps import Contribution, Need, Step
from bot.kit.refusals import Overstep, Refused


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


@dataclass(eq=False)
class MovesAtSitting(Refused):
    """From here on its chair moves it on, at the sitting."""

    number: int


@dataclass(eq=False)
class MovedMeanwhile(Refused):
    """The button is of an earlier step."""

    number: int


@dataclass(eq=False)
class ObjectionsOver(Refused):
    """The days for objections have passed."""

    number: int
    until: datetime


@dataclass(eq=False)
class AdvisedBefore(Overstep, Refused):
    """Who has advised on an item as a guide decides nothing about it, whatever they have become since."""

    number: int


@dataclass(eq=False)
class GuideAdvises(Overstep, Refused):
    """A guide takes no side and asks for nothing: what they write is advice."""

    number: int


@dataclass(eq=False)
class OnlyGuides(Refused):
    """Advice comes from guides; residents say what they are for and against."""

    number: int


@dataclass(eq=False)
class NoExpert(Refused):
    """The community has no guide of this field, or none at all."""

    item: int
    """Its id."""
    number: int


@dataclass(eq=False)
class NothingToAnswer(Refused):
    """It is no question and no objection, or it is answered already."""

    number: int


@dataclass(eq=False)
class OwnObjection(Refused):
    """Nobody decides on an objection of their own."""

    number: int


@dataclass(eq=False)
class EnoughPapers(Refused):
    number: int
    most: int


@dataclass(eq=False)
class AgendaFull(Refused):
    """One message in the group has to hold it."""

    most: int


@dataclass(eq=False)
class NotYours(Refused):
    """Only who proposed it takes it back."""

    number: int


@dataclass(eq=False)
class NotYourMatter(Refused):
    """Only who raised a concern, or a moderator, makes it an agenda item."""

    number: int
    """The concern's."""


class OptionsUnclear(Refused):
    """Each option of a motion is one line; there are two at least, and nobody takes one for another."""
