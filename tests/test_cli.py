"""`python -m bot` as an operator meets it: it starts, says in one line why it cannot, and ends when told."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.playground import Playground
from tests import neighbours
from tests.bot_process import BotProcess, write_config
from tests.street import watched

TOKEN = "1000000:PLAYGROUND"
PEOPLE = range(6000001, 6000031)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    async with Playground(port=0) as playground:
        yield playground


def on(playground: Playground, folder: Path) -> None:
    """The configuration of a bot whose Telegram is `playground`."""
    write_config(folder, telegram={"api_url": playground.url}, clock={"source": "playground"})


async def said_at_its_end(bot: BotProcess) -> str:
    """The only line of a bot that could not start."""
    await bot.start()
    status, said = await bot.ends()
    complaint = bot.log.read_text()
    assert (status, said) == (2, "")
    assert complaint.count("\n") == 1, complaint
    return complaint


@pytest.mark.parametrize("token", ["1000000:SOMEBODY_ELSES", "nonsense"])
async def test_a_wrong_token_is_said_to_be_one(playground: Playground, tmp_path: Path, token: str) -> None:
    on(playground, tmp_path)
    complaint = await said_at_its_end(BotProcess(tmp_path, BOT_TOKEN=token))
    assert "@BotFather" in complaint
    assert token not in complaint


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        write_config(tmp_path, playground={"port": port})
        assert f"Port {port} is in use" in await said_at_its_end(BotProcess(tmp_path))


async def test_telegram_out_of_reach_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        nobody = f"http://127.0.0.1:{server.getsockname()[1]}/"
    write_config(tmp_path, telegram={"api_url": nobody})
    assert nobody in await said_at_its_end(BotProcess(tmp_path, BOT_TOKEN=TOKEN))


async def test_without_a_token_it_opens_its_own_playground(tmp_path: Path) -> None:
    write_config(tmp_path, playground={"port": 0})
    bot = BotProcess(tmp_path, BOT_TOKEN="")
    for _ in range(2):
        async with bot.running() as line, aiohttp.ClientSession() as http:
            async with http.get(line.removeprefix("阳光社区 is open: ")) as page:
                assert page.status == 200
            bot.terminate()
            assert await bot.ends() == (0, "")
    assert bot.log.read_text() == ""


async def test_told_to_end_it_finishes_and_repeats_nothing(playground: Playground, tmp_path: Path) -> None:
    on(playground, tmp_path)
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\n")
    bot = BotProcess(tmp_path)
    async with watched(playground.url) as street, aiohttp.ClientSession() as http:
        control = neighbours.Playground(http, playground.url)
        await control.post("limits", on=False)
        async with bot.running():
            before = street.written
            for number in PEOPLE:
                await control.post("people", key=f"person_{number}", first_name="居民", id=number)
                await control.post(f"people/{number}/start")
            await street.has_written(before + 1)
            bot.terminate()
            assert await bot.ends() == (0, "")
        async with bot.running():
            await control.post("settle")
    assert [street.inboxes[number].qsize() for number in PEOPLE] == [1] * len(PEOPLE)
    assert bot.log.read_text() == ""
