"""What the project promises in numbers, measured: ratios within one run, so that any machine can judge them."""

from collections.abc import Callable
from pathlib import Path

from bot.config import Config, load
from bot.kit.clock import SystemClock
from bot.reactions import REACTIONS
from bot.sunshine import open_sunshine
from bot.town import OpenTown
from storage.books import SqliteBooks
from storage.upgrade import upgrade

ROOT = Path(__file__).parent.parent


def line(name: str, value: str, ratio: float, conditions: str) -> None:
    """Print one result."""
    print(f"{name}: {value} (ratio {ratio:.2f}; {conditions})", flush=True)


def shipped() -> Config:
    """The configuration that ships."""
    return load(ROOT / "config.yaml")


async def sunshine(path: Path) -> Callable[[str], SqliteBooks]:
    """阳光社区 in a new file at `path`; opens its books."""
    community = shipped().community
    upgrade(path)
    with SqliteBooks(path, community, "https://t.me/yishi_bot") as books:
        await OpenTown(books, SystemClock(), REACTIONS).do(open_sunshine)
    return lambda link: SqliteBooks(path, community, link)
