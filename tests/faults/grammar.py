"""Updates made up from the Bot API's own description, as Telegram, an odd client, or nobody would ever send them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args, get_type_hints

from aiogram.filters.callback_data import CallbackData

from bot.app import all_routes
from bot.kit.words import every_language
from bot.playground.spec import Field, Shape, bot_api
from bot.sunshine import GROUP

Json = dict[str, Any]
ROUTES = all_routes()
TAPS: Sequence[type[CallbackData]] = sorted(ROUTES.taps, key=lambda kind: str(kind.__prefix__))
BOT = 1000000
ANONYMOUS, CHANNEL_BOT = 1087968824, 136817688
"""As whom Telegram shows anonymous administrators, and who writes in a channel's name."""
HUGE = (0, -1, 1, 2**31 - 1, 2**31, 2**52, 2**63 - 1, 2**63, -(2**63), 10**30)
HUGE_IDS = (0, -1, 1, 2**31, 2**52, -(2**52))
"""Telegram's own have 52 bits at most; what people press and write is as long as they like."""
MOST_DATA = 64
"""Bytes of what a button carries."""
DEEP = 4
"""Objects within objects; below only what must be there."""
SAYS = sorted({said for words in ROUTES.says for said in every_language(words)})
COMMANDS = sorted({*ROUTES.commands, *ROUTES.group_commands, "start", "nothing"})
ODD = (
    "\u202e反着念", "\u200b", "\u200b\u200d\ufeff", "٣号楼漏水", "שלום", "🙋" * 100, "e" + "\u0301" * 200, "<b>",
    "</b><script>", "&amp;#60;", "%s{name}{0}", "'; DROP TABLE residents; --", "\x00", "\r\n\t", "/", "//", "#", "#1",
    "#" + "9" * 20, "=HYPERLINK(1)",
    "@all", "灯" * 4096, "A1B2-C3D4", "2193 1759", "0", "-1", "９９９", "二十", "Ⅳ", "½", "1e9", "NaN",
)  # fmt: skip
ORDINARY = (
    "3号楼2单元的路灯不亮", "我家楼上漏水", "谢谢", "你好", "有什么事吗", "什么时候开会", "我要投票", "查积分",
    "邻居6000007", "王秀英", "同意", "不同意", "12月9日 晚上7点", "2小时", "3天", "500元", "换锁",
    "因为太暗了", "The lamp is broken",
)  # fmt: skip
RESTS = ("1", "0", "x", "99999999999999999999")
PAYLOADS = (
    *ROUTES.doors,
    *(f"{door}-{rest}" for door in ROUTES.doors for rest in ("1", "0", "x", "99999999999999999999")),
)
SHORT = ("a", "b", "ab", "", "x", "zh", "en", "1", "0", "路", "\u202e", "<b>", "raise_concern", "%s")
NEVER_NESTED = ("reply_to_message", "pinned_message", "suggested_post_message")
"""Telegram shows a message within a message, and none within that."""
CALLED = {"owner": "creator", "banned": "kicked"}
"""Members of a chat whose state is not called as their type is."""
FIXED = {"currency": "XTR"}
"""What has one value, which the description does not say."""
SERVICE = (
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "new_chat_title",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
)
"""What Telegram alone writes, about a group."""


@dataclass(frozen=True)
class Cast:
    """Who is meant: `writers` send updates, `others` are only named in them."""

    writers: Sequence[int]
    others: Sequence[int]
    official: bool = False
    """Whether Telegram's own messages about groups, and the bot's standing there, come too."""


class Grammar:
    """Draws updates; the same ones for the same seed."""

    def __init__(self, seed: int, cast: Cast) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - the same each time
        self._cast = cast
        self._spec = bot_api()
        self._keys = ["1000000-1", f"{BOT}-{seed}", "x"]

    def update(self, update_id: int) -> Json:
        kinds = {"message": 45, "callback_query": 40, "edited_message": 3, "channel_post": 2}
        if self._cast.official:
            kinds["my_chat_member"] = 2
        rest = [name for name in self._spec.type("Update").fields if name != "update_id"]
        kind = self._weighted(kinds | {"": 8})
        if not kind:
            kind = self._chance.choice([name for name in rest if self._cast.official or name != "my_chat_member"])
        (type_name,) = self._spec.type("Update").fields[kind].types
        draw = {"message": self._message, "callback_query": self._tap}.get(kind)
        return {"update_id": update_id, kind: draw() if draw else self._object(type_name, 0)}

    def _message(self) -> Json:
        """Mostly an ordinary one, to which a few fields are added or from which they are taken."""
        who = self._writer()
        chat = self._chat(who["id"])
        message: Json = {
            "message_id": self._chance.choice((1, 7, 2**31)),
            "date": 1796000000,
            "chat": chat,
            "from": who,
        }
        if self._chance.random() < 0.75:
            message["text"] = self._words()
        shape = self._spec.type("Message")
        extra = [name for name in shape.fields if name not in message and self._may(name, 1)]
        for name in self._chance.sample(extra, self._weighted({0: 60, 1: 20, 2: 10, 6: 10})):
            message[name] = self._value(shape.fields[name], 1)
        if self._chance.random() < 0.03:
            message.pop("from")
        if self._chance.random() < 0.05:  # an anonymous administrator, or somebody in the name of a channel
            message["sender_chat"] = self._chance.choice((chat, {"id": -1009, "type": "channel", "title": "频道"}))
            message["from"] = self._user(self._chance.choice((ANONYMOUS, CHANNEL_BOT)), is_bot=True)
        return message

    def _tap(self) -> Json:
        who = self._writer()
        tap: Json = {"id": str(self._chance.randint(1, 10**18)), "from": who, "chat_instance": "1", "data": self.data()}
        message: Json = {"message_id": 7, "date": 1796000000, "chat": self._chat(who["id"]), "text": "-"}
        message["from"] = self._user(BOT, is_bot=True)
        usual = self._chance.random() < 0.9
        tap["message"] = message if usual else self._object("MaybeInaccessibleMessage", 1)
        for name in ("message", "data", "game_short_name", "inline_message_id"):
            if self._chance.random() < 0.02:
                tap.pop(name, None)
                if name not in ("message", "data"):
                    tap[name] = self._text()
        return tap

    def data(self) -> str:
        """What a button carries: of our own kinds, with numbers and keys that nobody was given; or no kind at all."""
        if self._chance.random() < 0.05:
            return self._text().encode()[:MOST_DATA].decode(errors="ignore")
        kind = self._chance.choice(TAPS)
        hints = get_type_hints(kind)
        values = [self._part(hints[name]) for name in kind.model_fields]
        if self._chance.random() < 0.05:
            values = values[: self._chance.randint(0, len(values))]
        return ":".join([str(kind.__prefix__), *values]).encode()[:MOST_DATA].decode(errors="ignore")

    def _part(self, kind: Any) -> str:
        if get_args(kind):
            kind = self._chance.choice(get_args(kind))
        if kind is bool:
            return self._chance.choice("01")
        if isinstance(kind, type) and issubclass(kind, Enum) and self._chance.random() < 0.9:
            return str(self._chance.choice(list(kind)).value)
        if kind is not str:
            return str(self._number())
        return self._chance.choice(self._keys if self._chance.random() < 0.4 else SHORT)

    def _number(self) -> int:
        drawn = self._weighted({"few": 60, "person": 15, "many": 15, "huge": 10})
        if drawn == "few":
            return self._chance.randint(0, 8)
        if drawn == "person":
            return self._chance.choice([*self._cast.writers, *self._cast.others])
        return self._chance.randint(0, 4000) if drawn == "many" else self._chance.choice(HUGE)

    def _id(self) -> int:
        number = self._number()
        return number if abs(number) < 2**53 else self._chance.choice(HUGE_IDS)

    def _words(self) -> str:
        drawn = self._weighted({"says": 25, "command": 30, "start": 8, "ordinary": 25, "odd": 12})
        if drawn == "says":
            return self._chance.choice(SAYS)
        if drawn == "start":
            return f"/start {self._chance.choice(PAYLOADS)}"
        if drawn == "ordinary":
            return self._chance.choice(ORDINARY)
        if drawn == "odd":
            return self._text()
        named = self._chance.choice(("", "", "", "@yishi_bot", "@other_bot", "@"))
        more = self._chance.choice(
            ("", " 1", f" {self._number()}", f" {self._text()}", f" {self._chance.choice(ORDINARY)} 2 谢谢")
        )
        return f"/{self._chance.choice(COMMANDS)}{named}{more}"[:4096]

    def _text(self) -> str:
        pieces = self._chance.choices((*ODD, *ORDINARY), k=self._chance.randint(1, 3))
        return "".join(pieces)[:4096] or "x"

    def _writer(self) -> Json:
        return self._user(self._chance.choice(self._cast.writers))

    def _user(self, number: int, *, is_bot: bool = False) -> Json:
        user: Json = {
            "id": number,
            "is_bot": is_bot,
            "first_name": self._chance.choice(("居民", "\u202e", "<b>", "x" * 64)),
        }
        if self._chance.random() < 0.5:
            user["language_code"] = self._chance.choice(("zh-hans", "en", "ar", "", "xx-yy-zz"))
        if self._chance.random() < 0.2:
            user["username"] = "neighbour"
        return user

    def _chat(self, who: int) -> Json:
        drawn = self._weighted({"private": 70, "group": 20, "odd": 10})
        if drawn == "private":
            return {"id": who, "type": "private", "first_name": "居民"}
        if drawn == "group":
            return {"id": GROUP, "type": "supergroup", "title": "阳光社区", "is_forum": self._chance.random() < 0.3}
        kind = self._chance.choice(("group", "supergroup", "channel", "private"))
        number = self._chance.choice((-1, -5, -1009, -(2**52), 2**52, *self._cast.others))
        return {"id": number, "type": kind, "title": self._text()[:128]}

    def _object(self, name: str, depth: int) -> Any:
        """By the description of this type alone."""
        if name == "User":
            return self._writer()
        if name == "Chat":
            return self._chat(self._chance.choice(self._cast.writers))
        shape = self._spec.type(name)
        if shape.variants:
            tag, variant = self._chance.choice(list(shape.variants.items()))
            return self._object(variant, depth) | self._tag(variant, tag)
        share = 0.0 if depth >= DEEP else 0.25 / (depth + 1)
        return {
            field.name: self._value(field, depth + 1)
            for field in shape.fields.values()
            if field.required or (self._chance.random() < share and self._may(field.name, depth))
        }

    def _may(self, field: str, depth: int) -> bool:
        if field in SERVICE:
            return self._cast.official
        return field not in NEVER_NESTED or depth <= 1

    def _tag(self, variant: str, tag: str) -> Json:
        """What tells it from its sisters."""
        shape: Shape = self._spec.type(variant)
        known = next((name for name in ("type", "status", "source") if name in shape.fields), None)
        return {known: CALLED.get(tag, tag)} if known else {}

    def _value(self, field: Field, depth: int) -> Any:
        if field.always_true:
            return True
        if field.name in FIXED:
            return FIXED[field.name]
        if field.name.endswith("date"):
            return self._chance.choice((0, 1, 1796000000, 2**31 - 1))
        return self._of(self._chance.choice(field.types), depth)

    def _of(self, kind: str, depth: int) -> Any:
        if kind.startswith("Array of "):
            most = 1 if depth >= DEEP else 3
            return [self._of(kind.removeprefix("Array of "), depth + 1) for _ in range(self._chance.randint(1, most))]
        simple = {"Boolean": lambda: self._chance.random() < 0.5, "Integer": self._id, "String": self._words}
        simple |= {"Float": lambda: self._chance.choice((0.0, -1.5, 31.2304, 1e300)), "True": lambda: True}
        return simple[kind]() if kind in simple else self._object(kind, depth)

    def _weighted(self, weights: dict[Any, int]) -> Any:
        return self._chance.choices(list(weights), list(weights.values()))[0]
