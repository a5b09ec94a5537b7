"""`python -m bot`: starts what is asked for. The one module that knows everybody."""

import argparse
import asyncio
import errno
import signal
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot import terminal
from bot.config import BadConfig, Clock, Config, Secrets, load
from bot.kit import collector, logs
from bot.kit.lean import import_aiogram
from storage.upgrade import UnusableBooks

if TYPE_CHECKING:
    from nlu.meaning import Interpreter

Work = Callable[[asyncio.Event], Awaitable[None]]
"""Runs until the event is set."""
Ready = Callable[[], Awaitable[None]]
PLAYGROUND_WORLD = Path("var/playground.json")
PLAYGROUND_TOKEN = "1000000:PLAYGROUND"  # noqa: S105 - opens nothing but the playground


class NoToken(Exception):
    """A secret is not there; the text says whose."""


def main() -> int:
    """Returns the process's exit status: 2 when somebody has to put something right before it can start."""
    collector.hold_back()
    options = _parser().parse_args()
    if options.command == "recount":
        return terminal.recount(options.file)
    try:
        config = load(options.config)
    except BadConfig as reason:
        print(reason, file=sys.stderr)
        return 2
    logs.set_up(options.log, config.watch.log, Secrets().told())
    try:
        if options.command == "db":
            return terminal.database(options.action, config)
        if options.command == "roll":
            return terminal.roll(options, config)
        if options.command in ("export", "import"):
            return terminal.whole(options, config)
        asyncio.run(_until_told(_work(options, config)))
    except UnusableBooks as reason:
        print(reason, file=sys.stderr)
        return 2
    except NoToken as missing:
        print(f"{missing}, in the environment or in .env.", file=sys.stderr)
        return 2
    except Exception as trouble:
        line = _explained(trouble, config)
        if line is None:
            raise
        print(line, file=sys.stderr)
        return 2
    return 0


def _explained(trouble: BaseException, config: Config) -> str | None:
    """What to do about it, if whoever starts the bot can do something."""
    if isinstance(trouble, OSError) and trouble.errno == errno.EADDRINUSE:
        port = config.playground.port
        return f"Port {port} is in use: is Yishi running already? config.yaml, playground.port, names another."
    from bot.charter.model import CharterBinds
    from bot.delivery.botapi import NO_SUCH_BOT
    from bot.kit.trouble import OUT_OF_REACH, WRONG_TOKEN

    if isinstance(trouble, ExceptionGroup) and len(trouble.exceptions) == 1:
        return _explained(trouble.exceptions[0], config)
    if isinstance(trouble, CharterBinds):
        return (
            f"config.yaml, community.{trouble}. Only an amendment changes it: an agenda item marked 改章程, voted on by"
            " all households. Please put the old value back."
        )
    if isinstance(trouble, (*WRONG_TOKEN, NO_SUCH_BOT)):
        return "Telegram does not know this BOT_TOKEN. Please copy it from @BotFather once more."
    if isinstance(trouble, OUT_OF_REACH):
        return f"Telegram cannot be reached at {config.telegram.api_url}"
    return None


def _work(options: argparse.Namespace, config: Config) -> Work:
    if options.command == "courier":
        return partial(_courier, config)
    if port := getattr(options, "port", None):
        config = config.model_copy(update={"webhook": config.webhook.model_copy(update={"port": port})})
    if port := getattr(options, "metrics_port", None):
        config = config.model_copy(update={"watch": config.watch.model_copy(update={"metrics_port": port})})
    return partial(_run, config, not getattr(options, "without_courier", False))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Yishi (议事)")
    parser.add_argument("--config", type=Path, default=Path("config.yaml"))
    parser.add_argument("--log", default="WARNING", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    commands = parser.add_subparsers(dest="command")
    run = commands.add_parser("run", help="the bot; on the playground when there is no BOT_TOKEN (default)")
    run.add_argument("--without-courier", action="store_true", help="another process delivers")
    run.add_argument("--port", type=int, help="where this process listens, if Telegram brings the updates")
    run.add_argument("--metrics-port", type=int, help="where this process tells Prometheus its figures")
    commands.add_parser("courier", help="only the courier, as a process of its own")
    database = commands.add_parser("db", help="upgrade: to the newest tables; copy: from SQLite to PostgreSQL")
    database.add_argument("action", choices=["upgrade", "copy"])
    roll = commands.add_parser("roll", help="the roll: docs/roll.md").add_subparsers(dest="action", required=True)
    bring_in = roll.add_parser("import", help="show what a file would change; with --apply, change it")
    bring_in.add_argument("file", type=Path)
    bring_in.add_argument("--apply", action="store_true")
    give_out = roll.add_parser("export", help="write the roll, as .csv or .xlsx")
    give_out.add_argument("file", type=Path)
    out = commands.add_parser("export", help="write all that is kept about a community: docs/archive.md")
    out.add_argument("--without-people", action="store_true", help="no names, to be read only")
    back = commands.add_parser("import", help="bring such a file into empty books")
    for one in (out, back):
        one.add_argument("file", type=Path)
    for either in (bring_in, give_out, out):
        either.add_argument("--community", metavar="NAME", help="which one, where the books hold several")
    again = commands.add_parser("recount", help="count the published record of a vote once more: docs/record.md")
    again.add_argument("file", type=Path)
    return parser


async def _until_told(work: Work) -> None:
    """Work until SIGINT or SIGTERM."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await work(stop)


async def _run(config: Config, with_courier: bool, stop: asyncio.Event) -> None:
    token = Secrets().bot_token
    if token is not None:
        await _serve(config, token.get_secret_value(), with_courier, stop)
        return
    from bot.demo import enter_cast, raise_curtain
    from bot.playground import Playground

    async with Playground(port=config.playground.port, world_file=PLAYGROUND_WORLD) as playground:
        if playground.is_new:
            await raise_curtain(playground.url, config.community.zone)
        config = _on_playground(config, playground.url)
        await _serve(config, PLAYGROUND_TOKEN, with_courier, stop, partial(enter_cast, playground.url))


def _on_playground(config: Config, url: str) -> Config:
    """The same configuration, but for where Telegram is and whose clock counts."""
    telegram = config.telegram.model_copy(update={"api_url": url})
    return config.model_copy(update={"telegram": telegram, "clock": Clock(source="playground")})


async def _serve(
    config: Config, token: str, with_courier: bool, stop: asyncio.Event, ready: Ready | None = None
) -> None:
    import_aiogram()
    from bot.serve import Running
    from bot.sunshine import open_sunshine
    from nlu.voice.transcription import transcribe
    from nlu.voice.weights import installed

    database = terminal.opened(config)
    database.upgrade()
    playing = config.clock.source == "playground"
    first = open_sunshine if playing else None
    books = partial(database.books, config.community)
    ears = partial(transcribe, seconds=config.voice.limit_seconds) if installed() else None
    secret = Secrets().webhook_secret
    if config.webhook.url and secret is None:
        raise NoToken("A webhook needs WEBHOOK_SECRET")
    async with Running(
        config,
        token,
        books,
        partial(interpreter_of, config),
        first,
        with_courier=with_courier,
        locks=database.locks(),
        webhook_secret=secret.get_secret_value() if secret else "",
        transcribe=ears,
    ) as running:
        if ready is not None:
            await ready()
        print(f"阳光社区 is open: {config.telegram.api_url}" if playing else "议事 is listening.", flush=True)
        await running.until(stop)


def interpreter_of(config: Config) -> "Interpreter":
    """What `nlu.engine` names; with Rasa, the embedded one stands behind it."""
    from nlu.embedded import load as embedded

    if config.nlu.engine == "embedded":
        return embedded()
    from nlu.rasa.client import Rasa, Rules, WithFallback, token

    secret, rules = Secrets().rasa_token, config.nlu.rasa
    rasa = Rasa(str(rules.url), secret.get_secret_value() if secret else token(), rules.timeout_seconds)
    found = WithFallback(rasa, embedded(), Rules(rules.failures, rules.pause_seconds))
    found.warm_up()
    return found


async def _courier(config: Config, stop: asyncio.Event) -> None:
    import_aiogram()
    token = Secrets().bot_token
    if token is None:
        raise NoToken("The courier needs BOT_TOKEN")
    from bot.serve import deliver_alone

    database = terminal.opened(config)
    books = partial(database.books, config.community)
    await deliver_alone(config, token.get_secret_value(), books, database.locks(), stop)


if __name__ == "__main__":
    sys.exit(main())
