"""Setting groups up and checking them; and what Telegram tells of groups."""

from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    ResultChatMemberUnion,
)

from bot.groups import service, taps, views
from bot.groups.model import Findings, Lack, Sight, Standing
from bot.kit.people import CommunityId
from bot.kit.routes import Routes
from bot.kit.town import Town, UpdateKey
from bot.kit.visit import Unheard, Visit

ADMINISTRATORS = (ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR)
Answer = Callable[[Visit, Sight, bool], Awaitable[None]]


async def set_up(visit: Visit, _: taps.SetUpGroup | str) -> None:
    """`/setup`, in the group."""

    async def answer(visit: Visit, sight: Sight, by_admin: bool) -> None:
        told = await visit.do(service.set_up, visit.reader, sight, by_admin=by_admin)
        if isinstance(told, service.SetUp):
            await visit.show(views.set_up(visit.say, told.community, told.findings))
        elif len(told.communities) == 1:
            await visit.show(views.what_for(visit.say, told.communities[0].id))
        else:
            await visit.show(views.which_community(visit.say, told.communities))

    await _for_administrator(visit, answer)


async def choose(visit: Visit, tap: taps.Choose) -> None:
    await visit.ask(service.purposes, visit.reader, CommunityId(tap.community))
    await visit.show(views.what_for(visit.say, tap.community))


async def choose_building(visit: Visit, tap: taps.ChooseBuilding) -> None:
    buildings = await visit.ask(service.purposes, visit.reader, CommunityId(tap.community))
    await visit.show(views.which_building(visit.say, tap.community, buildings))


async def assign(visit: Visit, tap: taps.Assign) -> None:
    sight, by_admin = await _look(visit)
    told = await visit.do(
        service.assign,
        visit.reader,
        sight,
        CommunityId(tap.community),
        tap.purpose,
        tap.building or None,
        by_admin=by_admin,
    )
    await visit.show(views.set_up(visit.say, told.community, told.findings))


async def found(visit: Visit, _: taps.Found) -> None:
    sight, by_admin = await _look(visit)
    told = await visit.do(service.found, visit.reader, sight, by_admin=by_admin)
    await visit.show(views.set_up(visit.say, told.community, told.findings))


async def check(visit: Visit, tap: taps.Check | str) -> None:
    """`/check`, in the group or by a moderator in private."""
    page = tap.page if isinstance(tap, taps.Check) else 0

    async def answer(visit: Visit, sight: Sight, by_admin: bool) -> None:
        findings = await visit.do(service.check, visit.reader, sight, by_admin=by_admin)
        await visit.show(views.check(visit.say, findings, page))

    if visit.in_group:
        await _for_administrator(visit, answer)
        return
    group = await visit.ask(service.main_group, visit.reader)
    if group is None:
        await visit.show(views.check(visit.say, Findings(None, [Lack.NO_MAIN_GROUP])))
    else:
        await answer(visit, await sight_of(visit.bot, group.chat_id), False)


async def put_on_top(visit: Visit, tap: taps.PutOnTop) -> None:
    by_admin = await _administers(visit.bot, tap.chat_id, visit.reader.telegram_id)
    await visit.do(service.put_card_on_top, visit.reader, tap.chat_id, by_admin=by_admin)
    await visit.show(views.put_on_top(visit.say))


async def bot_stands(update: ChatMemberUpdated, town: Town, key: UpdateKey) -> None:
    """What the bot is in a group has changed; private chats have their own story."""
    chat = update.chat
    if chat.type in ("group", "supergroup"):
        standing = _standing(update.new_chat_member)
        by = update.from_user.full_name
        await town.do(service.stands, key, chat.id, chat.title or "", bool(chat.is_forum), standing, by)


async def service_message(message: Message, town: Town, key: UpdateKey) -> bool:
    """What Telegram writes into a group about the group itself; whether it was such a message."""
    chat_id = message.chat.id
    if message.migrate_to_chat_id is not None:
        await town.do(service.moved, key, chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await town.do(service.moved, key, message.migrate_from_chat_id, chat_id)
    elif message.new_chat_title is not None:
        await town.do(service.renamed, key, chat_id, message.new_chat_title)
    elif message.general_forum_topic_hidden or message.general_forum_topic_unhidden:
        await town.do(service.general_topic, key, chat_id, message.general_forum_topic_hidden is None)
    else:
        return False
    return True


async def sight_of(bot: Bot, chat_id: int) -> Sight:
    """What Telegram shows of a group at this moment."""
    me, chat, mine = await bot.me(), await bot.get_chat(chat_id), await bot.get_chat_member(chat_id, bot.id)
    standing = _standing(mine)
    return Sight(
        chat_id=chat_id,
        title=chat.title or "",
        standing=standing,
        is_forum=bool(chat.is_forum),
        is_supergroup=chat.type == "supergroup",
        hears_all=bool(me.can_read_all_group_messages) or standing is Standing.ADMINISTRATOR,
        can_pin=_can_pin(chat, mine),
        pinned=chat.pinned_message.message_id if chat.pinned_message else None,
    )


async def _for_administrator(visit: Visit, answer: Answer) -> None:
    """Answer this administrator alone; where that cannot be, ask who it is by a card."""
    try:
        if not visit.anonymous:
            sight, by_admin = await _look(visit)
            await answer(visit, sight, by_admin)
            return
    except Unheard:
        if visit.tap is not None:
            raise
    await visit.town.do(service.ask_administrator, None, visit.message.chat.id, str(visit.key))


async def _look(visit: Visit) -> tuple[Sight, bool]:
    """The group that is spoken in, and whether the speaker runs it."""
    chat_id = visit.message.chat.id
    return await sight_of(visit.bot, chat_id), await _administers(visit.bot, chat_id, visit.reader.telegram_id)


async def _administers(bot: Bot, chat_id: int, telegram_id: int) -> bool:
    try:
        return (await bot.get_chat_member(chat_id, telegram_id)).status in ADMINISTRATORS
    except TelegramBadRequest:  # Telegram promises to know members only where the bot is an administrator
        return False


def _standing(member: ResultChatMemberUnion) -> Standing:
    if member.status in ADMINISTRATORS:
        return Standing.ADMINISTRATOR
    inside = member.is_member if isinstance(member, ChatMemberRestricted) else member.status == ChatMemberStatus.MEMBER
    return Standing.MEMBER if inside else Standing.LEFT


def _can_pin(chat: ChatFullInfo, mine: ResultChatMemberUnion) -> bool:
    if isinstance(mine, ChatMemberAdministrator):
        return bool(mine.can_pin_messages)
    everybody = chat.permissions is not None and bool(chat.permissions.can_pin_messages)
    return everybody and chat.type == "group"


def routes() -> Routes:
    """What reaches the groups."""
    return Routes(
        commands={"check": check},
        group_commands={"setup": set_up, "check": check},
        taps={
            taps.SetUpGroup: set_up,
            taps.Choose: choose,
            taps.ChooseBuilding: choose_building,
            taps.Assign: assign,
            taps.Found: found,
            taps.Check: check,
            taps.PutOnTop: put_on_top,
        },
        explanations=views.EXPLANATIONS,
    )
