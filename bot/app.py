"""The bot as aiogram sees it: one dispatcher, the routes of all features, taps and messages."""

import asyncio
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from aiogram import Bot, Dispatcher
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.admission import handlers as admission
from bot.agenda import expert_handlers as agenda_experts
from bot.agenda import handlers as agenda
from bot.agenda import proposal_handlers as agenda_proposals
from bot.agenda import staff_handlers as agenda_staff
from bot.agenda import writing_handlers as agenda_writing
from bot.announcements import handlers as announcements
from bot.archive import handlers as archive
from bot.assessments import handlers as assessments
from bot.attendance import handlers as attendance
from bot.audit import handlers as audit
from bot.booth import handlers as booth
from bot.booth import staff_handlers as booth_staff
from bot.booth import typing_handlers as booth_papers
from bot.buildings import handlers as buildings
from bot.charter import handlers as charter
from bot.codes import handlers as codes
from bot.committees import handlers as committees
from bot.concerns import behalf_handlers as concern_behalf
from bot.concerns import chain_handlers as concern_chain
from bot.concerns import draft_handlers as concern_drafts
from bot.concerns import handlers as concerns
from bot.concerns import official_handlers as concern_officials
from bot.concerns import own_handlers as concern_authors
from bot.concerns import staff_handlers as concern_staff
from bot.concerns import step_handlers as concern_steps
from bot.config import Limits
from bot.coverage import handlers as coverage
from bot.delivery.service import owe_reply
from bot.floor import chair_handlers as floor_chairs
from bot.floor import handlers as floor
from bot.groups import handlers as groups
from bot.health import handlers as health
from bot.help import handlers as help_handlers
from bot.honours import handlers as honours
from bot.honours import pioneer_handlers as pioneers
from bot.households import handlers as households
from bot.inbox import answer_handlers as inbox_answers
from bot.inbox import handlers as inbox
from bot.inquiries import handlers as inquiries
from bot.kit.around import watched
from bot.kit.arrival import Arrival
from bot.kit.dispatch import Dispatch
from bot.kit.doorkeeper import Doorkeeper
from bot.kit.ears import Ears
from bot.kit.forms import Place
from bot.kit.gate import Gate
from bot.kit.people import Reader
from bot.kit.reading import loads
from bot.kit.routes import Routes, merge
from bot.kit.session import Session
from bot.kit.town import UpdateKey
from bot.menu import handlers as menu
from bot.menu import panel_handlers as panel
from bot.minutes import handlers as minutes
from bot.moderation import handlers as moderation
from bot.outcomes import handlers as outcomes
from bot.oversight import handlers as oversight
from bot.points import award_handlers as point_awards
from bot.points import book_handlers as point_books
from bot.points import deed_handlers as deeds
from bot.points import handlers as points
from bot.previews import handlers as previews
from bot.quests import handlers as quests
from bot.redeeming import handlers as redeeming
from bot.redeeming import staff_handlers as redeeming_staff
from bot.reports import handlers as reports
from bot.residents import handlers as residents
from bot.residents import service
from bot.review import handlers as review
from bot.rights import handlers as rights
from bot.roles import handlers as roles
from bot.roles.service import note_overstep
from bot.roll import handlers as roll
from bot.savings import handlers as savings
from bot.settings import handlers as settings
from bot.sittings import handlers as sittings
from bot.surveys import handlers as surveys
from bot.talk import amid_handlers as talk_amid
from bot.talk import handlers as talk
from bot.town import OpenTown
from bot.votes import handlers as votes
from bot.wishes import handlers as wishes


def all_routes() -> Routes:
    """What reaches whom, over all features."""
    features = (
        residents, roles, households, roll, groups, codes, admission, sittings, concerns, concern_drafts,
        concern_chain, concern_authors, concern_staff, concern_steps, concern_officials, concern_behalf, agenda,
        agenda_proposals, agenda_writing, agenda_experts, agenda_staff, attendance, previews, floor, floor_chairs,
        minutes, votes, booth, booth_staff, booth_papers, outcomes, charter, surveys, assessments, inbox,
        inbox_answers, help_handlers,
        buildings, committees, wishes, coverage,
        reports, savings, review, rights, points, point_awards, point_books, deeds, redeeming, redeeming_staff,
        honours, pioneers, quests, announcements, settings, moderation, health, audit, inquiries, oversight, archive,
        menu, panel, talk,
        talk_amid,
    )  # fmt: skip
    return merge(feature.routes() for feature in features)


def make_bot(token: str, api_url: str) -> Bot:
    """A bot that answers: it speaks to the Bot API at `api_url`."""
    session = Session(api=TelegramAPIServer.from_base(api_url.rstrip("/")), json_loads=loads)
    return Bot(token, session=session)


def make_dispatcher(town: OpenTown, ears: Ears, zone: ZoneInfo, limits: Limits) -> Dispatcher:
    """A dispatcher of our own making for each bot; a module-level one could serve one only."""

    async def arrive(stranger: Reader, place: Place, key: UpdateKey) -> Arrival:
        return await town.glance(service.arrive, stranger, place, key)

    async def owe(cause: str, chat_id: int, method: str, params: Mapping[str, object], seconds: float) -> None:
        await town.do(owe_reply, None, cause, chat_id, method, params, seconds)

    async def overstepped(reader: Reader, key: UpdateKey) -> None:
        await town.do(note_overstep, key, reader)

    seconds = asyncio.get_running_loop().time
    people = Gate(limits.burst, limits.per_second, seconds)
    door = Doorkeeper(people, Gate(limits.chat_burst, limits.chat_per_second, seconds), zone)
    dispatch = Dispatch(all_routes(), town, arrive, talk.attend, owe, ears, zone, overstepped, door)
    dispatcher = Dispatcher(disable_fsm=True)  # forms are kept in the books, see bot/kit/forms.py
    dispatcher.update.outer_middleware(watched)

    @dispatcher.message()
    async def message(message: Message, bot: Bot, event_update: Update) -> None:
        if not await groups.service_message(message, town, UpdateKey(bot.id, event_update.update_id)):
            await moderation.heard(message, town)
            await dispatch.message(message, bot, event_update.update_id)

    @dispatcher.callback_query()
    async def tap(tap: CallbackQuery, bot: Bot, event_update: Update) -> None:
        await dispatch.tap(tap, bot, event_update.update_id)

    @dispatcher.my_chat_member()
    async def bot_stands(update: ChatMemberUpdated, bot: Bot, event_update: Update) -> None:
        await groups.bot_stands(update, town, UpdateKey(bot.id, event_update.update_id))

    return dispatcher
