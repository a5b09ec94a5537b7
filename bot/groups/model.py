"""A group chat as the books know it, and what is missing for the bot to work there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.kit.events import Event
from bot.kit.people import CommunityId
from bot.kit.refusals import Refused


class Purpose(StrEnum):
    """What a group is for. A community has one of each, and one for each building."""

    MAIN = "main"
    BUILDING = "building"
    LIAISONS = "liaisons"
    MODERATORS = "moderators"

    @property
    def for_residents(self) -> bool:
        """Whether the home card is pinned there."""
        return self in (Purpose.MAIN, Purpose.BUILDING)


class Standing(StrEnum):
    """What the bot is in a group."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"


@dataclass(frozen=True)
class Group:
    """A group chat that the bot is or was in; `community` and `purpose` once somebody has set it up."""

    chat_id: int
    title: str
    standing: Standing
    is_forum: bool = False
    general_open: bool = True
    """In a forum: whether its General topic, where the bot posts, can be seen."""
    community: CommunityId | None = None
    purpose: Purpose | None = None
    building: int | None = None
    offers: bool = True
    """Whether the bot may offer there, unasked, to log what sounds like a concern; …"""
    offered_at: datetime | None = None
    """… and when it last did."""


@dataclass(frozen=True)
class Sight:
    """A group as Telegram shows it at this moment."""

    chat_id: int
    title: str
    standing: Standing
    is_forum: bool
    is_supergroup: bool
    hears_all: bool
    can_pin: bool
    pinned: int | None
    """The message that was pinned last."""


class Lack(StrEnum):
    """What keeps the bot, or the community, from working well in a group."""

    NOT_SET_UP = "not_set_up"
    DEAF = "deaf"
    """Privacy mode is on and the bot is no administrator: it hears commands only."""
    CANNOT_PIN = "cannot_pin"
    CARD_NOT_ON_TOP = "card_not_on_top"
    NOT_SUPERGROUP = "not_supergroup"
    NO_GENERAL = "no_general"
    NO_MAIN_GROUP = "no_main_group"
    NO_ROLL = "no_roll"
    NOBODY_JOINED = "nobody_joined"
    NO_LIAISON = "no_liaison"


@dataclass(frozen=True)
class Findings:
    """What a check found: the group, if there is one, and what is missing, the most urgent first."""

    group: Group | None
    lacks: Sequence[Lack]
    without_liaison: Sequence[int] = ()
    """Buildings."""


def lacks_of(group: Group, sight: Sight, card: int | None) -> Iterator[Lack]:
    """What is missing in a group of which Telegram shows `sight`. `card` is the message of its home card."""
    if group.purpose is None:
        yield Lack.NOT_SET_UP
    if not sight.hears_all:
        yield Lack.DEAF
    if not sight.is_supergroup:
        yield Lack.NOT_SUPERGROUP
    if sight.is_forum and not group.general_open:
        yield Lack.NO_GENERAL
    if group.purpose is None or not group.purpose.for_residents:
        return
    if not sight.can_pin:
        yield Lack.CANNOT_PIN
    elif card is None or card != sight.pinned:
        yield Lack.CARD_NOT_ON_TOP


@dataclass(frozen=True)
class GroupChanged(Event):
    """Base: something happened to a group; it is given as it is after that, with the name of who did it."""

    group: Group
    by: str


class BotAdded(GroupChanged):
    """The bot is in a group, for the first time or again."""


class BotRemoved(GroupChanged):
    pass


class BotPromoted(GroupChanged):
    pass


class BotDemoted(GroupChanged):
    pass


class GroupAssigned(GroupChanged):
    """A further group of a community has its purpose."""


class CardLost(GroupChanged):
    """The home card shall be on top again."""


@dataclass(frozen=True)
class AdministratorWanted(Event):
    """Somebody who does not show who they are, or whom the bot cannot answer alone, asked for something."""

    chat_id: int
    key: str


class NotGroupAdmin(Refused):
    """Only the group's administrators may do this."""


@dataclass(eq=False)
class PurposeTaken(Refused):
    """Another group of the community is for this already."""

    title: str


@dataclass(eq=False)
class NoBuilding(Refused):
    """The community has no such building."""

    building: int
