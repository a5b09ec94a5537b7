"""The four ways of bringing parameters, and files."""

import json

import pytest
from aiohttp import FormData

from bot.playground.shapes import Json
from tests.playground.conftest import LI, TOKEN, HandBot, inline

pytestmark = pytest.mark.usefixtures("unlimited", "started")

MARKUP = json.dumps(inline("去"))


async def result(bot: HandBot, method: str, form: FormData | None = None, **query: str) -> Json:
    """The result of a call made with a form, or by its address alone."""
    url = f"{bot.url}/bot{TOKEN}/{method}"
    call = bot.session.get(url, params=query) if form is None else bot.session.post(url, data=form)
    async with call as response:
        body: Json = await response.json()
    assert body["ok"], body
    answer: Json = body["result"]
    return answer


async def test_parameters_may_stand_in_the_address(bot: HandBot) -> None:
    sent = await result(bot, "sendMessage", chat_id=str(LI), text="你好", reply_markup=MARKUP)
    assert (sent["text"], sent["reply_markup"]) == ("你好", inline("去"))


async def test_parameters_may_be_a_form(bot: HandBot) -> None:
    form = FormData({"chat_id": str(LI), "text": "你好", "reply_markup": MARKUP, "disable_notification": "true"})
    assert (await result(bot, "sendMessage", form=form))["reply_markup"] == inline("去")


async def test_parameters_may_be_multipart(bot: HandBot) -> None:
    form = FormData({"chat_id": str(LI), "text": "你好", "reply_markup": MARKUP}, default_to_multipart=True)
    assert (await result(bot, "sendMessage", form=form))["reply_markup"] == inline("去")


async def test_parameters_may_be_json(bot: HandBot) -> None:
    assert (await bot.does("sendMessage", chat_id=str(LI), text="你好"))["chat"]["id"] == LI


@pytest.mark.parametrize(("part", "value"), [("document", None), ("attached", "attach://attached")])
async def test_a_file_is_a_part_or_is_pointed_to(bot: HandBot, part: str, value: str | None) -> None:
    form = FormData({"chat_id": str(LI)}, quote_fields=False)
    if value is not None:
        form.add_field("document", value)
    form.add_field(part, "第一条".encode(), filename="公约.txt", content_type="text/plain")
    document = (await result(bot, "sendDocument", form=form))["document"]
    assert (document["file_name"], document["file_size"]) == ("公约.txt", 9)
    file = await bot.does("getFile", file_id=document["file_id"])
    async with bot.session.get(f"{bot.url}/file/bot{TOKEN}/{file['file_path']}") as response:
        assert await response.text() == "第一条"
    async with bot.session.get(f"{bot.url}/control/files/{document['file_id']}") as response:
        assert response.headers["Content-Type"].startswith("text/plain")


async def test_an_album_points_to_its_parts(bot: HandBot) -> None:
    media = [{"type": "photo", "media": f"attach://part{number}", "caption": f"{number}"} for number in range(2)]
    form = FormData({"chat_id": str(LI), "media": json.dumps(media)})
    for number in range(2):
        form.add_field(f"part{number}", f"picture {number}".encode(), filename="a.jpg")
    url = f"{bot.url}/bot{TOKEN}/sendMediaGroup"
    async with bot.session.post(url, data=form) as response:
        album = (await response.json())["result"]
    assert [message["caption"] for message in album] == ["0", "1"]


async def test_a_file_nobody_points_to_is_refused(bot: HandBot) -> None:
    form = FormData({"chat_id": str(LI), "text": "你好"})
    form.add_field("stray", b"x", filename="x")
    async with bot.session.post(f"{bot.url}/bot{TOKEN}/sendMessage", data=form) as response:
        assert (await response.json())["description"] == 'Bad Request: unknown parameter "stray" of sendMessage'


@pytest.mark.parametrize(
    ("body", "reason"), [("{", "can't parse request body as JSON"), ("[]", "request body must be a JSON object")]
)
async def test_a_body_that_is_not_an_object_is_refused(bot: HandBot, body: str, reason: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(f"{bot.url}/bot{TOKEN}/getMe", data=body, headers=headers) as response:
        assert (await response.json())["description"] == f"Bad Request: {reason}"
