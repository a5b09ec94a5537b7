"""Has a voice message written down, in a process of its own and within a time limit."""

import asyncio
import json
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

log = logging.getLogger(__name__)

ROOT = Path(__file__).parent.parent.parent


async def transcribe(sound: bytes, language: str, seconds: int) -> str:
    """The words in a recording (any format that Telegram sends), `language` being zh or en.

    Empty where nothing was understood, the recording was none, or `seconds` were not enough. Never raises for these.
    """
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "nlu.voice.worker", language, str(seconds),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    try:
        async with asyncio.timeout(seconds):
            told, complaint = await worker.communicate(sound)
    except TimeoutError:
        log.warning("a voice message was given up after %d seconds", seconds)
        return ""
    finally:
        with suppress(ProcessLookupError):
            worker.kill()
        await worker.wait()
    if worker.returncode != 0:
        log.warning("a voice message could not be heard: %s", complaint.decode(errors="replace").strip()[-200:])
        return ""
    return str(json.loads(told)["words"])
