"""`python -m bot.playground --port 8081 --scene bot/playground/scene.yaml [--world var/playground.json]`."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.playground.scene import DEFAULT_SCENE
from bot.playground.server import Playground


def main() -> None:
    """Run until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description="Telegram on your own machine")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--known-as", action="append", default=[], help="another host name it may be called by")
    parser.add_argument("--scene", type=Path, default=DEFAULT_SCENE)
    parser.add_argument("--world", type=Path, help="where the world is kept over a restart")
    asyncio.run(_serve(parser.parse_args()))


async def _serve(options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    place = {"host": options.host, "port": options.port, "known_as": options.known_as}
    async with Playground(options.scene, world_file=options.world, **place) as playground:
        sys.stdout.write(f"The playground is at {playground.url}\n")
        sys.stdout.flush()
        await stop.wait()


if __name__ == "__main__":
    main()
