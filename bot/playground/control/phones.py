"""Control: what people do with their phones, and what they see on them."""

from aiohttp import web

from bot.playground.control import body
from bot.playground.control.attachments import attachment
from bot.playground.membership import block, unblock
from bot.playground.opinions import react, vote
from bot.playground.refusals import Impossible
from bot.playground.screen import screen
from bot.playground.shapes import Json
from bot.playground.tapping import tap
from bot.playground.world import World
from bot.playground.writing import Writer, at, forward_origin, rewrite, start, text_content, write


class Phones:
    """People, acting."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What reaches it."""
        acts = {
            "say": self.say,
            "send": self.send,
            "tap": self.tap,
            "start": self.start,
            "edit": self.edit,
            "vote": self.vote,
            "react": self.react,
            "block": self.block,
            "unblock": self.unblock,
        }
        posts = [web.post(f"/control/people/{{who}}/{name}", act) for name, act in acts.items()]
        return [*posts, web.get("/control/people/{who}/screen", self.screen)]

    async def say(self, request: web.Request) -> web.Response:
        """Writes a text."""
        given = await body.read_body(request, "text chat reply_to thread forwarded_from bot anonymous")
        content = text_content(body.text(given, "text"))
        if given.get("forwarded_from") is not None:
            content |= forward_origin(self._world, given["forwarded_from"])
        reply_to, thread = body.number(given, "reply_to"), body.number(given, "thread")
        hidden = body.flag(given, "anonymous", default=False)
        posted = write(self._world, self._writer(request, given), content, reply_to, thread, anonymous=hidden)
        return body.answer(posted.message)

    async def send(self, request: web.Request) -> web.Response:
        """Sends a photo, a voice message and the like."""
        names = (
            "kind content file_name caption latitude longitude album chat reply_to thread duration forwarded_from bot"
        )
        given = await body.read_body(request, names)
        content = attachment(self._world, self._writer(request, given).person, given)
        if given.get("forwarded_from") is not None:
            content |= forward_origin(self._world, given["forwarded_from"])
        reply_to, thread = body.number(given, "reply_to"), body.number(given, "thread")
        posted = write(self._world, self._writer(request, given), content, reply_to, thread)
        return body.answer(posted.message)

    async def tap(self, request: web.Request) -> web.Response:
        """Presses a button."""
        given = await body.read_body(request, "button message_id chat bot")
        writer = self._writer(request, given)
        return body.answer(tap(self._world, writer, body.text(given, "button"), body.number(given, "message_id")))

    async def start(self, request: web.Request) -> web.Response:
        """Opens the private chat."""
        given = await body.read_body(request, "payload bot")
        bot = body.text(given, "bot", "") or None
        posted = start(self._world, request.match_info["who"], body.text(given, "payload", ""), bot)
        return body.answer(posted.message)

    async def edit(self, request: web.Request) -> web.Response:
        """Edits an own message."""
        given = await body.read_body(request, "message_id text chat bot")
        message_id = body.number(given, "message_id")
        if message_id is None:
            raise Impossible("message_id is missing")
        posted = rewrite(self._world, self._writer(request, given), message_id, body.text(given, "text"))
        return body.answer(posted.message)

    async def vote(self, request: web.Request) -> web.Response:
        """Votes in a poll; no options takes the vote back."""
        given = await body.read_body(request, "message_id options chat bot")
        message_id, options = body.number(given, "message_id"), given.get("options", [])
        posted = vote(self._world, self._writer(request, given), message_id or 0, [int(one) for one in options])
        return body.answer(posted.message)

    async def react(self, request: web.Request) -> web.Response:
        """Puts an emoji on a message, or takes it away."""
        given = await body.read_body(request, "message_id emoji chat bot")
        message_id, emoji = body.number(given, "message_id") or 0, body.text(given, "emoji", "")
        react(self._world, self._writer(request, given), message_id, emoji)
        return body.answer({"emoji": emoji})

    async def block(self, request: web.Request) -> web.Response:
        """Blocks the bot."""
        writer = self._writer(request, await body.read_body(request, "bot"))
        block(self._world, writer.account, writer.person)
        return body.answer({"blocked": True})

    async def unblock(self, request: web.Request) -> web.Response:
        """Lets the bot write again."""
        writer = self._writer(request, await body.read_body(request, "bot"))
        unblock(self._world, writer.account, writer.person)
        return body.answer({"blocked": False})

    async def screen(self, request: web.Request) -> web.Response:
        """What they see in a chat."""
        query: Json = dict(request.query)
        limit = body.number(query, "limit")
        return body.answer(screen(self._writer(request, query), 50 if limit is None else limit))

    def _writer(self, request: web.Request, given: Json) -> Writer:
        return at(self._world, request.match_info["who"], given.get("chat"), given.get("bot"))
