"""What is kept about a person, and what they ask about it: to see it, to have it corrected, to have it deleted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.forms import Form
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import AgeBand, Resident

LONGEST_NAME = 64
"""Characters of a name on the roll."""


class Heading(StrEnum):
    """Under which a kept row is shown to the person whom it is about."""

    PLACE = "place"
    MANNER = "manner"
    CONSENT = "consent"
    CONCERNS = "concerns"
    DEEDS = "deeds"
    LOG = "log"
    SUPPORT = "support"
    HELP = "help"
    WISHES = "wishes"
    ROLES = "roles"
    SITTINGS = "sittings"
    COMING = "coming"
    AGENDA = "agenda"
    MINUTES = "minutes"
    POINTS = "points"
    HONOURS = "honours"
    UNFINISHED = "unfinished"
    MESSAGES = "messages"
    TRIES = "tries"
    MEASURES = "measures"
    REQUESTS = "requests"


@dataclass(frozen=True)
class Kept:
    """One row about a person: what of it is read out, and all that goes into their file."""

    table: str
    heading: Heading
    told: Mapping[str, object]
    everything: Mapping[str, object]


class Kind(StrEnum):
    """What was asked for."""

    SEE = "see"
    CORRECT = "correct"
    DELETE = "delete"


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"
    REFUSED = "refused"
    UNDONE = "undone"


@dataclass(frozen=True)
class Deletion:
    """Somebody shall be forgotten; until `due_at`, and not a moment longer, they may change their mind."""

    request: int
    telegram_id: int
    community: CommunityId | None
    asked_at: datetime
    due_at: datetime

    def check_undoable(self, now: datetime) -> None:
        """Raises `GraceOver`."""
        if now >= self.due_at:
            raise GraceOver


class Field(StrEnum):
    """What of the roll may be wrong."""

    NAME = "name"
    AGE = "age_band"


@dataclass(frozen=True)
class Correction:
    """A resident says that the roll is wrong about them; a moderator compares and decides."""

    id: int
    request: int
    resident: Resident
    field: Field
    old: str
    new: str
    asked_at: datetime
    agreed: bool | None = None
    """None until somebody has decided."""
    decided_by: str = ""
    decider_id: int | None = None

    def decided(self, agreed: bool, decider_id: int, by: str) -> "Correction":
        """Deciding the same once more is once. Raises `DecidedAlready`."""
        if self.agreed is not None and (self.agreed, self.decider_id) != (agreed, decider_id):
            raise DecidedAlready(self.decided_by)
        return replace(self, agreed=agreed, decider_id=decider_id, decided_by=by)

    def corrected(self) -> Resident:
        """The resident as the roll should name them."""
        if self.field is Field.NAME:
            return replace(self.resident, name=self.new)
        return replace(self.resident, age_band=AgeBand(self.new))


@dataclass(frozen=True)
class Correcting(Form):
    """Somebody was asked for their right name: for the roll, or only how to be called."""

    name = "correcting"
    on_roll: bool


def read_name(written: str) -> str:
    """A name as somebody wrote it, on one line. Raises `NotAName`."""
    name = " ".join(written.split())
    if not name or len(name) > LONGEST_NAME or name.startswith("/"):
        raise NotAName(LONGEST_NAME)
    return name


@dataclass(frozen=True)
class CorrectionAsked(Event):
    correction: Correction


@dataclass(frozen=True)
class CorrectionDecided(Event):
    correction: Correction


@dataclass(frozen=True)
class DeletionNear(Event):
    """The last day before somebody is forgotten has begun."""

    deletion: Deletion


@dataclass(frozen=True)
class DeletionPutOff(Event):
    """Somebody cannot be forgotten yet: nobody else moderates."""

    deletion: Deletion


class GraceOver(Refused):
    """It is too late to change one's mind."""


@dataclass(eq=False)
class NothingToUndo(Refused):
    """No deletion is under way."""

    known: bool
    """Whether anything is kept about this person."""


class NothingKept(Refused):
    """There is nothing to delete."""


class LastModerator(Refused):
    """Nobody else would moderate the community, or administer it."""


@dataclass(eq=False)
class NotAName(Refused):
    """Empty, or too long."""

    most: int


class NoCorrection(Refused):
    """Who asked for it has had their data deleted."""


@dataclass(eq=False)
class DecidedAlready(Refused):
    """Another moderator was first."""

    by: str
