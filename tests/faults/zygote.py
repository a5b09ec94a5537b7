"""A process that has imported the bot and forks one bot after the other: a restart costs a fifth of a second.

Each bot is `python -m bot` in a process of its own, but for the imports that it inherits; it dies by a real SIGKILL,
which it sends itself at the moment that it was told (see `moments`), or by one that comes from outside.

Speaks lines of JSON: `{"arguments": […], "folder": …, "environment": {…}, "dies": {"at": …, "nth": …} | null}` in;
out come `{"pid": …}`, what the bot prints, and `{"ended": …}` with its exit status, below zero for a signal.
"""

import gc
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import bot.__main__ as program
import bot.serve  # noqa: F401 - inherited
from nlu.embedded import load
from tests.faults import moments


def fork(order: dict[str, Any]) -> int:
    """The process id of a new bot."""
    child = os.fork()
    if child == 0:
        try:
            status = live(**order)
        except BaseException:
            traceback.print_exc()
            status = 1
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return child


def live(arguments: list[str], folder: str, environment: dict[str, str], dies: dict[str, Any] | None) -> int:
    """What the child does."""
    os.chdir(folder)
    os.environ.update(environment)
    said = os.open(Path(folder) / "bot.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(said, 2)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    moments.watch(Path(folder) / "moments", **(dies or {}))
    sys.argv = ["bot", *arguments]
    return program.main()


def say(**what: int) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    load()  # its files are in the page cache from now on
    gc.freeze()
    for line in sys.stdin:
        child = fork(json.loads(line))
        say(pid=child)
        _, status = os.waitpid(child, 0)
        say(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
