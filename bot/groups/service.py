"""What becomes of groups: the bot comes and goes, somebody sets them up, somebody asks what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.delivery.model import ChatMigrated
from bot.groups.model import (
    AdministratorWanted,
    BotAdded,
    BotDemoted,
    BotPromoted,
    BotRemoved,
    CardLost,
    Findings,
    Group,
    GroupAssigned,
    Lack,
    NoBuilding,
    NotGroupAdmin,
    Purpose,
    PurposeTaken,
    Sight,
    Standing,
    lacks_of,
)
from bot.kit.people import CommunityId, Reader
from bot.residents.model import Community, CommunitySetUp, NoCommunity
from bot.roles.model import Act, NotAllowed, Role, permit
from bot.unit_of_work import UnitOfWork

CARD = "home"
"""The board that is pinned where residents talk."""


@dataclass(frozen=True)
class SetUp:
    """A group that belongs to a community, and what is missing there."""

    community: Community
    findings: Findings


@dataclass(frozen=True)
class Choosing:
    """A further group: of which community may it become?"""

    communities: Sequence[Community]


def stands(uow: UnitOfWork, chat_id: int, title: str, is_forum: bool, standing: Standing, by: str) -> None:
    """Telegram says what the bot is in a group from now on; `by` did it."""
    known = uow.groups.get(chat_id)
    if known is None and standing is Standing.LEFT:
        return
    before = known.standing if known else Standing.LEFT
    group = replace(known or Group(chat_id, title, standing), title=title, is_forum=is_forum, standing=standing)
    if group != known:
        uow.groups.save(group, uow.now)
    if standing is before:
        return
    if standing is Standing.LEFT:
        uow.outbox.abandon(chat_id, uow.now, "the bot has left")
        uow.record(BotRemoved(group, by))
    elif before is Standing.LEFT:
        uow.record(BotAdded(group, by))
    else:
        uow.record(BotPromoted(group, by) if standing is Standing.ADMINISTRATOR else BotDemoted(group, by))


def renamed(uow: UnitOfWork, chat_id: int, title: str) -> None:
    """The group has another name; a community that bore its main group's name goes on bearing it."""
    group = uow.groups.get(chat_id)
    if group is None or group.title == title:
        return
    uow.groups.save(replace(group, title=title), uow.now)
    if group.community is None or group.purpose is not Purpose.MAIN:
        return
    if uow.residents.community(group.community).name == group.title:
        uow.residents.rename(group.community, title)
        uow.record(CardLost(replace(group, title=title), ""))


def general_topic(uow: UnitOfWork, chat_id: int, is_open: bool) -> None:
    """In a forum, its General topic was hidden or shown."""
    group = uow.groups.get(chat_id)
    if group is not None:
        uow.groups.save(replace(group, is_forum=True, general_open=is_open), uow.now)


def moved(uow: UnitOfWork, old_chat_id: int, new_chat_id: int) -> None:
    """Telegram says in the group itself, before or after the move, that it is a supergroup now."""
    old = uow.groups.get(old_chat_id)
    if old is None:
        return
    uow.outbox.abandon(new_chat_id, uow.now, "the group is known by its old id")
    uow.outbox.follow(old_chat_id, new_chat_id)
    uow.record(ChatMigrated(old_chat_id, new_chat_id))


def follow_migration(uow: UnitOfWork, event: ChatMigrated) -> None:
    """A group became a supergroup: it is the same group."""
    uow.groups.move(event.old_chat_id, event.new_chat_id, uow.now)


def set_up(uow: UnitOfWork, reader: Reader, sight: Sight, *, by_admin: bool) -> SetUp | Choosing:
    """Make a group a community, or show what it is; who moderates a community already is asked first.

    Raises `NotGroupAdmin`.
    """
    group = _seen(uow, sight, by_admin)
    if group.community is not None:
        community = uow.residents.community(group.community)
        if group.purpose is not None and group.purpose.for_residents:
            uow.record(CommunitySetUp(community, group.chat_id, reader.telegram_id, new=False))
        return _set_up(uow, group, sight)
    known = uow.groups.moderated_by(reader.telegram_id)
    mine = [uow.residents.community(one) for one in known if _moderates(uow, reader, one)]
    return Choosing(mine) if mine else found(uow, reader, sight, by_admin=by_admin)


def found(uow: UnitOfWork, reader: Reader, sight: Sight, *, by_admin: bool) -> SetUp:
    """Make a group a new community of its own; twice is once. Raises `NotGroupAdmin`."""
    group = _seen(uow, sight, by_admin)
    if group.community is None:
        community = uow.residents.found(group.title, uow.now)
        group = replace(group, community=community.id, purpose=Purpose.MAIN)
        uow.groups.save(group, uow.now)
        uow.record(CommunitySetUp(community, group.chat_id, reader.telegram_id, new=True))
    return _set_up(uow, group, sight)


def purposes(uow: UnitOfWork, reader: Reader, community: CommunityId) -> Sequence[int]:
    """What the group may become in this community: its buildings. Raises `NotAllowed`."""
    _permit(uow, reader, community)
    return uow.groups.buildings(community)


def assign(
    uow: UnitOfWork,
    reader: Reader,
    sight: Sight,
    community: CommunityId,
    purpose: Purpose,
    building: int | None,
    *,
    by_admin: bool,
) -> SetUp:
    """Give a group its purpose in a community. Raises `NotGroupAdmin`, `NotAllowed`, `PurposeTaken`, `NoBuilding`."""
    group = _seen(uow, sight, by_admin)
    for concerned in {community, group.community or community}:
        _permit(uow, reader, concerned)
    if building is not None and building not in uow.groups.buildings(community):
        raise NoBuilding(building)
    other = uow.groups.serving(community, purpose, building)
    if other is not None and other.chat_id != group.chat_id:
        raise PurposeTaken(other.title)
    assigned = replace(group, community=community, purpose=purpose, building=building)
    if assigned != group:
        uow.groups.save(assigned, uow.now)
        uow.record(GroupAssigned(assigned, reader.name))
    return _set_up(uow, assigned, sight)


def check(uow: UnitOfWork, reader: Reader, sight: Sight, *, by_admin: bool) -> Findings:
    """What is missing in this group, told to its administrators and its community's moderators.

    Raises `NotGroupAdmin`.
    """
    known = uow.groups.get(sight.chat_id)
    group = _seen(uow, sight, by_admin or _moderates(uow, reader, known.community if known else None))
    card = uow.outbox.message_of(group.chat_id, CARD)
    if card is not None and sight.pinned in uow.outbox.pinned(group.chat_id):
        card = sight.pinned  # another board of ours went on top of it, and goes again
    return _findings(uow, group, list(lacks_of(group, sight, card)))


def main_group(uow: UnitOfWork, reader: Reader) -> Group | None:
    """Where a moderator's check in private looks. Raises `NoCommunity`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    _permit(uow, reader, reader.community)
    return uow.groups.serving(reader.community, Purpose.MAIN)


def put_card_on_top(uow: UnitOfWork, reader: Reader, chat_id: int, *, by_admin: bool) -> None:
    """Show the home card as it should be and pin it again. Raises `NotGroupAdmin`, `NoCommunity`."""
    group = uow.groups.get(chat_id)
    if group is None or group.community is None:
        raise NoCommunity
    if not (by_admin or _moderates(uow, reader, group.community)):
        raise NotGroupAdmin
    uow.record(CardLost(group, reader.name))


def ask_administrator(uow: UnitOfWork, chat_id: int, key: str) -> None:
    """The answer is for one administrator alone: who it is has to say so by a tap."""
    uow.record(AdministratorWanted(chat_id, key))


def _seen(uow: UnitOfWork, sight: Sight, allowed: bool) -> Group:
    """The group, with what Telegram shows of it noted."""
    if not allowed:
        raise NotGroupAdmin
    known = uow.groups.get(sight.chat_id) or Group(sight.chat_id, sight.title, sight.standing)
    group = replace(known, title=sight.title, standing=sight.standing, is_forum=sight.is_forum)
    if group != uow.groups.get(sight.chat_id):
        uow.groups.save(group, uow.now)
    return group


def _permit(uow: UnitOfWork, reader: Reader, community: CommunityId) -> None:
    permit(uow.roles.of(replace(reader, community=community)), Act.SET_UP_GROUPS)


def _moderates(uow: UnitOfWork, reader: Reader, community: CommunityId | None) -> bool:
    if community is None:
        return False
    try:
        _permit(uow, reader, community)
    except NotAllowed:
        return False
    return True


def _set_up(uow: UnitOfWork, group: Group, sight: Sight) -> SetUp:
    """Its home card is on the way: nothing is said of that."""
    card = sight.pinned if sight.can_pin else None
    lacks = [lack for lack in lacks_of(group, sight, card) if lack is not Lack.CARD_NOT_ON_TOP]
    community = uow.residents.community(group.community or CommunityId(0))
    return SetUp(community, _findings(uow, group, lacks))


def _findings(uow: UnitOfWork, group: Group, lacks: Sequence[Lack]) -> Findings:
    """With what the community itself is missing."""
    if group.community is None:
        return Findings(group, lacks)
    buildings = uow.groups.buildings(group.community)
    alone = [b for b in buildings if not uow.roles.holders(group.community, Role.LIAISON, b)]
    missing = {
        Lack.NO_ROLL: not buildings,
        Lack.NOBODY_JOINED: bool(buildings) and not uow.groups.anyone_joined(group.community),
        Lack.NO_LIAISON: bool(alone),
    }
    return Findings(group, [*lacks, *(lack for lack, is_so in missing.items() if is_so)], alone)
