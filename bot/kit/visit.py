"""One update of one person, as handlers meet it: who, in which words, what was open, and ways to act and answer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Message

from bot.kit.calls import AnswerTap, SendScreen, TurnScreen
from bot.kit.ears import Ears, Spoken
from bot.kit.forms import Form, Place
from bot.kit.logs import about
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.town import Town, UpdateKey
from bot.kit.trouble import PASSING
from bot.kit.words import Words

P = ParamSpec("P")
T = TypeVar("T")

Owe = Callable[[str, int, str, Mapping[str, object], float], Awaitable[None]]
"""Puts a call into the outbox: its cause, the chat, the method and its parameters, seconds until it is due."""

ALERT: Final = 200
"""Characters that Telegram shows in answer to a tap."""


class Unheard(Exception):
    """Telegram took no message for one person in this group, now or ever."""


@dataclass
class Visit:
    """Handed to every handler. `tap` is set for a tap, `message` is what was said or what the button stands under."""

    reader: Reader
    say: Words
    place: Place
    form: Form | None
    message: Message
    tap: CallbackQuery | None
    bot: Bot
    town: Town
    key: UpdateKey
    in_group: bool
    owe: Owe
    ears: Ears
    leads: Mapping[str, Callable[["Visit", Any], Awaitable[None]]]
    """By intent."""
    hands_on: Callable[["Visit", Message], Awaitable[None]]
    """To the open form; to what takes free text where none is open."""
    answered: bool = False
    owed: int = 0
    changed: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether an administrator spoke in the group's own name; a tap always shows who it is."""
        return self.tap is None and anonymous(self.message)

    async def means(self, intent: str, spoken: Spoken) -> None:
        """Do what an intent stands for, whichever feature that is."""
        await self.leads[intent](self, spoken)

    async def answers(self, said: Message) -> None:
        """Hand a message to the open form; to what takes free text where none is open (any more)."""
        await self.hands_on(self, said)

    def speak_to(self, reader: Reader) -> None:
        """From now on, in this visit, in the manner that `reader` has chosen."""
        self.reader = reader
        self.say = self.say.for_reader(reader)

    async def do(
        self,
        use_case: Callable[Concatenate[Any, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a use case, once for this update, and return its answer. At most one for each update."""
        with about(action=use_case.__name__):
            return await self._once(lambda uow: use_case(uow, *args, **kwargs))

    async def keep(self, form: Form | None) -> None:
        """Put `form` in place of the open one; None closes it."""
        await self._once(lambda uow: uow.conversations.keep(self.place, form))
        self.form = form

    async def ask(self, query: Callable[Concatenate[Any, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a use case that only looks."""

        def mine(uow: Any) -> T:
            uow.actor = self.reader
            return query(uow, *args, **kwargs)

        return await self.town.ask(mine)

    async def show(self, shown: Screen) -> None:
        """Answer this person: in private by a message, in a group so that nobody else sees it."""
        if self.in_group:
            await self._whisper(shown)
        else:
            await self._send(shown)

    async def turn(self, shown: Screen, instead: Screen) -> None:
        """Put `shown` in place of the message whose button was tapped, in private: a secret, which is kept nowhere.

        What can be owed where that fails is `instead`. So it is in a group, where the message is everybody's: no
        button there leads here, but whoever makes their own client can press what they like.
        """
        if self.in_group:
            await self.show(instead)
            return
        change = TurnScreen.at(self.place.chat_id, self.message.message_id, shown)
        try:
            await self.bot(change)
        except TelegramBadRequest as refused:
            if "not modified" not in refused.message:  # a second tap; whatever else it is, it stands no more
                await self.show(instead)
        except (TelegramRetryAfter, *PASSING):
            await self.show(instead)

    async def answer_tap(self, text: str | None = None, *, alert: bool = False) -> None:
        """Let the button stop waiting; a second answer to the same tap is not sent.

        A button stops by itself, so that only words that do not arrive are trouble. Raises `Unheard` for these.
        """
        if self.tap is None or self.answered:
            return
        self.answered = True
        try:
            await self.bot(AnswerTap.to(self.tap.id, text, alert=alert))
        except (TelegramBadRequest, TelegramRetryAfter, *PASSING) as trouble:  # or tapped while the bot was away
            if text is not None:
                raise Unheard from trouble

    async def _send(self, shown: Screen) -> None:
        """Send now; what cannot be sent now is owed, so that nobody else waits for it and nothing is lost."""
        await self._now_or_later(SendScreen.to(self.place.chat_id, shown), shown.params())

    async def pass_on(self, method: type[TelegramMethod[Any]], params: Mapping[str, object]) -> None:
        """Send this person what somebody else sent us: a photo, a voice message, a location. Owed as an answer is."""
        await self._now_or_later(method.model_validate({"chat_id": self.place.telegram_id, **params}), params)

    async def _now_or_later(self, method: TelegramMethod[Any], params: Mapping[str, object]) -> None:
        try:
            await self.bot(method)
        except TelegramRetryAfter as limit:
            await self._owe(method.__api_method__, params, self.place.telegram_id, limit.retry_after)
        except PASSING:
            await self._owe(method.__api_method__, params, self.place.telegram_id, 0)

    async def _owe(self, method: str, params: Mapping[str, object], chat_id: int, seconds: float) -> None:
        self.owed += 1
        cause = f"reply-{self.key}-{self.owed}"
        await self.owe(cause, chat_id, method, params, seconds)

    async def _once(self, use_case: Callable[[Any], T]) -> T:
        if self.changed:
            raise RuntimeError("an update has its effect in one transaction; put the two into one use case")
        self.changed = True

        def mine(uow: Any) -> T:
            uow.actor = self.reader
            return use_case(uow)

        return await self.town.do(mine, self.key)

    async def _whisper(self, shown: Screen) -> None:
        if self.tap is not None and not shown.rows and len(shown.text) <= ALERT and "<" not in shown.text:
            await self.answer_tap(unescape(shown.text), alert=True)
            return
        me = await self.bot.me()
        only: dict[str, object] = {"receiver_user_id": self.place.telegram_id}
        if self.tap is not None:
            only |= {"callback_query_id": self.tap.id}
        topic = self.message.message_thread_id if self.message.is_topic_message else None
        here = shown.in_group(f"https://t.me/{me.username}")
        try:
            await self.bot(
                SendScreen.to(self.message.chat.id, here, message_thread_id=topic, ephemeral_message_parameters=only)
            )
        except (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter, *PASSING) as trouble:
            if self.reader.known:  # then there is a private chat, and nothing is lost
                await self._owe("sendMessage", shown.params(), self.place.telegram_id, 0)
            raise Unheard from trouble


def anonymous(message: Message) -> bool:
    """Whether this was said by an administrator of the group who does not show their name."""
    return message.sender_chat is not None and message.sender_chat.id == message.chat.id
