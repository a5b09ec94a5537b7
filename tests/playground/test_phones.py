"""People with phones: writing, sending, tapping, and what they see."""

import base64

import pytest

from bot.playground.shapes import Json
from tests.playground.conftest import GROUP, LI, Control, HandBot, inline

pytestmark = pytest.mark.usefixtures("unlimited", "started")


async def test_what_people_write_carries_entities(bot: HandBot, control: Control) -> None:
    await control.say("xiao_li", "🌟 /vote 看 #路灯", chat=GROUP)
    message = (await bot.updates())[0]["message"]
    assert [(one["type"], one["offset"], one["length"]) for one in message["entities"]] == [
        ("bot_command", 3, 5),
        ("hashtag", 11, 3),
    ]


async def test_people_answer_and_forward(bot: HandBot, control: Control) -> None:
    said = await control.say("ms_zhao", "电梯又坏了", chat=GROUP)
    await control.say("xiao_li", "是的", chat=GROUP, reply_to=said["message_id"])
    await control.say("xiao_li", "电梯又坏了", forwarded_from="ms_zhao")
    _, reply, forward = [row["message"] for row in await bot.updates()]
    assert reply["reply_to_message"]["text"] == "电梯又坏了"
    assert forward["forward_origin"]["sender_user"]["first_name"] == "赵敏"


async def test_people_edit_what_they_wrote(bot: HandBot, control: Control) -> None:
    said = await control.say("xiao_li", "路灯不量", chat=GROUP)
    await control.post("people/xiao_li/edit", message_id=said["message_id"], text="路灯不亮", chat=GROUP)
    edited = (await bot.updates())[1]["edited_message"]
    assert (edited["text"], "edit_date" in edited) == ("路灯不亮", True)
    status, _ = await control.refusal("people/ms_zhao/edit", message_id=said["message_id"], text="?", chat=GROUP)
    assert status == 400


@pytest.mark.parametrize("kind", ["photo", "voice", "document", "sticker", "location", "contact", "video"])
async def test_people_send_more_than_text(bot: HandBot, control: Control, kind: str) -> None:
    await control.post("people/xiao_li/send", kind=kind, chat=GROUP)
    message = (await bot.updates())[0]["message"]
    content = message[kind][-1] if kind == "photo" else message[kind]
    if "file_id" in content:
        assert (await bot.does("getFile", file_id=content["file_id"]))["file_path"]


async def test_people_send_their_own_files(bot: HandBot, control: Control) -> None:
    content = base64.b64encode(b"our rules").decode()
    await control.post("people/xiao_li/send", kind="document", content=content, file_name="rules.txt", caption="看看")
    message = (await bot.updates())[0]["message"]
    assert (message["document"]["file_name"], message["caption"]) == ("rules.txt", "看看")
    assert (await control.refusal("people/xiao_li/send", kind="document", content="?"))[0] == 400
    assert (await control.refusal("people/xiao_li/send", kind="dance"))[0] == 400


async def test_a_photo_has_the_size_of_its_picture(control: Control) -> None:
    header = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x02\x58\x03\x20\x00"
    content = base64.b64encode(header).decode()
    sizes = (await control.post("people/xiao_li/send", kind="photo", content=content))["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(90, 68), (320, 240), (800, 600)]


async def test_the_newest_button_of_a_label_is_pressed(bot: HandBot, control: Control) -> None:
    old = await bot.does("sendMessage", chat_id=LI, text="旧", reply_markup=inline("去"))
    await bot.does("sendMessage", chat_id=LI, text="新", reply_markup=inline("去"))
    assert (await control.tap("xiao_li", "去"))["message"]["text"] == "新"
    assert (await control.tap("xiao_li", "去", message_id=old["message_id"]))["message"]["text"] == "旧"


async def test_keys_and_buttons_of_one_label_go_by_their_age(bot: HandBot, control: Control) -> None:
    await bot.does("sendMessage", chat_id=LI, text="旧", reply_markup=inline("去"))
    await bot.does("sendMessage", chat_id=LI, text="键", reply_markup={"keyboard": [[{"text": "去"}]]})
    assert (await control.tap("xiao_li", "去"))["kind"] == "text"
    await bot.does("sendMessage", chat_id=LI, text="新", reply_markup=inline("去"))
    assert (await control.tap("xiao_li", "去"))["kind"] == "callback"


async def test_a_button_that_is_not_there_names_those_that_are(bot: HandBot, control: Control) -> None:
    keyboard = {"keyboard": [[{"text": "查积分"}]]}
    await bot.does("sendMessage", chat_id=LI, text="首页", reply_markup=keyboard)
    await bot.does("sendMessage", chat_id=LI, text="表决", reply_markup=inline("同意", "反对"))
    assert await control.refusal("people/xiao_li/tap", button="弃权") == (
        404,
        "xiao_li sees no button '弃权'; there are: 同意, 反对, 查积分",
    )


async def test_a_key_writes_its_label(bot: HandBot, control: Control) -> None:
    keyboard = {"keyboard": [[{"text": "反映问题"}], [{"text": "电话", "request_contact": True}]]}
    await bot.does("sendMessage", chat_id=LI, text="首页", reply_markup=keyboard | {"one_time_keyboard": True})
    assert (await control.screen("xiao_li"))["keyboard"] == [["反映问题"], ["电话"]]
    assert (await control.tap("xiao_li", "反映问题"))["kind"] == "text"
    assert (await control.screen("xiao_li"))["keyboard"] is None
    assert await bot.texts() == ["反映问题"]
    await bot.does("sendMessage", chat_id=LI, text="首页", reply_markup=keyboard)
    assert (await control.tap("xiao_li", "电话"))["message"]["contact"]["user_id"] == LI
    await bot.does("sendMessage", chat_id=LI, text="好", reply_markup={"remove_keyboard": True})
    assert (await control.screen("xiao_li"))["keyboard"] is None


async def test_a_selective_keyboard_is_for_whom_it_answers(bot: HandBot, control: Control) -> None:
    said = await control.say("xiao_li", "/menu", chat=GROUP)
    markup = {"keyboard": [[{"text": "我的"}]], "selective": True}
    reply = {"message_id": said["message_id"]}
    await bot.does("sendMessage", chat_id=GROUP, text="菜单", reply_parameters=reply, reply_markup=markup)
    assert (await control.screen("xiao_li", GROUP))["keyboard"] == [["我的"]]
    assert (await control.screen("ms_zhao", GROUP))["keyboard"] is None


async def test_a_forced_reply_is_answered(bot: HandBot, control: Control) -> None:
    asked = await bot.does("sendMessage", chat_id=LI, text="哪栋楼", reply_markup={"force_reply": True})
    said = await control.say("xiao_li", "3号楼")
    assert said["reply_to_message"]["message_id"] == asked["message_id"]
    assert "reply_to_message" not in await control.say("xiao_li", "2单元")


BUTTONS: list[tuple[Json, Json]] = [
    ({"url": "https://example.org"}, {"kind": "url", "url": "https://example.org"}),
    ({"disabled": {}}, {"kind": "disabled"}),
    ({"copy_text": {"text": "3-2-501"}}, {"kind": "copy", "text": "3-2-501"}),
    ({"switch_inline_query_current_chat": "灯"}, {"kind": "switch", "query": "灯"}),
]


@pytest.mark.parametrize(("action", "outcome"), BUTTONS)
async def test_other_buttons_do_what_they_are_for(bot: HandBot, control: Control, action: Json, outcome: Json) -> None:
    markup = {"inline_keyboard": [[{"text": "去", "style": "success"} | action]]}
    await bot.does("sendMessage", chat_id=LI, text="看", reply_markup=markup)
    assert await control.tap("xiao_li", "去") == outcome
    assert await bot.updates() == []


async def test_a_deep_link_opens_the_private_chat(bot: HandBot, control: Control) -> None:
    markup = {"inline_keyboard": [[{"text": "去私聊", "url": "https://t.me/yishi_bot?start=vote_7"}]]}
    await bot.does("sendMessage", chat_id=GROUP, text="表决", reply_markup=markup)
    assert (await control.tap("ms_zhao", "去私聊", chat=GROUP))["kind"] == "start"
    message = (await bot.updates())[0]["message"]
    assert (message["text"], message["chat"]["type"]) == ("/start vote_7", "private")


async def test_the_screen_is_what_the_person_sees(bot: HandBot, control: Control) -> None:
    posted = await bot.does("sendMessage", chat_id=GROUP, text="公告", reply_markup=inline("看"))
    await bot.does("pinChatMessage", chat_id=GROUP, message_id=posted["message_id"])
    await bot.does("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    await bot.does(
        "setMyCommands", commands=[{"command": "run", "description": "主持"}], scope={"type": "all_chat_administrators"}
    )
    screen = await control.screen("xiao_li", GROUP)
    assert (screen["pinned"]["text"], screen["buttons"]) == ("公告", ["看"])
    assert [row["command"] for row in screen["commands"]] == ["help"]
    assert [row["command"] for row in (await control.screen("moderator_lin", GROUP))["commands"]] == ["run"]
    assert (await control.refusal("people/outsider_he/say", text="在吗", chat=GROUP))[0] == 400
    assert (await control.answer("GET", f"people/outsider_he/screen?chat={GROUP}"))[0] == 400
    assert (await control.answer("GET", "people/nobody/screen"))[0] == 404


async def test_people_vote_in_polls(bot: HandBot, control: Control) -> None:
    question = {"chat_id": GROUP, "question": "几点开会", "options": [{"text": "七点"}, {"text": "八点"}]}
    poll = await bot.does("sendPoll", **question, is_anonymous=False)
    choice = {"message_id": poll["message_id"], "chat": GROUP}
    await control.post("people/xiao_li/vote", **choice, options=[1])
    await control.post("people/ms_zhao/vote", **choice, options=[1])
    await control.post("people/ms_zhao/vote", **choice, options=[])
    assert await bot.kinds() == ["poll", "poll_answer"] * 3
    closed = await bot.does("stopPoll", chat_id=GROUP, message_id=poll["message_id"])
    assert ([one["voter_count"] for one in closed["options"]], closed["is_closed"]) == ([0, 1], True)
    assert (await control.refusal("people/xiao_li/vote", **choice, options=[0]))[0] == 400
    assert await bot.refusal("stopPoll", chat_id=GROUP, message_id=poll["message_id"]) == (
        "Bad Request: poll has already been closed"
    )


async def test_keyboards_and_texts_of_the_bot_are_kept(bot: HandBot) -> None:
    assert await bot.does("setMyShortDescription", short_description="一起议事")
    assert await bot.does("setMyShortDescription", short_description="Together", language_code="en")
    assert await bot.does("getMyShortDescription", language_code="en") == {"short_description": "Together"}
    assert await bot.does("getMyShortDescription", language_code="zh") == {"short_description": "一起议事"}
    assert await bot.does("getMyName") == {"name": "议事"}
    assert await bot.does("setChatMenuButton", menu_button={"type": "commands"})
    assert await bot.does("getChatMenuButton", chat_id=LI) == {"type": "commands"}
