"""The world behind the playground: people, chats, bots, and what is between them."""

import time
from dataclasses import dataclass, field

from bot.playground.bots import BotAccount
from bot.playground.call_log import CallLog
from bot.playground.chats import Chat
from bot.playground.clock import Clock
from bot.playground.events import Events
from bot.playground.faults import Faults
from bot.playground.files import FileStore
from bot.playground.limits import Limits
from bot.playground.people import Person
from bot.playground.queries import QUERY_LIFE, Query
from bot.playground.refusals import Impossible, NotThere
from bot.playground.shapes import Json, Rows
from bot.playground.updates import UpdateQueue
from bot.playground.wakeup import Wakeup


@dataclass
class Counters:
    """Where ids go on. Those of messages and updates start at the wall clock's seconds, so that no world,
    however new, ever uses one again that a bot may remember."""

    message: int = field(default_factory=lambda: int(time.time()))
    person: int = 5000001
    group: int = 0
    query: int = field(default_factory=time.time_ns)


class World:
    """Everything there is. Changing it is for `posting`, `membership` and the methods."""

    def __init__(self, clock: Clock | None = None, counters: Counters | None = None) -> None:
        self.clock = clock or Clock()
        self.counters = counters or Counters()
        self.people: dict[int, Person] = {}
        self._ids: dict[str, int] = {}
        self.bots: dict[str, BotAccount] = {}
        self.groups: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.polls: dict[str, Json] = {}
        self.files = FileStore()
        self.limits: dict[int, Limits] = {}
        self.limited = True
        self.faults = Faults()
        self.log = CallLog()
        self.events = Events()
        self.changed = Wakeup()
        self.unsaved = False

    def next_message_id(self) -> int:
        """A message id that was never used before."""
        self.counters.message += 1
        return self.counters.message

    def add_person(self, person: Person) -> Person:
        """Somebody new."""
        if person.id in self.people or person.key in self._ids:
            raise Impossible(f"there is a person {person.key} ({person.id}) already")
        self.people[person.id] = person
        self._ids[person.key] = person.id
        self.counters.person = max(self.counters.person, person.id + 1)
        self.touch("people")
        return person

    def adopt(self, account: BotAccount) -> BotAccount:
        """Take in a bot, new or kept."""
        self.bots[account.token] = account
        self.limits[account.id] = Limits(on=self.limited)
        self.touch("bots")
        return account

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool) -> BotAccount:
        """A new bot; its id is the number before the colon of its token."""
        number, colon, secret = token.partition(":")
        if not (number.isdecimal() and colon and secret):
            raise Impossible("a token is a number, a colon and something secret")
        if token in self.bots:
            raise Impossible("there is a bot with this token already")
        return self.adopt(BotAccount(token, int(number), username, name, privacy, UpdateQueue(int(time.time()))))

    def person(self, who: object) -> Person:
        """By key or Telegram id."""
        name = str(who)
        person_id = self._ids.get(name) or (int(name) if name.isdecimal() else 0)
        if person_id not in self.people:
            raise NotThere(f"there is nobody called {who!r}; there are {', '.join(self._ids)}")
        return self.people[person_id]

    def bot(self, username: str | None = None) -> BotAccount:
        """By username; without one, the first bot."""
        for account in self.bots.values():
            if username is None or account.username == username.removeprefix("@"):
                return account
        raise NotThere(f"there is no bot @{username}")

    def bot_of_id(self, bot_id: int) -> BotAccount | None:
        """By id, when there is one."""
        return next((account for account in self.bots.values() if account.id == bot_id), None)

    def user(self, user_id: int) -> Json:
        """The Bot API's `User` of a person or a bot."""
        if user_id in self.people:
            return self.people[user_id].user()
        account = self.bot_of_id(user_id)
        return account.user() if account else {"id": user_id, "is_bot": False, "first_name": "Deleted Account"}

    def next_query_id(self) -> str:
        """An id for a tap; taps that nobody can answer any more are forgotten on the way."""
        now = self.clock.now()
        while self.queries and next(iter(self.queries.values())).age(now) > QUERY_LIFE:
            del self.queries[next(iter(self.queries))]
        self.counters.query += 1
        return str(self.counters.query)

    def bots_in(self, chat: Chat) -> list[BotAccount]:
        """The bots that are in a chat now."""
        return [account for account in self.bots.values() if chat.has(account.id)]

    def groups_of(self, user_id: int) -> Rows:
        """The groups somebody is in."""
        there = (chat for chat in self.groups.values() if chat.migrated_to is None)
        return [chat.brief() for chat in there if chat.has(user_id)]

    def has_blocked(self, person_id: int) -> bool:
        """Whether a person has blocked the first bot."""
        account = next(iter(self.bots.values()), None)
        chat = account.private.get(person_id) if account is not None else None
        return account is not None and chat is not None and not chat.has(account.id)

    def touch(self, kind: str, chat: int | None = None, **details: object) -> None:
        """Something changed: tell the pages, and the snapshot."""
        self.events.publish(kind, chat, **details)
        self.mark()

    def mark(self) -> None:
        """Something changed that no page shows."""
        self.unsaved = True
        self.changed.ring()
