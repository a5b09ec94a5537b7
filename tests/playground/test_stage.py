"""The server itself: its door, its log, its events, its snapshot, its process."""

import asyncio
import json
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from aiohttp import ClientSession, FormData

from bot.playground import Playground
from bot.playground.control.inhabitants import Inhabitants
from bot.playground.control.phones import Phones
from bot.playground.control.stage import Stage
from bot.playground.methods.table import METHODS, SLOW
from bot.playground.spec import bot_api
from bot.playground.world import World
from tests.playground.conftest import GROUP, LI, TOKEN, Control, HandBot, inline

ROOT = Path(__file__).parents[2]
IMPORT = re.compile(r"(from|import) \w")


async def test_only_this_machine_is_served(playground: Playground, session: ClientSession) -> None:
    for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        async with session.get(f"{playground.url}/control/people", headers=headers) as response:
            assert response.status == 403
    async with session.get(f"{playground.url}/control/people", headers={"Origin": playground.url}) as response:
        assert response.status == 200


async def test_it_may_have_another_name(session: ClientSession) -> None:
    async with Playground(known_as=["playground"]) as playground:
        for name, status in (("playground:8081", 200), ("elsewhere", 403)):
            async with session.get(f"{playground.url}/control/clock", headers={"Host": name}) as response:
                assert response.status == status


async def test_the_page_is_served(playground: Playground, session: ClientSession) -> None:
    async with session.get(f"{playground.url}/") as response:
        assert response.content_type == "text/html"
    for path in ("/page/nothing.js", "/page/..%2Fserver.py", "/page/%2e%2e/server.py"):
        async with session.get(f"{playground.url}{path}") as response:
            assert response.status == 404


async def test_files_need_the_token(playground: Playground, bot: HandBot, control: Control) -> None:
    photo = (await control.post("people/xiao_li/send", kind="photo"))["photo"][0]
    path = (await bot.does("getFile", file_id=photo["file_id"]))["file_path"]
    for address, status in ((f"{TOKEN}/{path}", 200), (f"1:WRONG/{path}", 401), (f"{TOKEN}/photos/none", 404)):
        async with bot.session.get(f"{playground.url}/file/bot{address}") as response:
            assert response.status == status
    async with bot.session.get(f"{playground.url}/control/files/none") as response:
        assert response.status == 404


async def test_every_call_is_in_the_log_without_secrets(bot: HandBot, control: Control) -> None:
    start = (await control.rows("log"))[-1]["seq"]
    await bot.does("sendMessage", chat_id=GROUP, text="公告")
    await bot.does("setWebhook", url="http://127.0.0.1:9/", secret_token="s3cret")
    await bot.refusal("sendLove", to="all")
    rows = await control.rows(f"log?after={start}")
    assert [(row["method"], row["status"]) for row in rows] == [
        ("sendMessage", 200),
        ("setWebhook", 200),
        ("sendLove", 404),
    ]
    assert rows[0]["result"]["text"] == "公告"
    assert rows[2]["description"] == "Not Found"
    assert "s3cret" not in str(rows)
    assert "PLAYGROUND" not in str(rows)


async def test_the_page_hears_what_happens(bot: HandBot, control: Control) -> None:
    async with control.session.get(f"{control.url}/control/events") as events:
        assert await events.content.readline() == b": here\n"
        await bot.does("sendMessage", chat_id=GROUP, text="公告")
        await events.content.readline()
        event = json.loads((await events.content.readline()).removeprefix(b"data: "))
    assert (event["type"], event["chat"], event["message"]["text"]) == ("message", GROUP, "公告")


async def test_the_world_survives_a_restart(tmp_path: Path, session: ClientSession) -> None:
    kept = tmp_path / "world.json"
    async with Playground(world_file=kept) as playground:
        bot, control = HandBot(session, playground.url), Control(session, playground.url)
        await bot.catch_up()
        await control.post("clock", set="2026-12-02T11:00:00+00:00", running=False)
        await control.post("people/xiao_li/start")
        photo = (await control.post("people/xiao_li/send", kind="photo"))["photo"][0]["file_id"]
        markup = {"keyboard": [[{"text": "反映问题"}]]}
        await bot.does("sendMessage", chat_id=LI, text="首页", reply_markup=markup)
        sent = await bot.does("sendMessage", chat_id=LI, text="表决", reply_markup=inline("投票"))
        query_id = (await control.tap("xiao_li", "投票"))["callback_query_id"]
        await control.post("people/xiao_li/react", message_id=sent["message_id"], emoji="👍")
        screen, waiting = await control.screen("xiao_li"), playground.world.bots[TOKEN].updates.waiting
    async with Playground(world_file=kept) as playground:
        bot, control = HandBot(session, playground.url), Control(session, playground.url)
        assert await control.screen("xiao_li") == screen
        assert (await control.get("clock"))["now"] == "2026-12-02T11:00:00+00:00"
        assert [row["update_id"] for row in await bot.updates()] == list(waiting)
        assert await bot.does("answerCallbackQuery", callback_query_id=query_id)
        assert (await bot.does("sendPhoto", chat_id=LI, photo=photo))["message_id"] > sent["message_id"]
        async with session.get(f"{playground.url}/control/files/{photo}") as response:
            assert (await response.read()).startswith(b"\x89PNG")


async def test_a_new_world_never_uses_an_old_worlds_ids(session: ClientSession) -> None:
    async with Playground() as playground:
        old = await Control(session, playground.url).say("xiao_li", "一", chat=GROUP)
    assert 1_700_000_000 < old["message_id"] < 2**31


async def test_a_scene_can_be_given_as_data(session: ClientSession) -> None:
    scene = {"bots": [{"token": "7:X", "username": "x_bot", "name": "X"}], "people": [{"key": "a", "first_name": "A"}]}
    async with Playground(scene) as playground:
        control = Control(session, playground.url)
        await control.post("people/a/start")
        assert (await HandBot(session, playground.url, "7:X").texts()) == ["/start"]


async def test_people_and_chats_are_made_and_listed(control: Control) -> None:
    await control.post("people", key="aunt_wu", first_name="吴", note="新搬来", large_print=True)
    assert (await control.rows("people"))[-1]["key"] == "aunt_wu"
    await control.post("chats", title="牌友", type="group", owner="aunt_wu", members=["uncle_chen"])
    chats = await control.rows("chats")
    assert [chat["title"] for chat in chats] == ["阳光社区", "牌友"]
    assert (await control.refusal("people", key="aunt_wu", first_name="吴"))[0] == 400
    assert (await control.refusal("people", key="nobody"))[1] == "first_name is missing"
    assert (await control.refusal("people/xiao_li/say", text="x", loud=True))[1].startswith("unknown: loud; allowed:")
    assert (await control.refusal("chats", title="x", owner="nobody"))[0] == 404


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_runs_as_a_process_and_saves_when_it_stops(tmp_path: Path, number: signal.Signals) -> None:
    kept = tmp_path / "world.json"
    arguments = ("-m", "bot.playground", "--port", "0", "--world", str(kept))
    process = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=asyncio.subprocess.PIPE, cwd=ROOT, env=os.environ
    )
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    async with ClientSession() as session:
        control = Control(session, line.rpartition(" ")[2].strip())
        await control.say("xiao_li", "路灯", chat=GROUP)
    process.send_signal(number)
    assert await process.wait() == 0
    assert "路灯" in kept.read_text(encoding="utf-8")


async def test_importing_it_brings_no_bot_library() -> None:
    question = (
        "import sys, bot.playground; print({'aiogram', 'telegram', 'sqlalchemy', 'pydantic'} & sys.modules.keys())"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", question, stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    output, _ = await process.communicate()
    assert output.strip() == b"set()"


async def test_files_may_come_as_multipart(control: Control) -> None:
    form = FormData({"kind": "voice", "duration": "3", "chat": str(GROUP)})
    form.add_field("content", b"OggS sound", filename="voice.oga", content_type="audio/ogg")
    async with control.session.post(f"{control.url}/control/people/xiao_li/send", data=form) as response:
        message = await response.json()
    assert message["voice"]["duration"] == 3
    assert message["voice"]["file_size"] == 10


def test_the_document_names_every_call() -> None:
    document = (ROOT / "docs" / "playground.md").read_text(encoding="utf-8")
    world = World()
    routes = [route for part in (Inhabitants, Phones, Stage) for route in part(world).routes()]
    calls = [f"`{route.method} {route.path}`" for route in routes]
    assert [call for call in calls if call not in document] == []


def test_every_method_that_is_built_is_one_of_telegrams() -> None:
    names = [*METHODS, *SLOW]
    assert [name for name in names if bot_api().method(name) is None] == []


def test_it_imports_nothing_of_the_rest_of_the_project() -> None:
    folder = ROOT / "bot" / "playground"
    imports = {
        line.split()[1] for path in folder.rglob("*.py") for line in path.read_text().splitlines() if IMPORT.match(line)
    }
    own = ("bot.playground", "aiohttp", "yaml")
    assert {
        name for name in imports if not name.startswith(own) and name.split(".")[0] not in sys.stdlib_module_names
    } == set()
