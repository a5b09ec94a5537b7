"""The log: to which update and action a line belongs, and that no secret is ever in it."""

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.kit import logs
from bot.playground import Playground
from tests.bot_process import BotProcess, write_config

TOKEN = "1000000:PLAYGROUND"
SECRETS = [TOKEN, "postgresql://yishi:swordfish@host/yishi", "swordfish"]
log = logging.getLogger("tests.logs")


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_is_written_whoever_logs_it(form: str, secret: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "text" if form == "text" else "json", SECRETS)
    log.info("asked https://api.telegram.org/bot%s/getMe", secret)
    try:
        raise ValueError(secret)
    except ValueError:
        log.exception("failed")
    written = capsys.readouterr().err
    assert secret not in written
    assert written.count(logs.HIDDEN) >= 2


def test_a_secret_in_an_address_is_hidden_too(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "text", [TOKEN])
    log.info("https://api.telegram.org/bot1000000%3APLAYGROUND/getMe")
    assert "PLAYGROUND" not in capsys.readouterr().err


def test_a_line_says_to_what_it_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "json", [])
    with logs.about(update_id=7):
        logs.belongs_to(community=1)
        with logs.about(action="cast"):
            log.info("议事")
        log.info("after")
    log.info("outside")
    first, after, outside = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (first["message"], first["update_id"], first["community"], first["action"]) == ("议事", 7, 1, "cast")
    assert (after["update_id"], after["community"], after["action"]) == (7, 1, None)
    assert (outside["update_id"], outside["community"]) == (None, None)


async def test_the_running_bot_writes_objects_without_its_token(tmp_path: Path) -> None:
    """At the level on which libraries write their requests."""
    async with Playground(port=0) as playground:
        write_config(
            tmp_path, telegram={"api_url": playground.url}, clock={"source": "playground"}, watch={"log": "json"}
        )
        bot = BotProcess(tmp_path, "--log", "DEBUG", BOT_TOKEN=TOKEN)
        async with bot.running():
            pass
    lines = bot.log.read_text().splitlines()
    assert lines
    assert all(re.match(r"\{.*\}$", line) for line in lines)
    assert not [line for line in lines if "PLAYGROUND" in line]
