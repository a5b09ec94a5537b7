"""Why something cannot be done with minutes."""

from dataclasses import dataclass
from datetime import datetime

from bot.kit.refusals import Refused


class NoMinutes(Refused):
    """There are none of such a sitting in this community."""


@dataclass(eq=False)
class NotPublished(Refused):
    """They wait for the chair, or for their day."""

    starts_at: datetime
    """Of the sitting."""


class ApprovedAlready(Refused):
    """No note can be added any more."""


class DraftChanged(Refused):
    """The note is another than the one that was read."""


class NoErratum(Refused):
    """There is no such correction in this community."""


class WroteAlready(Refused):
    """Everybody writes one correction of the same minutes."""


@dataclass(eq=False)
class CorrectionsOver(Refused):
    """The minutes are final."""

    since: datetime


class DecidedAlready(Refused):
    """Another one has decided on this correction, and otherwise."""


class NothingHalfSaid(Refused):
    """What the button belongs to was finished or dropped."""


@dataclass(eq=False)
class WordsDoNotFit(Refused):
    """No words, or too many."""

    most: int
