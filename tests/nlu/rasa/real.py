"""A real Rasa for tests, as `make rasa` starts it. Where it is not installed they are skipped aloud."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.contracts.source import ROOT

TOKEN = "a-token-for-tests"
PATIENCE = 300
"""Seconds that Rasa may take to start on a busy machine."""
HOME = os.environ.get("YISHI_TEST_RASA")

needs_rasa = pytest.mark.skipif(HOME is None, reason="needs Rasa, 2.7 GB: make test-rasa")


def start(port: int, model: Path, log: Path) -> subprocess.Popen[bytes]:
    """Rasa as the Makefile starts it."""
    quiet = {"PYTHONPATH": ".", "RASA_TELEMETRY_ENABLED": "false", "OMP_NUM_THREADS": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}
    command = [f"{HOME}/bin/python", "-m", "rasa", "run", "--enable-api", "--auth-token", TOKEN]
    where = ["--interface", "127.0.0.1", "--port", str(port), "--model", str(model)]
    with log.open("wb") as output:
        return subprocess.Popen(
            [*command, *where], cwd=ROOT, env={**os.environ, **quiet}, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip


def wait_for(process: subprocess.Popen[bytes], url: str) -> None:
    """Until it answers: each try ends when its connection does."""
    with httpx.Client(transport=httpx.HTTPTransport(retries=10), trust_env=False) as http:
        for _ in range(PATIENCE):
            assert process.poll() is None, "Rasa has ended"
            try:
                http.get(url, timeout=1.0)
            except httpx.TransportError:
                continue
            return
    pytest.fail("Rasa did not start")


@contextmanager
def running(port: int, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Ours, from when it answers until it is no longer needed."""
    process = start(port, Path(f"{HOME}/models/yishi.tar.gz"), folder / "log")
    try:
        wait_for(process, f"http://127.0.0.1:{port}")
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """At once, with all that it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
