"""What the bot keeps of free text: nothing but an open question, and when it last spoke up in a group."""

from dataclasses import replace

from bot.groups.model import Group
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, permit
from bot.talk.forms import Unclear
from bot.talk.model import may_offer
from bot.unit_of_work import UnitOfWork


def wonder(uow: UnitOfWork, place: Place, unclear: Unclear) -> None:
    """Ask what these words mean."""
    uow.conversations.keep(place, unclear)


def words_of(uow: UnitOfWork, place: Place, key: str) -> str:
    """What was asked about under this key; empty where something else has happened since."""
    form = uow.conversations.form(place)
    return form.words if isinstance(form, Unclear) and form.key == key else ""


def forget(uow: UnitOfWork, place: Place, key: str) -> None:
    """It meant nothing; twice is once."""
    form = uow.conversations.form(place)
    if isinstance(form, Unclear) and form.key == key:
        uow.conversations.keep(place, None)


def offer(uow: UnitOfWork, reader: Reader, place: Place, unclear: Unclear) -> bool:
    """May the bot offer, unasked, to log these words? If so, it has: the group is left alone for an hour."""
    group = uow.groups.get(place.chat_id)
    if group is None or not reader.known or not may_offer(group, uow.now):
        return False
    uow.groups.save(replace(group, offered_at=uow.now), uow.now)
    wonder(uow, place, unclear)
    return True


def talk_in(uow: UnitOfWork, reader: Reader, chat_id: int) -> Group:
    """Whether the bot may speak up by itself there. Raises `NotAllowed`, `NoCommunity`."""
    group = uow.groups.get(chat_id)
    if group is None or group.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.SET_UP_GROUPS)
    return group


def switch(uow: UnitOfWork, reader: Reader, chat_id: int, offers: bool) -> None:
    """It may, or may not any more. Raises `NotAllowed`, `NoCommunity`."""
    uow.groups.save(replace(talk_in(uow, reader, chat_id), offers=offers), uow.now)
