"""Keeping the world in a JSON file, with the files people sent in a folder beside it."""

import asyncio
import json
from dataclasses import fields
from pathlib import Path

from bot.playground.bots import BotAccount, Webhook
from bot.playground.chats import Chat, Posted, Topic
from bot.playground.clock import Clock
from bot.playground.files import StoredFile
from bot.playground.people import Person
from bot.playground.queries import Query
from bot.playground.shapes import Json
from bot.playground.updates import UpdateQueue, Waiting
from bot.playground.world import Counters, World

FORMAT = 1
SAVE_AFTER = 1.0
"""Real seconds between a change and its being on disk, at most."""


class Snapshot:
    """The file that a world is kept in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.with_name(path.name + ".files")

    def load(self) -> World | None:
        """The world as it was kept, or None when there is none yet."""
        if not self._path.exists():
            return None
        kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            raise ValueError(f"{self._path} is of format {kept['format']}, not {FORMAT}; move it away to start anew")
        world = _world_from(kept)
        for row in kept["files"]:
            content = (self._folder / row["unique_id"]).read_bytes()
            world.files.by_id[row["id"]] = StoredFile(**row, content=content)
        return world

    def save(self, world: World) -> None:
        """Write it all; a crash in between leaves the old file as it was."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for stored in world.files.by_id.values():
            place = self._folder / stored.unique_id
            if not place.exists():
                place.write_bytes(stored.content)
        world.unsaved = False
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(json.dumps(_kept(world), ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._path)

    async def keep(self, world: World) -> None:
        """Save soon after each change, until cancelled."""
        while True:
            await world.changed.until(lambda: world.unsaved)
            await asyncio.sleep(SAVE_AFTER)
            self.save(world)


def _kept(world: World) -> Json:
    return {
        "format": FORMAT,
        "clock": world.clock.kept(),
        "counters": vars(world.counters),
        "limited": world.limited,
        "people": [vars(person) for person in world.people.values()],
        "bots": [_kept_bot(account) for account in world.bots.values()],
        "groups": [_kept_chat(chat) for chat in world.groups.values()],
        "queries": [vars(query) for query in world.queries.values()],
        "polls": world.polls,
        "files": [_without_content(stored) for stored in world.files.by_id.values()],
    }


def _without_content(stored: StoredFile) -> Json:
    return {name: value for name, value in vars(stored).items() if name != "content"}


def _world_from(kept: Json) -> World:
    world = World(Clock(**kept["clock"]), Counters(**kept["counters"]))
    world.limited = kept["limited"]
    for row in kept["people"]:
        world.add_person(Person(**row))
    world.groups = {row["id"]: _chat_from(row) for row in kept["groups"]}
    world.queries = {row["id"]: Query(**row) for row in kept["queries"]}
    world.polls = kept["polls"]
    for row in kept["bots"]:
        world.adopt(_bot_from(row))
    return world


def _kept_bot(account: BotAccount) -> Json:
    updates = account.updates
    waiting = [vars(one) for one in updates.waiting.values()]
    queue = {"next_id": updates.next_id, "allowed": updates.allowed, "waiting": waiting}
    private = [_kept_chat(chat) for chat in account.private.values()]
    return vars(account) | {"updates": queue, "webhook": vars(account.webhook), "private": private, "pollers": 0}


def _bot_from(row: Json) -> BotAccount:
    updates = UpdateQueue(row["updates"]["next_id"])
    updates.allowed = row["updates"]["allowed"]
    updates.waiting = {one["update"]["update_id"]: Waiting(**one) for one in row["updates"]["waiting"]}
    private = {chat["id"]: _chat_from(chat) for chat in row["private"]}
    return BotAccount(**row | {"updates": updates, "webhook": Webhook(**row["webhook"]), "private": private})


def _kept_chat(chat: Chat) -> Json:
    return vars(chat) | {
        "messages": [vars(posted) for posted in chat.messages.values()],
        "ephemerals": [vars(posted) for posted in chat.ephemerals.values()],
        "topics": [vars(topic) for topic in chat.topics.values()],
    }


def _chat_from(row: Json) -> Chat:
    """JSON has no numbers as keys: those that are ids become numbers again."""
    by_id = ("members", "keyboards", "forced_replies", "alerts", "reactions", "restricted")
    row = row | {name: {int(key): value for key, value in row.get(name, {}).items()} for name in by_id}
    reactions = row["reactions"].items()
    row["reactions"] = {message: {int(who): what for who, what in given.items()} for message, given in reactions}
    row["messages"] = {one["message"]["message_id"]: Posted(**one) for one in row["messages"]}
    row["ephemerals"] = {one["message"]["ephemeral_message_id"]: Posted(**one) for one in row["ephemerals"]}
    row["topics"] = {one["id"]: Topic(**one) for one in row["topics"]}
    return Chat(**{field.name: row[field.name] for field in fields(Chat)})
