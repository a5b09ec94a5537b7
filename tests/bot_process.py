"""The bot as a process of its own: `python -m bot`, as on a server."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent


class BotProcess:
    """`python -m bot` in a folder of its own. What it says on stderr is kept in `bot.log` there."""

    def __init__(self, folder: Path, *arguments: str, **environment: str) -> None:
        self._folder = folder
        self._arguments = arguments
        self._environment = {**_without_token(os.environ), "PYTHONPATH": str(ROOT), **environment}
        self._process: asyncio.subprocess.Process
        self.log = folder / "bot.log"

    async def start(self) -> None:
        """Start it; it may be started again after it has ended."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", *self._arguments,
                cwd=self._folder, env=self._environment, stdout=asyncio.subprocess.PIPE, stderr=log,
            )  # fmt: skip

    async def opens(self) -> str:
        """What it says when it is ready. Raises `AssertionError` with its last words if it ends instead."""
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        assert line, self.log.read_text()
        return line.decode().strip()

    def kill(self) -> None:
        """`kill -9`"""
        self._process.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """As a service manager does."""
        self._process.send_signal(signal.SIGTERM)

    async def ends(self) -> tuple[int, str]:
        """Its exit status, and what it said that nobody has read yet."""
        said, _ = await self._process.communicate()
        return await self._process.wait(), said.decode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """Ready inside, ended outside; yields what it says when it is ready."""
        await self.start()
        try:
            yield await self.opens()
        finally:
            if self._process.returncode is None:
                self.kill()
            await self._process.wait()


def write_config(folder: Path, **changes: Mapping[str, object]) -> Path:
    """The configuration that ships, with some sections changed, as `config.yaml` in `folder`."""
    sections: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    changed = {name: section | dict(changes.get(name, {})) for name, section in sections.items()}
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
    return path


def _without_token(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.upper() != "BOT_TOKEN"}
