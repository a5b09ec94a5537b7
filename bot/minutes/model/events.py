"""What happens to minutes."""

from dataclasses import dataclass

from bot.kit.events import Event
from bot.minutes.model.erratum import Erratum
from bot.minutes.model.minutes import Minutes


@dataclass(frozen=True)
class MinutesChanged(Event):
    """Base: something happened to minutes; they are given as they are after that."""

    minutes: Minutes


@dataclass(frozen=True)
class MinutesDrafted(MinutesChanged):
    chair: str
    """Their name."""


@dataclass(frozen=True)
class MinutesLate(MinutesChanged):
    """Nobody has approved them in time: the chair is reminded, then all moderators."""


@dataclass(frozen=True)
class MinutesApproved(MinutesChanged):
    pass


@dataclass(frozen=True)
class MinutesPublished(MinutesChanged):
    pass


@dataclass(frozen=True)
class MinutesFinal(MinutesChanged):
    pass


@dataclass(frozen=True)
class BallotsCounted(MinutesChanged):
    """A vote that was opened at the sitting is closed, or its outcome does not stand any more."""


@dataclass(frozen=True)
class ErratumChanged(MinutesChanged):
    """Base: something happened to a correction of these minutes."""

    erratum: Erratum


@dataclass(frozen=True)
class ErratumWritten(ErratumChanged):
    pass


@dataclass(frozen=True)
class ErratumDecided(ErratumChanged):
    pass
