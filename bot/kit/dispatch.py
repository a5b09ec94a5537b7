"""From an update to the one handler that takes it, by looking it up in the table of routes.

Handlers are looked up, not asked one after the other: aiogram would run each filter of each handler.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError
from aiogram.types import CallbackQuery, Message, User

from bot.kit.arrival import Arrival
from bot.kit.commands import command_name, is_for_another, unpack
from bot.kit.doorkeeper import Doorkeeper
from bot.kit.ears import Ears, Spoken
from bot.kit.forms import Place
from bot.kit.logs import belongs_to
from bot.kit.people import Reader, language_of
from bot.kit.refusals import Overstep, Refused
from bot.kit.routes import Handler, Routes
from bot.kit.screens import Choice, Screen, screen
from bot.kit.sorry import OLD_BUTTON, SORRY, apologize, too_old
from bot.kit.town import Away, Town, UpdateKey
from bot.kit.visit import Owe, Unheard, Visit, anonymous
from bot.kit.watch import REFUSALS
from bot.kit.words import every_language, later, words_for

log = logging.getLogger(__name__)

Attend = Callable[[Message, Bot, Ears], Awaitable[Spoken | None]]
"""What is said in a group, if it concerns the bot."""
Arrive = Callable[[Reader, Place, UpdateKey], Awaitable[Arrival]]
"""Asks the books about somebody whom Telegram names; `Place.chat_id` is negative in a group."""
Overstepped = Callable[[Reader, UpdateKey], Awaitable[None]]
"""Notes that somebody tried what their role keeps them from."""

UNKNOWN_COMMAND = later("I do not know this command. The buttons below lead everywhere.")
ONLY_IN_PRIVATE = later("Please write this in our private chat, where only you read the answer.")
TO_PRIVATE = later("Open the private chat")
ONLY_IN_GROUP = later("This is said in the group that it is about: please write it there.")


class Dispatch:
    """Takes updates of one bot, each on its own; whoever calls keeps those of one chat in order."""

    def __init__(
        self,
        routes: Routes,
        town: Town,
        arrive: Arrive,
        attend: Attend,
        owe: Owe,
        ears: Ears,
        zone: ZoneInfo,
        overstepped: Overstepped,
        door: Doorkeeper,
    ) -> None:
        self._routes = routes
        self._town = town
        self._arrive = arrive
        self._attend = attend
        self._owe = owe
        self._ears = ears
        self._overstepped = overstepped
        self._zone = zone
        self._door = door
        self._taps = {kind.__prefix__: (kind, handler) for kind, handler in routes.taps.items()}
        self._says = {said: handler for words, handler in routes.says.items() for said in every_language(words)}

    async def message(self, message: Message, bot: Bot, update_id: int) -> None:
        """Somebody said something in a private chat or a group."""
        if message.from_user is None or (message.from_user.is_bot and not anonymous(message)):
            return
        if not await self._door.lets_in(message.from_user, message, bot):
            return
        in_group = message.chat.type != "private"
        if in_group and not (message.text or message.caption or "").startswith("/"):
            await self._overhear(message, bot, update_id)
            return
        if in_group and await is_for_another(message, bot):
            return
        if known := await self._visit(message.from_user, message, None, bot, update_id):
            visit, arrival = known
            await self._guarded(visit, self._heard(visit, arrival))

    async def _overhear(self, message: Message, bot: Bot, update_id: int) -> None:
        """Talk among neighbours, mostly."""
        spoken = await self._attend(message, bot, self._ears)
        if spoken is None or message.from_user is None or message.from_user.is_bot:
            return
        if known := await self._visit(message.from_user, message, None, bot, update_id):
            visit, _ = known
            await self._guarded(visit, self._routes.otherwise["group"](visit, spoken))

    async def tap(self, tap: CallbackQuery, bot: Bot, update_id: int) -> None:
        """Somebody tapped a button."""
        if not isinstance(tap.message, Message):
            await too_old(tap, bot, self._zone)
            return
        if not await self._door.lets_in(tap.from_user, tap.message, bot, tap):
            return
        if known := await self._visit(tap.from_user, tap.message, tap, bot, update_id):
            visit, _ = known
            await self._guarded(visit, self._tapped(visit, tap))

    async def _visit(
        self, user: User, message: Message, tap: CallbackQuery | None, bot: Bot, update_id: int
    ) -> tuple[Visit, Arrival] | None:
        place = Place(message.chat.id, user.id)
        key = UpdateKey(bot.id, update_id)
        stranger = Reader(user.id, user.full_name, language_of(user.language_code))
        try:
            arrival = await self._arrive(stranger, place, key)
        except Away:
            raise
        except Exception:
            log.exception("update %s: the books cannot be read", update_id)
            await apologize(bot, stranger, message, self._zone)
            return None
        belongs_to(community=arrival.reader.community)
        visit = Visit(
            reader=arrival.reader,
            say=words_for(arrival.reader, self._zone),
            place=place,
            form=arrival.form,
            message=message,
            tap=tap,
            bot=bot,
            town=self._town,
            key=key,
            in_group=message.chat.type != "private",
            owe=self._owe,
            ears=self._ears,
            leads=self._routes.means,
            hands_on=self._hand_on,
        )
        return visit, arrival

    async def _heard(self, visit: Visit, arrival: Arrival) -> None:
        handler, heard = self._find(visit)
        if visit.form is not None and handler is self._form_handler(visit) and arrival.handled:
            await self._routes.forms[type(visit.form)].ask(visit, visit.form)
        elif visit.form is not None and handler is self._form_handler(visit) and visit.message.text:
            await self._routes.otherwise["amid"](visit, heard)
        elif handler is not None:
            await handler(visit, heard)
        else:
            await self._elsewhere(visit)

    async def _elsewhere(self, visit: Visit) -> None:
        """A command of ours that is said in the other kind of chat, or none; in a group it may be another bot's."""
        name = command_name(visit.message)
        if not visit.in_group:
            unfit = ONLY_IN_GROUP if name in self._routes.group_commands else UNKNOWN_COMMAND
            await visit.show(screen(visit.say, visit.say(unfit)))
        elif name in self._routes.commands:
            link = f"https://t.me/{(await visit.bot.me()).username}"
            await visit.show(
                screen(visit.say, visit.say(ONLY_IN_PRIVATE), Choice(visit.say.plain(TO_PRIVATE), url=link))
            )

    def _find(self, visit: Visit) -> tuple[Handler | None, object]:
        message = visit.message
        text = message.text or message.caption or ""
        said = self._says.get(text.strip().lstrip("/")) if not visit.in_group else None
        if said is not None:
            return said, None
        if text.startswith("/"):
            return self._command(visit, text)
        if form := self._form_handler(visit):
            return form, message
        kind = next((kind for kind in ("text", "photo", "voice", "document") if getattr(message, kind)), "other")
        return self._routes.otherwise[kind], message

    def _command(self, visit: Visit, text: str) -> tuple[Handler | None, str]:
        _, *more = text.split(maxsplit=1)
        words, name = "".join(more), command_name(visit.message)
        if name == "start" and words:
            door, _, rest = words.partition("-")
            if handler := self._routes.doors.get(door):
                return handler, rest
            words = ""
        table = self._routes.group_commands if visit.in_group else self._routes.commands
        return table.get(name), words

    def _form_handler(self, visit: Visit) -> Handler | None:
        route = self._routes.forms.get(type(visit.form)) if visit.form else None
        return route.heard if route else None

    async def _hand_on(self, visit: Visit, said: Message) -> None:
        await (self._form_handler(visit) or self._routes.otherwise["text"])(visit, said)

    async def _tapped(self, visit: Visit, tap: CallbackQuery) -> None:
        """In private the button stops waiting while the answer is on its way too: one trip to Telegram, not two."""
        stopping = [] if visit.in_group else [asyncio.create_task(visit.answer_tap())]
        try:
            await self._pressed(visit, tap)
        finally:
            for reason in await asyncio.gather(*stopping, return_exceptions=True):
                if reason is not None:  # the answer counts, whatever became of the button
                    log.warning("update %s: its button waits on: %s", visit.key.update_id, reason)

    async def _pressed(self, visit: Visit, tap: CallbackQuery) -> None:
        kind, handler = self._taps.get((tap.data or "").partition(":")[0], (None, None))
        pressed = unpack(kind, tap.data or "")
        if handler is None or pressed is None:
            await visit.show(screen(visit.say, visit.say(OLD_BUTTON)))
        else:
            await handler(visit, pressed)

    async def _guarded(self, visit: Visit, handling: Awaitable[None]) -> None:
        try:
            await self._explained(visit, handling)
        except TelegramForbiddenError:
            log.info("update %s: the person has blocked the bot", visit.key.update_id)
        except Unheard:
            await self._routes.otherwise["unheard"](visit, None)
        except Away:
            visit.answered = True  # its button waits, for it comes again
            raise
        except Exception:
            log.exception("update %s: a handler crashed", visit.key.update_id)
            await visit.show(screen(visit.say, visit.say(SORRY)))
        finally:
            await visit.answer_tap()

    async def _explained(self, visit: Visit, handling: Awaitable[None]) -> None:
        try:
            await handling
        except Refused as refusal:
            if isinstance(refusal, Overstep):
                await self._overstepped(visit.reader, visit.key)
            REFUSALS.labels(type(refusal).__name__).inc()
            await visit.show(self._explain(visit, refusal))

    def _explain(self, visit: Visit, refusal: Refused) -> Screen:
        return self._routes.explanations[type(refusal)](visit.say, refusal)
