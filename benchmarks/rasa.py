"""The same texts understood by our interpreter in this process, by Rasa's own server over loopback, and answered by the
whole of our bot: texts a second of processor time, and how long one takes while nobody else asks.

Each counts the process that understands: this one, Rasa's, the bot's. Rasa is there after `make rasa`; where it is not,
that is said aloud, and the ratios are to our own interpreter instead.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from statistics import median

from aiohttp.test_utils import unused_port

from benchmarks import ROOT, _town, line
from benchmarks._bots import Bot, Pace, Update, bot, far_end, processor, started, until_it_answers
from benchmarks.paths import GUEST, PEOPLE, books_in, config_for, people_of
from nlu.embedded import load
from nlu.meaning import Interpreter, Meaning
from nlu.rasa.client import PATIENCE, Rasa

HOME = ROOT / ".rasa"
MODEL = HOME / "models" / "yishi.tar.gz"
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
ROUNDS = 3
EACH = 100, 10
"""So many of a round's texts are said to the bot one by one, so many a second."""
Understand = Callable[[str], Meaning]
Paces = dict[str, list[Pace]]


async def measure() -> None:
    """Print a line each; the ratio is that to Rasa's server, a core."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await _town.settle(books_in(folder), PEOPLE)
        hello = _town.said([GUEST], "hello")[0]
        async with far_end() as telegram:
            start = "-m", "bot", "--config", config_for(folder, telegram)
            async with bot(telegram, hello, *start, folder=folder) as ours, _server() as rasa:
                paces = await _rounds(ours, load(), rasa)
    base = "Rasa's server" if "Rasa's server" in paces else "our interpreter"
    for what, some in paces.items():
        per_core = {of: median(pace.per_core for pace in paces[of]) for of in (what, base)}
        waits = f"p50 {median(pace.p50 for pace in some):.1f} ms, p99 {median(pace.p99 for pace in some):.1f} ms"
        told = f"{waits}; {base} {per_core[base]:.0f} a core"
        line(f"texts, {what}", f"{per_core[what]:.0f} a core", per_core[what] / per_core[base], told)


async def _rounds(ours: Bot, embedded: Interpreter, rasa: tuple[Understand, int] | None) -> Paces:
    """The bot is told by other people each turn: who has told something is asked about it first."""
    paces: Paces = {}
    for turn in range(ROUNDS):
        updates = _town.tells(people_of(turn), turn)
        texts = [_text(update) for update in updates]
        paces.setdefault("our interpreter", []).append(_reads(embedded.understand, time.process_time, texts))
        if rasa is not None:
            understand, pid = rasa
            paces.setdefault("Rasa's server", []).append(_reads(understand, partial(processor, pid), texts))
        one_by_one, rate = EACH
        calm = await ours.does(updates[:one_by_one], rate)
        busy = await ours.does(updates[one_by_one:])
        paces.setdefault("our bot, answered", []).append(Pace(busy.rate, busy.per_core, calm.waits))
    return paces


def _reads(understand: Understand, used: Callable[[], float], texts: Sequence[str]) -> Pace:
    waits = []
    before, began = used(), time.perf_counter()
    for text in texts:
        asked = time.perf_counter()
        understand(text)
        waits.append(1000 * (time.perf_counter() - asked))
    return Pace(len(texts) / (time.perf_counter() - began), len(texts) / (used() - before), waits)


def _text(update: Update) -> str:
    return str(update["message"]["text"])


@asynccontextmanager
async def _server() -> AsyncIterator[tuple[Understand, int] | None]:
    """As `make rasa` starts it: what asks it, and its process; None where it is not there."""
    if not MODEL.exists():
        print(f"rasa: nothing at {MODEL}, Rasa's own server is NOT MEASURED; `make rasa` installs it", flush=True)
        yield None
        return
    token, port = secrets.token_urlsafe(), unused_port()
    command = "-m", "rasa", "run", "--enable-api", "--auth-token", token
    where = "--interface", "127.0.0.1", "--port", port, "--model", MODEL
    environment = {"PYTHONPATH": str(ROOT), **QUIET}
    async with started(*command, *where, python=str(HOME / "bin" / "python"), environment=environment) as process:
        url = f"http://127.0.0.1:{port}"
        await until_it_answers(url, process)
        with closing(Rasa(url, token, PATIENCE)) as asked:
            asked.check()
            asked.understand("你好")  # the first takes longest
            yield asked.understand, process.pid


if __name__ == "__main__":
    asyncio.run(measure())
