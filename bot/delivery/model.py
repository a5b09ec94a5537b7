"""Posts: calls to Telegram that are owed; and boards: messages that always show the newest state."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from bot.config import Community
from bot.kit.events import Event
from bot.kit.poster import Poster

Params = Mapping[str, object]
"""Parameters of a Bot API method, ready for JSON; without `chat_id`."""


class Priority(IntEnum):
    """Which of two due posts goes first; the smaller number does."""

    REPLY = 0
    """Somebody waits for it."""
    NOTICE = 1
    BULK = 2
    """One of very many."""


DRAWN, WRITTEN, PRINTED, TABLED = "drawn", "written", "printed", "tabled"


def drawn(poster: Poster) -> Params:
    """In place of a photo: the picture is drawn when it is sent."""
    return {DRAWN: asdict(poster)}


def written(name: str, text: str) -> Params:
    """In place of a document: the file is written when it is sent."""
    return {WRITTEN: {"name": name, "text": text}}


def printed(name: str, lines: Sequence[str], link: str) -> Params:
    """In place of a document: the lines on A4, made when it is sent."""
    return {PRINTED: {"name": name, "lines": list(lines), "link": link}}


def tabled(name: str, rows: Sequence[Sequence[str | int]]) -> Params:
    """In place of a document: a spreadsheet of these rows, the first of them its head; made when it is sent."""
    return {TABLED: {"name": name, "rows": [list(row) for row in rows]}}


MISSED = "missed"
"""The outcome of what was of no use any more before it could be sent."""


@dataclass(frozen=True)
class Post:
    """One call to Telegram, owed to one chat from `due_at` on."""

    cause: str
    """Unique for ever: what it is about and why, so that nothing is ever queued twice."""
    chat_id: int
    params: Params
    due_at: datetime
    method: str = "sendMessage"
    priority: Priority = Priority.NOTICE
    until: datetime | None = None
    """From this moment on it is of no use: it is not sent any more, and noted as missed."""


@dataclass(frozen=True)
class Board:
    """A message in a chat that is posted once and then edited to the newest state.

    Only the newest state is ever owed: a state that no one saw is skipped.
    """

    name: str
    """Unique in its chat, such as `home` or `concern-12`."""
    chat_id: int
    params: Params
    due_at: datetime
    pinned: bool = False
    priority: Priority = Priority.NOTICE
    until: datetime | None = None
    """As of a post."""


@dataclass(frozen=True)
class Owed:
    """A post or board state that the courier has claimed and is about to hand to Telegram."""

    id: int
    chat_id: int
    method: str
    params: Params
    attempts: int
    """How often it was tried before."""
    board_message_id: int | None = None
    """For a board that stands already: the message to edit."""
    is_board: bool = False
    pinned: bool = False
    revision: int = 0
    """Which state of the board this is; by the time it has arrived a newer one may be owed."""


@dataclass(frozen=True)
class ChatMigrated(Event):
    """A group became a supergroup and has a new chat id."""

    old_chat_id: int
    new_chat_id: int


def considerate(now: datetime, community: Community) -> datetime:
    """When a message that nobody asked for may go out: now, or when the quiet hours end."""
    quiet, local = community.quiet_hours, now.astimezone(community.zone)
    over_midnight = quiet.starts > quiet.until
    late, early = local.time() >= quiet.starts, local.time() < quiet.until
    if not (late or early if over_midnight else late and early):
        return now
    day = local.date() + timedelta(days=1) if late and over_midnight else local.date()
    return datetime.combine(day, quiet.until, community.zone)


def considerate_before(end: datetime, now: datetime, community: Community) -> datetime:
    """The same of what is of no use from `end` on: when the quiet hours end, unless that is too late; then now."""
    morning = considerate(now, community)
    return morning if morning < end else now
