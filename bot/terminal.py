"""What `python -m bot` does at a terminal and then ends: the database, the roll, a vote counted again."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import Config, Secrets
from bot.kit.lean import import_aiogram
from storage.upgrade import newest_revision

if TYPE_CHECKING:
    from storage.database import Database


def opened(config: Config) -> "Database":
    """Where the books are; what keeps them takes a moment to import."""
    from storage.database import PostgresDatabase, SqliteFile

    url = Secrets().database_url
    if url is None:
        return SqliteFile(config.storage.path, config.storage.secrets)
    return PostgresDatabase.at(url.get_secret_value(), config.storage.writers, config.storage.secrets)


def database(action: str, config: Config) -> int:
    """`db upgrade` and `db copy`: 2 when there is nothing to copy, or nowhere to copy it to."""
    books = opened(config)
    if action == "copy":
        return _copy(config, books)
    books.upgrade()
    print(f"{books} is at {newest_revision()}")
    return 0


def _copy(config: Config, target: "Database") -> int:
    from storage.copying import copy
    from storage.database import PostgresDatabase, SqliteFile

    if not isinstance(target, PostgresDatabase):
        print("DATABASE_URL names no PostgreSQL to copy to.", file=sys.stderr)
        return 2
    source = SqliteFile(config.storage.path)
    if not source.path.exists():
        print(f"{source} is not there: nothing to copy.", file=sys.stderr)
        return 2
    rows = copy(source, target)
    print(f"{rows} rows of {source} are in {target}, counted and compared. The file is as it was.")
    return 0


def roll(options: argparse.Namespace, config: Config) -> int:
    """`roll import` and `roll export`: 2 when the file cannot be taken."""
    import_aiogram()
    path: Path = options.file
    try:
        content = path.read_bytes() if options.action == "import" else b""
        taken, answer = asyncio.run(_bring_in_or_give_out(options, config, content))
        if taken and options.action == "export":
            path.write_bytes(answer)
            return 0
    except OSError as reason:
        taken, answer = False, f"{path}: {reason.strerror}".encode()
    print(answer.decode(), file=sys.stdout if taken else sys.stderr)
    return 0 if taken else 2


async def _bring_in_or_give_out(options: argparse.Namespace, config: Config, content: bytes) -> tuple[bool, bytes]:
    from bot.kit.clock import SystemClock
    from bot.kit.people import Reader
    from bot.kit.refusals import Refused
    from bot.kit.words import words_for
    from bot.reactions import REACTIONS
    from bot.roll import terminal
    from bot.town import OpenTown

    kept = opened(config)
    kept.upgrade()
    say = words_for(Reader(0, ""), config.community.zone)
    with kept.books(config.community, "") as books:
        town = OpenTown(books, SystemClock(), REACTIONS)
        try:
            if options.action == "export":
                xlsx = options.file.suffix.lower() == ".xlsx"
                return True, await terminal.give_out(town, say, options.community, xlsx=xlsx)
            told = await terminal.bring_in(town, say, options.community, content, apply=options.apply)
            return True, told.encode()
        except Refused as refusal:
            return False, terminal.explained(say, refusal).encode()


def whole(options: argparse.Namespace, config: Config) -> int:
    """`export` and `import` of a community: 2 when there is nothing to export, or nothing that can be imported."""
    import_aiogram()
    from bot.kit.people import Reader
    from bot.kit.refusals import Refused
    from bot.kit.words import words_for

    say, path = words_for(Reader(0, ""), config.community.zone), options.file
    try:
        told = _import(path, config) if options.command == "import" else asyncio.run(_export(options, config))
    except Refused as refusal:
        from bot.archive import views as archive
        from bot.roll import fault_views, terminal

        explain = {**fault_views.EXPLANATIONS, **archive.EXPLANATIONS}[type(refusal)]
        print(terminal.plain(explain(say, refusal)), file=sys.stderr)
        return 2
    except OSError as reason:
        print(f"{path}: {reason.strerror}", file=sys.stderr)
        return 2
    print(told)
    return 0


def _import(path: Path, config: Config) -> str:
    from storage.archive_import import bring_in

    with path.open("rb"):  # what is not there, or not ours to read, is not called a bad file
        return f"{bring_in(path, opened(config))} rows of {path} are in the books."


async def _export(options: argparse.Namespace, config: Config) -> str:
    from bot.archive.service import write_all
    from bot.kit.clock import SystemClock
    from bot.reactions import REACTIONS
    from bot.roll.service import the_community
    from bot.town import OpenTown

    kept = opened(config)
    kept.upgrade()
    with kept.books(config.community, "") as books:
        town = OpenTown(books, SystemClock(), REACTIONS)
        community = await town.ask(the_community, options.community)
        await town.ask(write_all, community, options.file, people=not options.without_people)
    return f"{options.file} is written. " + ("" if options.without_people else "It names people: keep it safe.")


def recount(path: Path) -> int:
    """Needs nothing but the file: 2 when nothing can be counted."""
    from bot.votes.model import recount as counting
    from bot.votes.model.reading import BadRecord

    try:
        with path.open("rb") as file:
            told = counting.recount(file.read(counting.MOST_BYTES + 1))
    except OSError as reason:
        print(f"{path}: {reason.strerror}", file=sys.stderr)
        return 2
    except BadRecord as reason:
        print(f"{path}: {reason}", file=sys.stderr)
        return 2
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    return 0
