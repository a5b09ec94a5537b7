"""What reaches those who keep a group calm."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ChatMemberAdministrator, Message

from bot.kit.routes import FormRoute, Routes
from bot.kit.town import Town
from bot.kit.visit import Visit
from bot.moderation import service, taps, views
from bot.moderation.forms import Moderating
from bot.moderation.model import Kind, Plan, Right, RunsTheGroup, Said, read_plan

RUNNING = ("creator", "administrator")
METHODS = {"photo": "sendPhoto", "video": "sendVideo", "voice": "sendVoice", "document": "sendDocument"}


async def slow(visit: Visit, words: str) -> None:
    """`/slow 5 30 3 why`; without numbers it asks one thing after the other."""
    await visit.ask(service.to_moderate, visit.reader, visit.message.chat.id)
    await _go_on(visit, read_plan(Kind.SLOW, words), str(visit.key), None)


async def cool_down(visit: Visit, words: str) -> None:
    """`/cooldown 10 1`, in reply to a message of who shall pause."""
    await _about_message(visit, Kind.PAUSE, words)


async def remove(visit: Visit, words: str) -> None:
    """`/remove 2`, in reply to the message."""
    await _about_message(visit, Kind.REMOVAL, words)


async def take(visit: Visit, tap: taps.Take) -> None:
    await _go_on(visit, Plan(tap.kind, tap.pace, tap.minutes, tap.rule), tap.key, None)


async def undo(visit: Visit, tap: taps.Undo) -> None:
    await visit.show(views.undone(visit.say, await visit.do(service.undo, visit.reader, tap.measure)))


async def see_measures(visit: Visit, tap: taps.SeeMeasures | str) -> None:
    """`/measures`"""
    page = tap.page if isinstance(tap, taps.SeeMeasures) else 0
    await visit.show(views.measures(visit.say, await visit.ask(service.look, visit.reader), page))


async def see_measure(visit: Visit, tap: taps.SeeMeasure) -> None:
    found, may_undo = await visit.ask(service.see, visit.reader, tap.measure)
    await visit.show(views.measure(visit.say, found, may_undo=may_undo))


async def see_rules(visit: Visit, tap: taps.SeeRules | str) -> None:
    """`/rules`"""
    await visit.show(views.rules(visit.say, tap.page if isinstance(tap, taps.SeeRules) else 0))


async def heard(message: Message, town: Town) -> None:
    """Somebody spoke in a group: is it their turn? Commands, and who speaks in the group's name, do not count."""
    author = message.from_user
    if author is None or author.is_bot or (message.text or "").startswith("/") or message.chat.type == "private":
        return
    if await town.ask(service.slow_in, message.chat.id, message.date):
        await town.do(service.hear, None, message.chat.id, author.id, message.message_id, message.date)


async def _about_message(visit: Visit, kind: Kind, words: str) -> None:
    chat_id = visit.message.chat.id
    await visit.ask(service.to_moderate, visit.reader, chat_id)
    said = _said(visit.message.reply_to_message)
    plan = read_plan(kind, words)
    if said is None:
        await visit.show(views.how_to(visit.say, kind))
        return
    if kind is Kind.PAUSE and await _status(visit, said.telegram_id) in RUNNING:
        raise RunsTheGroup
    if plan.complete:
        await _go_on(visit, plan, str(visit.key), said)
        return
    await visit.do(service.begin, visit.reader, visit.place, Moderating(str(visit.key), said))
    await visit.show(views.ask(visit.say, plan, str(visit.key)))


async def _go_on(visit: Visit, plan: Plan, key: str, said: Said | None) -> None:
    plan.check()
    if not plan.complete:
        await visit.show(views.ask(visit.say, plan, key))
        return
    lacks = await _lacks(visit, plan.kind)
    taken = await visit.do(service.take, visit.reader, visit.place, key, plan, said, lacks)
    await visit.show(views.taken(visit.say, taken))


async def _lacks(visit: Visit, kind: Kind) -> Right | None:
    """What Telegram does not let the bot do in this group that the measure needs."""
    mine = await visit.bot.get_chat_member(visit.message.chat.id, visit.bot.id)
    rights = mine if isinstance(mine, ChatMemberAdministrator) else None
    if kind is Kind.REMOVAL:
        return None if rights and rights.can_delete_messages else Right.DELETE
    if visit.message.chat.type != "supergroup":
        return Right.SUPERGROUP
    return None if rights and rights.can_restrict_members else Right.RESTRICT


async def _status(visit: Visit, telegram_id: int) -> str:
    try:
        return (await visit.bot.get_chat_member(visit.message.chat.id, telegram_id)).status
    except TelegramBadRequest:  # where the bot runs nothing; what it lacks is said later
        return ""


def _said(message: Message | None) -> Said | None:
    """What can be kept of a message of a person; None where there is none."""
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    words, author = message.text or message.caption or "", message.from_user
    for kind, method in METHODS.items():
        if found := getattr(message, kind):
            file = found[-1] if kind == "photo" else found
            return Said(message.message_id, author.id, author.full_name, words, method, file.file_id)
    return Said(message.message_id, author.id, author.full_name, words)


async def _ask_again(visit: Visit, _: Moderating) -> None:
    """Nothing is asked in words: buttons stand under what was asked."""


def routes() -> Routes:
    """What reaches the rules of a group and the measures by them."""
    return Routes(
        commands={"measures": see_measures, "rules": see_rules},
        group_commands={
            "slow": slow,
            "cooldown": cool_down,
            "remove": remove,
            "measures": see_measures,
            "rules": see_rules,
        },
        taps={
            taps.Take: take,
            taps.Undo: undo,
            taps.SeeMeasures: see_measures,
            taps.SeeMeasure: see_measure,
            taps.SeeRules: see_rules,
        },
        forms={Moderating: FormRoute(_ask_again, _ask_again)},
        explanations=views.EXPLANATIONS,
    )
