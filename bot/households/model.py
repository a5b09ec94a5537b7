"""A household names one of its adults to speak for it, and can take that back; whoever moves is followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.residents.model import AgeBand, HouseholdId, Resident, ResidentId


class End(StrEnum):
    """How a proposal or a mandate ended."""

    REPLACED = "replaced"
    """Somebody else was proposed, or has accepted."""
    DECLINED = "declined"
    RESIGNED = "resigned"
    REVOKED = "revoked"
    """By two other members."""
    MOVED = "moved"


class How(StrEnum):
    """How somebody came to a household, or left it. Who joins without having left another has both."""

    JOINED = "joined"
    MOVED = "moved"
    """Left it for another household of the community."""
    LEFT = "left"


@dataclass(frozen=True)
class Mandate:
    """A member is proposed to speak for the household, or does."""

    id: int
    community: CommunityId
    household: HouseholdId
    resident: ResidentId
    proposed_by: ResidentId
    accepted: bool = False
    against: ResidentId | None = None
    """Who has asked to end it; a second member has to agree."""


@dataclass(frozen=True)
class Home:
    """A household as one of its members sees it."""

    me: Resident
    joined: Sequence[Resident]
    mandate: Mandate | None
    proposal: Mandate | None
    further: Sequence[Resident] = ()
    """Flats that are mine too, and for which I could speak instead."""

    def member(self, resident: ResidentId) -> Resident:
        """Raises `NotOfHousehold`."""
        for one in self.joined:
            if one.id == resident:
                return one
        raise NotOfHousehold

    @property
    def others(self) -> Sequence[Resident]:
        """Adults who can be proposed; oneself only where nobody else has joined."""
        adults = [one for one in self.joined if one.age_band is not AgeBand.MINOR]
        return [one for one in adults if one.id != self.me.id] or adults


@dataclass(frozen=True)
class RepresentativeProposed(Event):
    mandate: Mandate


@dataclass(frozen=True)
class RepresentativeAccepted(Event):
    mandate: Mandate


@dataclass(frozen=True)
class RevocationAsked(Event):
    mandate: Mandate


@dataclass(frozen=True)
class RepresentationEnded(Event):
    mandate: Mandate
    end: End


class NotOfHousehold(Refused):
    """Whoever is meant has not joined this household, or has left it."""


class NotYourFlat(Refused):
    """This flat is not theirs, or no longer."""


class NothingToDecide(Refused):
    """The question has been settled since."""


class AnotherMustAgree(Refused):
    """One person alone cannot do it: another member has to say so too."""
