"""What the menu needs to know."""

from collections.abc import Sequence
from dataclasses import replace

from bot.config import Community as Settings
from bot.delivery.model import Board, Priority
from bot.inbox.model import Asked, Filter
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.kit.words import Words
from bot.menu import views
from bot.menu.model import MenuOutdated, Panel
from bot.residents.model import Community, NoCommunity, NotAgreed, NotOnRoll
from bot.roles.model import Act, NotAllowed, acts_of, may_somewhere, reach
from bot.unit_of_work import UnitOfWork

AT_ONCE = 50
"""Menus that one transaction looks at."""


def rules(uow: UnitOfWork) -> Settings:
    """The community's numbers."""
    return uow.settings


def communities(uow: UnitOfWork, reader: Reader) -> Sequence[Community]:
    """Those in which `reader` may speak; the first is the one in which they do now. Raises `NotOnRoll` for none."""
    found = [uow.residents.community(one) for one in uow.roles.communities(reader.telegram_id)]
    if not found:
        raise NotOnRoll
    return sorted(found, key=lambda one: one.id != reader.community)


def speaks_in(uow: UnitOfWork, reader: Reader) -> str:
    """The name of the community in which `reader` speaks; empty where they have no choice."""
    if reader.community is None or len(uow.roles.communities(reader.telegram_id)) < 2:
        return ""
    return uow.residents.community(reader.community).name


def speak_in(uow: UnitOfWork, reader: Reader, place: Place, community: CommunityId) -> Community:
    """From now on `reader` speaks in this community in private. Raises `NotOnRoll`, `NotAgreed`."""
    if community not in uow.roles.communities(reader.telegram_id):
        raise NotOnRoll
    account = uow.residents.account(reader.telegram_id)
    if account is None:
        raise NotAgreed
    uow.residents.save_account(replace(account, community=community), uow.now)
    uow.conversations.keep(place, None)  # what was half written was meant for the other one
    return uow.residents.community(community)


def sees_concerns(uow: UnitOfWork, reader: Reader) -> bool:
    """Whether the desk is offered; each part refuses by itself whoever may not see it."""
    if reader.community is None:
        return False
    held = uow.roles.held_by(reader.community, reader.telegram_id)
    return may_somewhere(held, Act.SEE_CONCERNS)


def panel(uow: UnitOfWork, reader: Reader) -> Panel:
    """All that `reader` looks after; each part decides again what they may. Raises `NoCommunity`, `NotAllowed`."""
    if reader.community is None:
        raise NoCommunity
    held = uow.roles.of(reader)
    acts = acts_of(held)
    if not acts:
        raise NotAllowed(Act.SEE_CONCERNS)
    asked = Asked(reader.community, reach(held, Act.SEE_CONCERNS), Filter(), uow.now)
    overdue = uow.inboxes.count(asked).overdue if Act.SEE_CONCERNS in acts else 0
    return Panel(acts, overdue, len(uow.votes.running(reader.community, uow.now)))


def keep_menus(uow: UnitOfWork) -> bool:
    """Whose offered commands are to be looked at again, some at a time; whether there may be more."""
    found = uow.menus.due(uow.now, AT_ONCE)
    for telegram_id in found:
        uow.record(MenuOutdated(telegram_id))
    return len(found) == AT_ONCE


def point_to_private_chat(uow: UnitOfWork, say: Words, chat_id: int) -> None:
    """One card for everybody whom the group's chat cannot answer alone."""
    shown = views.look_here(say, uow.link).params()
    uow.outbox.show(Board("answers", chat_id, shown, uow.now, priority=Priority.REPLY))
