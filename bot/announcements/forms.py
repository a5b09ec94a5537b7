"""What is half said of an announcement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from bot.announcements.model import Audience, Whom
from bot.kit.forms import Form
from bot.roles.model import Role


class Part(StrEnum):
    WHOM = "whom"
    BUILDINGS = "buildings"
    ROLE = "role"
    TEXT = "text"
    ENGLISH = "english"


@dataclass(frozen=True)
class AnnouncementDraft(Form):
    """`key` becomes the announcement's."""

    name = "announcement"
    key: str
    whom: Whom = Whom.UNSAID
    buildings: tuple[int, ...] = ()
    buildings_said: bool = False
    role: Role | None = None
    text: str = ""
    english: str = ""
    adding: bool = False
    """Asked for the English text."""
    at: datetime | None = None
    """Another moment than those that are offered."""

    @property
    def asks(self) -> Part | None:
        """What is to be said next; None when it can be looked at."""
        if self.whom is Whom.UNSAID:
            return Part.WHOM
        if self.whom is Whom.BUILDINGS and not self.buildings_said:
            return Part.BUILDINGS
        if self.whom is Whom.ROLE and self.role is None:
            return Part.ROLE
        if not self.text:
            return Part.TEXT
        return Part.ENGLISH if self.adding else None

    @property
    def audience(self) -> Audience:
        return Audience(self.whom, self.buildings, self.role)

    def goes_to(self, whom: Whom) -> Self:
        return replace(self, whom=whom, buildings=(), buildings_said=False, role=None)

    def goes_to_building(self, building: int) -> Self:
        """Or no more."""
        return replace(self, buildings=tuple(sorted({*self.buildings} ^ {building})))

    def has_all_buildings(self) -> Self:
        return replace(self, buildings_said=bool(self.buildings))

    def goes_to_role(self, role: Role) -> Self:
        return replace(self, role=role)

    def says(self, text: str) -> Self:
        return replace(self, english=text, adding=False) if self.adding else replace(self, text=text)

    def adds(self) -> Self:
        """An English text is to follow."""
        return replace(self, adding=True)

    def stays_as_it_is(self) -> Self:
        """None follows."""
        return replace(self, adding=False)

    def reworded(self) -> Self:
        """It is written anew."""
        return replace(self, text="", english="", adding=False)

    def goes_at(self, at: datetime) -> Self:
        return replace(self, at=at)


@dataclass(frozen=True)
class Sight:
    """A draft as its writer sees it, with what they may choose."""

    draft: AnnouncementDraft
    author: str
    buildings: Sequence[int]
    most: int
    """Characters of its text."""
    readers: int
    now: datetime
    today: date
    awake_at: datetime
    """When it may go out if it is not urgent; later than `now` in the quiet hours."""
    moments: Sequence[datetime]
