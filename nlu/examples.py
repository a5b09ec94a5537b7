"""The hand-written examples of `nlu/rasa/data`, from which both interpreters learn."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

FOLDER: Final = Path(__file__).parent / "rasa" / "data"
_ENTITY = re.compile(r"\[([^\]]+)\]\(\w+\)")


@dataclass(frozen=True)
class Example:
    """What somebody may write, and what is meant by it; `category` for concerns only."""

    text: str
    intent: str
    category: str | None = None


def read_examples() -> list[Example]:
    """All of them, in the order of the files."""
    return [example for path in files() for example in _read(path)]


def plain(annotated: str) -> str:
    """The words without Rasa's marks: `[3号楼](building)的灯` → `3号楼的灯`."""
    return _ENTITY.sub(r"\1", annotated)


def files() -> list[Path]:
    """Where they are; concerns come first."""
    return sorted(path for part in ("concerns", "intents") for path in (FOLDER / part).glob("*.yml"))


def _read(path: Path) -> list[Example]:
    found = []
    for block in yaml.safe_load(path.read_text("utf-8"))["nlu"]:
        intent, _, category = block["intent"].partition("/")
        lines = block["examples"].strip().splitlines()
        found += [Example(plain(line.removeprefix("- ")), intent, category or None) for line in lines]
    return found
