"""Roles and what each may do: one table, enforced by services and shown to people."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.people import CommunityId
from bot.kit.refusals import Refused


class Role(StrEnum):
    MODERATOR = "moderator"
    LIAISON = "liaison"
    """Of one building: 楼栋联络员."""
    SUPERVISOR = "supervisor"
    """Sees everything, changes nothing."""
    GUIDE = "guide"
    """Advises, never decides: 到位不越位,帮忙不添乱."""


class Act(StrEnum):
    """What needs a role. Raising a concern, for one, needs none: it needs a place on the roll."""

    SEE_CONCERNS = "see_concerns"
    CLAIM_CONCERN = "claim_concern"
    ANSWER_CONCERN = "answer_concern"
    HAND_OVER_CONCERN = "hand_over_concern"
    HELP_RESIDENT = "help_resident"
    MANAGE_ROLL = "manage_roll"
    SET_UP_GROUPS = "set_up_groups"
    ADMIT_RESIDENT = "admit_resident"
    ISSUE_CODE = "issue_code"
    ISSUE_CARD = "issue_card"


MAY: dict[Role, frozenset[Act]] = {
    Role.MODERATOR: frozenset(Act),
    Role.LIAISON: frozenset(
        {
            Act.SEE_CONCERNS,
            Act.CLAIM_CONCERN,
            Act.ANSWER_CONCERN,
            Act.HELP_RESIDENT,
            Act.ADMIT_RESIDENT,
            Act.ISSUE_CARD,
        }
    ),
    Role.SUPERVISOR: frozenset({Act.SEE_CONCERNS}),
    Role.GUIDE: frozenset(),
}


@dataclass(frozen=True)
class Appointment:
    """Somebody has a role in a community; a liaison has it for one building."""

    community: CommunityId
    telegram_id: int
    role: Role
    building: int | None = None

    def covers(self, building: int | None) -> bool:
        """Whether the role reaches to this building; None is the whole estate."""
        return self.building is None or self.building == building


def permit(appointments: Collection[Appointment], act: Act, building: int | None = None) -> None:
    """Raises `NotAllowed` unless one of the appointments allows `act` in this building."""
    if not any(act in MAY[held.role] and held.covers(building) for held in appointments):
        raise NotAllowed(act)


def permit_somewhere(appointments: Collection[Appointment], act: Act) -> None:
    """Raises `NotAllowed` unless one of the appointments allows `act`, in whichever building."""
    if not any(act in MAY[held.role] for held in appointments):
        raise NotAllowed(act)


@dataclass(eq=False)
class NotAllowed(Refused):
    """None of this person's roles allows it."""

    act: Act
