"""Updates as they would be handled, with nothing of it kept: the dispatcher and the books, but no HTTP.

Each visit is one transaction, rolled back at its end; triggers tell which tables it would have changed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import (
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetMe,
    TelegramMethod,
)
from aiogram.types import (
    AcceptedGiftTypes,
    CallbackQuery,
    Chat,
    ChatFullInfo,
    ChatMemberMember,
    ChatMemberOwner,
    Message,
    User,
)
from sqlalchemy import Connection

from bot.app import all_routes
from bot.config import Community
from bot.kit.arrival import Arrival
from bot.kit.calls import Written
from bot.kit.dispatch import Dispatch
from bot.kit.doorkeeper import Doorkeeper
from bot.kit.ears import Ears
from bot.kit.events import Event
from bot.kit.forms import Form, Place
from bot.kit.gate import Gate
from bot.kit.people import Reader
from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.town import UpdateKey
from bot.kit.visit import Visit
from bot.reactions import REACTIONS
from bot.residents import service as residents
from bot.roles.service import note_overstep
from bot.talk import handlers as talk
from bot.unit_of_work import UnitOfWork
from storage.schema import metadata
from storage.unit_of_work import SqlUnitOfWork

P = ParamSpec("P")
T = TypeVar("T")
ME: Final = User(id=1000000, is_bot=True, first_name="议事", username="yishi_bot")
GROUP: Final = -1001000000001
LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When Telegram says that something was written: nobody looks."""
NO_GIFTS: Final = AcceptedGiftTypes(
    unlimited_gifts=False,
    limited_gifts=False,
    unique_gifts=False,
    premium_subscription=False,
    gifts_from_channels=False,
)


@dataclass
class Seen:
    """What came of one update."""

    refused: str = ""
    """The name of the refusal."""
    crashed: str = ""
    texts: list[str] = field(default_factory=list)
    changed: frozenset[str] = frozenset()
    """Tables."""


class Notes(BaseSession):
    """Telegram's far end: takes everything and writes down what people would read."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.owners: frozenset[int] = frozenset()
        """To whom the group belongs, as Telegram has it."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ARG002, ASYNC109 - aiogram's signature
        said = json.loads(method.body) if isinstance(method, Written) else method.model_dump(exclude_none=True)
        self.texts += [str(said[name]) for name in ("text", "caption") if said.get(name)]
        markup = said.get("reply_markup", {})
        keyboard = json.loads(markup) if isinstance(markup, str) else markup
        for row in keyboard.get("inline_keyboard", ()):
            self.texts += [button["text"] for button in row]
        if isinstance(method, GetChatMember):
            user = _user(method.user_id)
            owns = method.user_id in self.owners
            return ChatMemberOwner(user=user, is_anonymous=False) if owns else ChatMemberMember(user=user)
        if (answer := _answer(method)) is not None:
            return answer
        chat = Chat(id=int(said.get("chat_id", 1)), type="private", title="-")
        return Message(message_id=1, date=LONG_AGO, chat=chat, from_user=ME)

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        """No file is fetched here."""
        raise NotImplementedError
        yield b""


class Rehearsal:
    """Implements `bot.kit.town.Town` for one visit after the other, on one connection."""

    def __init__(self, connection: Connection, settings: Community, now: datetime, ears: Ears, secrets: Path) -> None:
        self._connection = connection
        self._settings = settings
        self.now, self._secrets = now, secrets
        self.far_end = Notes()
        self._bot = Bot("1000000:REHEARSAL", session=self.far_end)
        self._updates = 10_000
        self.seen = Seen()
        zone, wide = settings.zone, Gate(10**9, 10**9, lambda: 0.0)
        self._dispatch = _Watched(self, all_routes(), self, self._arrive, talk.attend, self._owe, ears,
                                  zone, self._overstepped, Doorkeeper(wide, wide, zone))  # fmt: skip
        _watch(connection)

    async def do(
        self, use_case: Callable[Concatenate[Any, P], T], once: UpdateKey | None = None, /,  # noqa: ARG002
        *args: P.args, **kwargs: P.kwargs,
    ) -> T:  # fmt: skip
        with self._connection.begin_nested():
            uow = self._open()
            answer = use_case(uow, *args, **kwargs)
            for event in uow.events:
                for reaction in (*REACTIONS.get(Event, ()), *REACTIONS.get(type(event), ())):
                    reaction(uow, event)
        return answer

    async def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        nested = self._connection.begin_nested()
        try:
            return query(self._open(), *args, **kwargs)
        finally:
            nested.rollback()

    def prepare(self, use_case: Callable[[UnitOfWork], T]) -> T:
        """Before anybody comes; it stays."""
        uow = self._open()
        answer = use_case(uow)
        for event in uow.events:
            for reaction in REACTIONS.get(type(event), ()):
                reaction(uow, event)
        self._connection.commit()
        return answer

    async def taps(self, who: int, tap: CallbackData | str, *, in_group: bool = False) -> Seen:
        data = tap if isinstance(tap, str) else tap.pack()
        query = CallbackQuery(id="1", from_user=_user(who), chat_instance="1", data=data,
                              message=_message(who, "-", in_group=in_group))  # fmt: skip
        return await self._handled(lambda number: self._dispatch.tap(query, self._bot, number))

    async def says(self, who: int, text: str, form: Form | None = None, *, in_group: bool = False) -> Seen:
        """With `form` open in that chat."""
        message = _message(who, text, in_group=in_group)
        if form is not None:
            self._open().conversations.keep(Place(message.chat.id, who), form)
        return await self._handled(lambda number: self._dispatch.message(message, self._bot, number))

    async def _handled(self, handling: Callable[[int], Any]) -> Seen:
        self.seen, self.far_end.texts = Seen(), []
        self._updates += 1
        self._connection.exec_driver_sql("DELETE FROM temp.touched")
        await handling(self._updates)
        changed = self._connection.exec_driver_sql("SELECT DISTINCT name FROM temp.touched").scalars().all()
        self._connection.rollback()
        self.seen.texts, self.seen.changed = self.far_end.texts, frozenset(changed)
        return self.seen

    def _open(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(
            self._connection, self.now, self._settings, "https://t.me/yishi_bot", repeated=False, secrets=self._secrets
        )

    async def _arrive(self, stranger: Reader, place: Place, key: UpdateKey) -> Arrival:
        return await self.ask(residents.arrive, stranger, place, key)

    async def _owe(self, *_: object) -> None:
        """All is taken at once here."""

    async def _overstepped(self, reader: Reader, key: UpdateKey) -> None:
        await self.do(note_overstep, key, reader)


def _answer(method: TelegramMethod[Any]) -> object:
    match method:
        case GetMe():
            return ME
        case GetChatAdministrators():
            return ()
        case GetChat():
            return ChatFullInfo(
                id=GROUP, type="supergroup", accent_color_id=1, max_reaction_count=1, accepted_gift_types=NO_GIFTS
            )
        case _ if method.__returning__ is bool:
            return True
    return None


class _Watched(Dispatch):
    """Says which refusal it explained, and what crashed."""

    def __init__(self, rehearsal: Rehearsal, *args: Any) -> None:
        super().__init__(*args)
        self._rehearsal = rehearsal

    def _explain(self, visit: Visit, refusal: Refused) -> Screen:
        self._rehearsal.seen.refused = type(refusal).__name__
        return super()._explain(visit, refusal)


def _watch(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TEMP TABLE touched (name TEXT)")
    for table in metadata.tables:
        for deed in ("INSERT", "UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TEMP TRIGGER touched_{table}_{deed} AFTER {deed} ON main.{table}"  # noqa: S608
                f" BEGIN INSERT INTO touched VALUES ('{table}'); END"
            )
    connection.commit()


def _user(who: int) -> User:
    return User(id=who, is_bot=False, first_name="某某", language_code="zh")


def _message(who: int, text: str, *, in_group: bool) -> Message:
    chat = Chat(id=GROUP, type="supergroup", title="阳光社区") if in_group else Chat(id=who, type="private")
    return Message(message_id=7, date=LONG_AGO, chat=chat, from_user=_user(who), text=text)
