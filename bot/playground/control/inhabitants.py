"""Control: bots, people and chats."""

from aiohttp import web

from bot.playground.chats import Chat
from bot.playground.control import body
from bot.playground.membership import add_group, migrate, set_status
from bot.playground.people import Person
from bot.playground.posting import post
from bot.playground.refusals import Impossible
from bot.playground.shapes import Json
from bot.playground.world import World
from bot.playground.writing import group

_MEMBER_STATUSES = ("member", "administrator", "left")


class Inhabitants:
    """Who is there and where."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What reaches it."""
        return [
            web.post("/control/bots", self.add_bot),
            web.post("/control/people", self.add_person),
            web.get("/control/people", self.people),
            web.post("/control/chats", self.add_chat),
            web.get("/control/chats", self.chats),
            web.post("/control/chats/{id}/migrate", self.migrate),
            web.post("/control/chats/{id}/title", self.title),
            web.post("/control/chats/{id}/general", self.general_topic),
            web.post("/control/chats/{id}/bot", self.bot_status),
            web.post("/control/chats/{id}/members", self.member_status),
        ]

    async def add_bot(self, request: web.Request) -> web.Response:
        """A new bot."""
        given = await body.read_body(request, "token username name privacy")
        token, username = body.text(given, "token"), body.text(given, "username")
        name = body.text(given, "name", username)
        account = self._world.add_bot(token, username, name, privacy=body.flag(given, "privacy", default=True))
        return body.answer(account.me())

    async def add_person(self, request: web.Request) -> web.Response:
        """Somebody new."""
        names = "key first_name last_name username language_code note large_print id"
        given = await body.read_body(request, names)
        person = person_from(self._world, given)
        return body.answer(self._world.add_person(person).card())

    async def people(self, _: web.Request) -> web.Response:
        """Everybody, each with the chats they are in."""
        world = self._world
        cards = [
            one.card() | {"chats": world.groups_of(one.id), "blocked": world.has_blocked(one.id)}
            for one in world.people.values()
        ]
        return body.answer(cards)

    async def add_chat(self, request: web.Request) -> web.Response:
        """A new group."""
        names = "title type members owner admins is_forum bot id username"
        given = await body.read_body(request, names)
        return body.answer(chat_card(self._world, chat_from(self._world, given)))

    async def chats(self, _: web.Request) -> web.Response:
        """All groups, each with its members."""
        return body.answer([chat_card(self._world, chat) for chat in self._world.groups.values()])

    async def migrate(self, request: web.Request) -> web.Response:
        """A group becomes a supergroup."""
        return body.answer(chat_card(self._world, migrate(self._world, self._chat(request))))

    async def title(self, request: web.Request) -> web.Response:
        """The owner renames a group."""
        chat, given = self._chat(request), await body.read_body(request, "title")
        chat.title = body.text(given, "title")
        post(self._world, chat, self._world.user(chat.owner() or 0), {"new_chat_title": chat.title})
        self._world.touch("chats", chat.id)
        return body.answer(chat_card(self._world, chat))

    async def general_topic(self, request: web.Request) -> web.Response:
        """The owner hides or shows the General topic of a forum."""
        chat, given = self._chat(request), await body.read_body(request, "hidden")
        if not chat.is_forum:
            raise Impossible("only a forum has topics")
        hidden = body.flag(given, "hidden", default=True)
        kind = "general_forum_topic_hidden" if hidden else "general_forum_topic_unhidden"
        post(self._world, chat, self._world.user(chat.owner() or 0), {kind: {}})
        return body.answer(chat_card(self._world, chat))

    async def bot_status(self, request: web.Request) -> web.Response:
        """The owner adds, promotes or removes the bot."""
        chat, given = self._chat(request), await body.read_body(request, "status bot")
        account = self._world.bot(body.text(given, "bot", "") or None)
        set_bot_status(self._world, chat, account.id, body.text(given, "status"))
        return body.answer(chat_card(self._world, chat))

    async def member_status(self, request: web.Request) -> web.Response:
        """Somebody joins, is promoted or leaves."""
        chat, given = self._chat(request), await body.read_body(request, "who status")
        person, status = self._world.person(body.required(given, "who")), body.text(given, "status")
        _check_status(status)
        by = chat.owner() if status == "administrator" or chat.is_admin(person.id) else person.id
        set_status(self._world, chat, person.id, status, by or person.id)
        return body.answer(chat_card(self._world, chat))

    def _chat(self, request: web.Request) -> Chat:
        return group(self._world, request.match_info["id"])


def person_from(world: World, given: Json) -> Person:
    """A person as described; the next free id unless one is given."""
    texts = {name: body.text(given, name, "") for name in ("last_name", "username", "note")}
    return Person(
        id=body.number(given, "id") or world.counters.person,
        key=body.text(given, "key"),
        first_name=body.text(given, "first_name"),
        language_code=body.text(given, "language_code", "zh-hans"),
        large_print=body.flag(given, "large_print", default=False),
        **texts,
    )


def chat_from(world: World, given: Json) -> Chat:
    """A group as described: first its people, then the bot, who hears of it."""
    kind = body.text(given, "type", "supergroup")
    if kind not in ("supergroup", "group"):
        raise Impossible("type must be supergroup or group")
    members = {world.person(who).id: "member" for who in given.get("members", [])}
    members |= {world.person(who).id: "administrator" for who in given.get("admins", [])}
    members[world.person(body.required(given, "owner")).id] = "creator"
    chat = Chat(body.number(given, "id") or 0, kind, title=body.text(given, "title"), members=members)
    chat.username, chat.is_forum = body.text(given, "username", ""), body.flag(given, "is_forum", default=False)
    if chat.id in world.groups:
        raise Impossible(f"there is a chat {chat.id} already")
    add_group(world, chat)
    if given.get("bot") is not None:
        set_bot_status(world, chat, world.bot().id, body.text(given, "bot"))
    return chat


def set_bot_status(world: World, chat: Chat, bot_id: int, status: str) -> None:
    """Done by the owner; who removes a bot from a supergroup bans it, as Telegram's apps do."""
    _check_status(status)
    removed = "kicked" if chat.type == "supergroup" else "left"
    set_status(world, chat, bot_id, removed if status == "left" else status, chat.owner() or bot_id)


def chat_card(world: World, chat: Chat) -> Json:
    """A group with its members by key, and the bots' standing."""
    people = {world.people[one].key: status for one, status in chat.members.items() if one in world.people}
    bots = {account.username: chat.status(account.id) for account in world.bots.values()}
    return chat.brief() | {"members": people, "bots": bots, "migrated_to": chat.migrated_to}


def _check_status(status: str) -> None:
    if status not in _MEMBER_STATUSES:
        raise Impossible(f"status must be one of {', '.join(_MEMBER_STATUSES)}")
