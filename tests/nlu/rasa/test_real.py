"""A real Rasa, as `make rasa` starts it. Runs in `make test-rasa`; elsewhere it says aloud that it is skipped."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from nlu.embedded import load
from nlu.rasa.client import NotUsable, Rasa, Rules, WithFallback
from tests.contracts.source import ROOT

TOKEN = "a-token-for-tests"
PATIENCE = 300
"""Seconds that Rasa may take to start on a busy machine."""
LIMIT = 30.0
HOME = os.environ.get("YISHI_TEST_RASA")

pytestmark = pytest.mark.skipif(HOME is None, reason="needs Rasa, 2.7 GB: make test-rasa")


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


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def served(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[bytes]]:
    process = start(port, Path(f"{HOME}/models/yishi.tar.gz"), tmp_path_factory.mktemp("rasa") / "log")
    wait_for(process, f"http://127.0.0.1:{port}")
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def rasa(served: subprocess.Popen[bytes], port: int) -> Iterator[Rasa]:
    assert served.poll() is None
    found = Rasa(f"http://127.0.0.1:{port}", TOKEN, LIMIT)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("text", "intent", "category"),
    [
        ("3号楼2单元的路灯坏了好几天没人修", "raise_concern", "lighting"),
        ("The lift in building 3 is broken", "raise_concern", "lift"),
        ("下周三议什么", "agenda_preview", None),
        ("我还有多少分", "points_balance", None),
        ("给我讲个笑话吧", "out_of_scope", None),
    ],
)
def test_it_understands(rasa: Rasa, text: str, intent: str, category: str | None) -> None:
    rasa.check()
    meaning = rasa.understand(text)
    assert meaning.intent == intent
    assert category in (None, meaning.category)


def test_who_has_no_token_is_refused(served: subprocess.Popen[bytes], port: int) -> None:
    assert served.poll() is None
    stranger = Rasa(f"http://127.0.0.1:{port}", "guessed", LIMIT)
    with pytest.raises(NotUsable, match="401"):
        stranger.understand("路灯不亮")
    stranger.close()


def test_it_listens_on_this_machine_only(served: subprocess.Popen[bytes], port: int) -> None:
    """What the token does not guard, such as its webhooks, is out of others' reach."""
    assert served.poll() is None
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    addresses = {line.split()[1] for line in listening if line.split()[3] == "0A"}
    assert {address for address in addresses if address.endswith(f":{port:04X}")} == {f"0100007F:{port:04X}"}


def test_killed_amid_work_nobody_notices(served: subprocess.Popen[bytes], rasa: Rasa) -> None:
    reads = WithFallback(rasa, load(), Rules(failures=2, pause=60))
    assert reads.understand("3号楼电梯坏了").intent == "raise_concern"
    os.killpg(served.pid, signal.SIGKILL)
    served.wait()
    for _ in range(4):
        assert reads.understand("3号楼电梯坏了").intent == "raise_concern"
