"""The scene a world starts with, read from YAML."""

from pathlib import Path

import yaml

from bot.playground.control.inhabitants import chat_from, person_from
from bot.playground.shapes import Json
from bot.playground.world import World

DEFAULT_SCENE = Path(__file__).with_name("scene.yaml")


def set_scene(world: World, source: Path | Json) -> None:
    """Put bots, people and chats into a new world. `source` is a YAML file or what one would hold:
    `{bots: […], people: […], chats: […]}`, each as in the control interface."""
    scene: Json = yaml.safe_load(source.read_text(encoding="utf-8")) if isinstance(source, Path) else source
    for row in scene.get("bots", []):
        world.add_bot(row["token"], row["username"], row["name"], privacy=row.get("privacy", True))
    for row in scene.get("people", []):
        world.add_person(person_from(world, row))
    for row in scene.get("chats", []):
        chat_from(world, row)
