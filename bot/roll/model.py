"""The roll as a file gives it and as the books hold it: units, their occupants, and owners apart from these.

Nothing else is ever kept (field notes F3): no ID numbers, no birth dates, no phone numbers.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from itertools import count

from bot.kit.people import CommunityId
from bot.residents.model import AgeBand, HouseholdId, NewMember, ResidentId, Tenure

LONGEST_NAME = 64
_LONG_NUMBER = re.compile(r"(?:[0-9][ -]?){7,}")
"""Phone numbers have seven figures or more, ID numbers eighteen."""
_NUMBER = re.compile(r"(#[0-9]+)+$")
_SPACE_IN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")


class OwnerKind(StrEnum):
    PERSON = "person"
    FIRM = "firm"
    DEVELOPER = "developer"


@dataclass(frozen=True, order=True)
class Door:
    """Where a unit is; what households of a file and of the books are known by."""

    building: int
    unit: int
    room: str

    @property
    def address(self) -> str:
        """As written on the door: 3号楼2单元501室"""
        return f"{self.building}号楼{self.unit}单元{self.room}室"


@dataclass(frozen=True, order=True)
class Owner:
    """A person, a firm or the developer. One name of one kind is one owner: namesakes are told apart as 王伟#2."""

    name: str
    kind: OwnerKind = OwnerKind.PERSON


@dataclass(frozen=True)
class Ownership:
    """Who owns a unit, and the one of them who votes for it (民法典 278: a unit is one vote)."""

    owners: tuple[Owner, ...]
    voter: Owner

    def __post_init__(self) -> None:
        if self.voter not in self.owners or len(set(self.owners)) != len(self.owners):
            raise ValueError("a unit's voter is one of its owners, each of whom is named once")
        object.__setattr__(self, "owners", tuple(sorted(self.owners)))


@dataclass(frozen=True)
class Unit:
    """What a file says of one unit: its area in m², who lives in it, who owns it."""

    door: Door
    area: Decimal
    tenure: Tenure
    people: tuple[NewMember, ...] = ()
    ownership: Ownership | None = None


@dataclass(frozen=True)
class Roll:
    """All units of a file, each once."""

    units: tuple[Unit, ...]
    tells_owners: bool = True
    """False where the file has no such column: then owners stay as they are."""

    @property
    def people(self) -> int:
        """How many live in all units."""
        return sum(len(unit.people) for unit in self.units)

    def several_units(self) -> Mapping[Owner, int]:
        """Owners of more than one unit, who may be namesakes: how many units each, most first."""
        owned = Counter(owner for unit in self.units if unit.ownership for owner in unit.ownership.owners)
        return {owner: count for owner, count in owned.most_common() if count > 1}


@dataclass(frozen=True)
class RollFile:
    """A file that has been read without a fault."""

    roll: Roll
    rows: int
    unused: tuple[str, ...] = ()
    """Columns of which nothing is kept."""


@dataclass(frozen=True)
class Enrolled:
    """Somebody on the roll, as the books have them."""

    id: ResidentId
    name: str
    age_band: AgeBand
    joined: bool = False
    left: bool = False


@dataclass(frozen=True)
class Standing:
    """A household as the books have it; `left` when it is on the roll no more."""

    id: HouseholdId
    door: Door
    area: Decimal
    tenure: Tenure
    people: tuple[Enrolled, ...] = ()
    ownership: Ownership | None = None
    left: bool = False

    def as_unit(self) -> Unit:
        """As a file would tell it."""
        people = tuple(NewMember(name, one.age_band) for name, one in told_apart(self.people).items())
        return Unit(self.door, self.area, self.tenure, people, self.ownership)


@dataclass(frozen=True)
class RollSize:
    """How many there are on the roll now."""

    households: int
    people: int
    joined: int


@dataclass(frozen=True)
class Counts:
    """What an import does, in numbers."""

    new_households: int = 0
    changed_households: int = 0
    gone_households: int = 0
    new_people: int = 0
    changed_people: int = 0
    gone_people: int = 0

    @property
    def nothing(self) -> bool:
        """The file says what the books say."""
        return self == Counts()


class ImportState(StrEnum):
    OPEN = "open"
    APPLIED = "applied"
    DROPPED = "dropped"


@dataclass(frozen=True)
class RollImport:
    """A file that waits for a yes. The roll in it is kept until then, and not a moment longer."""

    id: int
    community: CommunityId
    by: int
    """Telegram id of the moderator; 0 from the terminal."""
    roll: Roll | None
    digest: str
    """Of the plan that was shown: what is carried out is what was seen."""
    state: ImportState = ImportState.OPEN
    moved: Mapping[ResidentId, bool] = field(default_factory=dict)
    """What was said of those who have joined and are not in the file: whether they have moved away."""
    counts: Counts = Counts()

    def told(self, moved: Mapping[ResidentId, bool]) -> "RollImport":
        """One more answer, or several."""
        return replace(self, moved={**self.moved, **moved})

    def ended(self, state: ImportState, counts: Counts = Counts()) -> "RollImport":
        """Applied or dropped: who and when stays, the roll and what was said of people goes."""
        return replace(self, state=state, counts=counts, roll=None, moved={})


def plain_name(written: str) -> str:
    """A name as it is kept: signs in their usual width, no line breaks, no gap between Chinese characters."""
    name = " ".join(unicodedata.normalize("NFKC", written).split())
    return _SPACE_IN_CHINESE.sub("", name)


def holds_long_number(name: str) -> bool:
    """Whether a phone or ID number seems to stand in it."""
    return _LONG_NUMBER.search(name) is not None


def shared_name(name: str) -> str:
    """What namesakes have in common: 王伟 for 王伟#2."""
    return _NUMBER.sub("", plain_name(name))


def told_apart(people: Iterable[Enrolled]) -> Mapping[str, Enrolled]:
    """Those who are here, by the names that a file has for them: of two called 王伟 the later one is 王伟#2."""
    here = sorted((one for one in people if not one.left), key=lambda one: one.id)
    own = {plain_name(one.name) for one in here}
    apart: dict[str, Enrolled] = {}
    for one in here:
        name = plain_name(one.name)
        numbered = (f"{shared_name(name)}#{number}" for number in count(2))
        apart[name if name not in apart else next(n for n in numbered if n not in own | apart.keys())] = one
    return apart
