"""The bot with `nlu.engine: rasa`, and a real Rasa that is killed while somebody talks to it."""

import logging
import subprocess
from collections.abc import Iterator

import pytest
from aiohttp.test_utils import unused_port

from bot.__main__ import interpreter_of
from bot.config import Config
from nlu.meaning import Interpreter
from tests.neighbours import Look, Someone
from tests.nlu.rasa.real import TOKEN, kill, needs_rasa, running

pytestmark = needs_rasa
PATIENT = 60.0
"""Seconds for one answer, however busy the machine is."""


@pytest.fixture(scope="module")
def port() -> int:
    return unused_port()


@pytest.fixture(scope="module")
def served(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[bytes]]:
    with running(port, tmp_path_factory.mktemp("rasa")) as process:
        yield process


@pytest.fixture
def interpreter(
    served: subprocess.Popen[bytes], port: int, config: Config, monkeypatch: pytest.MonkeyPatch
) -> Interpreter:
    """As the bot makes it from its configuration."""
    assert served.poll() is None
    monkeypatch.setenv("RASA_TOKEN", TOKEN)
    there = {"url": f"http://127.0.0.1:{port}", "timeout_seconds": PATIENT, "failures": 2}
    nlu = config.nlu.model_copy(update={"engine": "rasa", "rasa": config.nlu.rasa.model_copy(update=there)})
    return interpreter_of(config.model_copy(update={"nlu": nlu}))


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log says of Rasa."""
    return [record.getMessage() for record in caplog.records if "Rasa" in record.getMessage()]


async def test_a_resident_talks_on_while_rasa_is_killed_and_notices_nothing(
    elder: Someone, served: subprocess.Popen[bytes], look: Look, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    await elder.says("3号楼2单元的路灯坏了好几天没人修")
    assert "地点：3号楼2单元\n类别：照明" in await elder.reads()
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()
    await elder.says("我还有多少分")
    assert "分" in await elder.reads()
    assert warnings(caplog) == []  # it was Rasa who understood
    await elder.says("楼上天天半夜吵得睡不着觉")
    assert "什么地方" in await elder.reads()
    kill(served)
    await elder.taps("3号楼2单元")
    assert "类别：噪音" in await elder.reads()
    await elder.taps("对，就这样")
    assert "记下了" in await elder.reads()
    for _ in range(3):
        await elder.says("我还有多少分")
        assert "分" in await elder.reads()
    await elder.says("3号楼2单元的电梯坏了")
    assert "类别：电梯" in await elder.reads()
    assert look("SELECT count(*) FROM concerns") == [(2,)]
    assert [said[:18] for said in warnings(caplog)] == ["Rasa is not usable"]
