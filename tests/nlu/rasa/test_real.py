"""A real Rasa, as `make rasa` starts it. Runs in `make test-rasa`; elsewhere it says aloud that it is skipped."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

from nlu.embedded import load
from nlu.rasa.client import NotUsable, Rasa, Rules, WithFallback
from tests.nlu.rasa.real import TOKEN, kill, needs_rasa, running

LIMIT = 30.0
pytestmark = needs_rasa


@pytest.fixture(scope="module")
def port() -> int:
    return unused_port()


@pytest.fixture(scope="module")
def served(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[bytes]]:
    with running(port, tmp_path_factory.mktemp("rasa")) as process:
        yield process


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
    kill(served)
    for _ in range(4):
        assert reads.understand("3号楼电梯坏了").intent == "raise_concern"
