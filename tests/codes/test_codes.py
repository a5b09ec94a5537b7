"""Codes as moderators hand them out: shown, renewed, printed; and cards for those without a phone."""

import re
from datetime import datetime, timedelta

import aiohttp

from tests.neighbours import Clock, Look, Someone

OLD = "21913557"


async def last_file(person: Someone, kind: str) -> bytes:
    message = [one for one in (await person.screen())["messages"] if kind in one][-1]
    found = message[kind][-1] if kind == "photo" else message[kind]
    url = f"{person.town.playground.url}/control/files/{found['file_id']}"
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return await answer.read()


async def agrees(person: Someone) -> None:
    await person.starts()
    await person.taps("普通版")
    await person.taps("我同意")


async def test_a_moderator_sees_a_code_and_its_link(moderator: Someone) -> None:
    await moderator.says("/code 5-1-202")
    text = await moderator.reads()
    assert "5号楼1单元202室\n家庭码 2191 3557\n还能进" in text
    assert "https://t.me/yishi_bot?start=code-21913557" in text
    assert (await last_file(moderator, "photo")).startswith(b"\x89PNG")


async def test_a_renewed_code_is_found_by_taps_and_kills_the_old_one(
    moderator: Someone, tenant: Someone, look: Look
) -> None:
    await moderator.says("/code")
    for button in ("5号楼", "1单元", "202室", "换一个新码"):
        await moderator.taps(button)
    found = re.search(r"家庭码 (\d{4} \d{4})", await moderator.reads())
    assert found
    assert found[1].replace(" ", "") != OLD
    await agrees(tenant)
    await tenant.says(OLD)
    assert "没有找到" in await tenant.reads()
    await tenant.says(found[1])
    assert "您是哪一位" in await tenant.reads()
    assert look("SELECT serial FROM household_codes WHERE serial > 1") == [(2,)]


async def test_renewing_twice_by_the_same_button_is_once(moderator: Someone, look: Look) -> None:
    await moderator.says("/code 5号楼1单元202室")
    button = (await moderator.screen())["messages"][-1]["message_id"]
    await moderator.taps("换一个新码", message_id=button)
    first = look("SELECT code FROM household_codes WHERE serial = 2")
    await moderator.taps("换一个新码", message_id=button)
    assert look("SELECT code FROM household_codes WHERE serial = 2") == first
    assert look("SELECT count(*) FROM household_codes WHERE serial > 2") == [(0,)]


async def test_a_code_ends_to_the_second(tenant: Someone, clock: Clock, look: Look) -> None:
    await agrees(tenant)
    [(written,)] = look("SELECT expires_at FROM household_codes LIMIT 1")
    expires = int(datetime.fromisoformat(f"{written}+00:00").timestamp())
    ahead = expires - int((await clock.now()).timestamp())
    await clock.passes(seconds=ahead - 3600)  # what half a year brings takes its time to be delivered
    ahead = expires - int((await clock.now()).timestamp())
    await clock.passes(seconds=ahead - 5)  # writing takes four
    await tenant.says(OLD)
    assert "您是哪一位" in await tenant.reads()
    await clock.passes(seconds=1)
    await tenant.taps("李明")
    assert "已经过期" in await tenant.reads()


async def test_a_code_lets_in_two_more_than_live_there_and_no_further(tenant: Someone, look: Look) -> None:
    people = look("SELECT count(*) FROM residents JOIN households h ON h.id = household_id "
                  "WHERE building = 5 AND unit = 1 AND room = '202'")[0][0]  # fmt: skip
    uses = look("SELECT uses_left FROM household_codes WHERE code = '21913557'")[0][0]
    assert uses == max(4, people + 2)
    for number in range(uses):
        someone = await tenant.town.newcomer(f"guest_{number}", f"客人{number}")
        await agrees(someone)
        await someone.says(OLD)
        await someone.taps("都不是我")
        await someone.taps("18–35岁")
        assert "欢迎您" in await someone.reads()
    await agrees(tenant)
    await tenant.says(OLD)
    assert "已经过期" in await tenant.reads()


async def test_a_building_is_printed_with_chinese_letters_in_the_file(moderator: Someone) -> None:
    await moderator.says("/sheets")
    await moderator.taps("5号楼")
    assert "正在做60张纸条" in await moderator.reads()
    pdf = await last_file(moderator, "document")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 8  # sixty slips, eight a page
    assert b"NotoSansSC" in pdf
    assert b"/FontFile3" in pdf


async def test_spent_codes_are_printed_anew(moderator: Someone, clock: Clock, look: Look) -> None:
    await clock.passes(seconds=timedelta(days=365).total_seconds())
    await moderator.says("/sheets")
    await moderator.taps("5号楼")
    assert look("SELECT count(*) FROM household_codes WHERE serial = 2") == [(60,)]


async def test_a_card_for_somebody_without_a_phone(liaison: Someone, look: Look) -> None:
    await liaison.says("/card")
    for button in ("3号楼", "2单元", "502室"):
        await liaison.taps(button)
    name = (await liaison.buttons())[0]
    await liaison.taps(name)
    assert f"{name}的卡号是" in await liaison.reads()
    assert (await last_file(liaison, "document")).startswith(b"%PDF")
    assert look("SELECT name, telegram_id, card_issued_by FROM residents WHERE card_issued_at IS NOT NULL") == [
        (name, None, 5000002)
    ]


async def test_a_card_for_somebody_whom_the_roll_does_not_name(liaison: Someone, look: Look) -> None:
    enrolled = """SELECT r.name, age_band, telegram_id, card_issued_by, building, unit, room
        FROM residents r JOIN households h ON h.id = household_id WHERE card_issued_at IS NOT NULL"""
    await liaison.says("/card 3-2-502")
    await liaison.taps("名册上还没有这位")
    assert "3号楼2单元502室：这位叫什么名字" in await liaison.reads()
    for wrong in ("13800138000", "张" * 65):
        await liaison.says(wrong)
        assert "不像姓名" in await liaison.reads()
    await liaison.says(" 王 桂香 ")
    assert "王桂香大概多大年纪" in await liaison.reads()
    await liaison.taps("60岁以上")
    assert "王桂香的卡号是" in await liaison.reads()
    assert (await last_file(liaison, "document")).startswith(b"%PDF")
    assert look(enrolled) == [("王桂香", "older", None, 5000002, 3, 2, "502")]
    await liaison.taps("60岁以上")  # the same button once more
    assert "已经办好" in await liaison.reads()
    await liaison.says("/card 3-2-502")
    assert "王桂香" in await liaison.buttons()
    await liaison.taps("名册上还没有这位")
    await liaison.says("王桂香")
    await liaison.taps("60岁以上")  # who is on the roll already is not put there twice
    assert look(enrolled) == [("王桂香", "older", None, 5000002, 3, 2, "502")]


async def test_nobody_is_put_on_the_roll_of_another_building(liaison: Someone, supervisor: Someone, look: Look) -> None:
    other = look("SELECT id FROM households WHERE building = 5 LIMIT 1")[0][0]
    await liaison.says("/card 3-2-502")
    await liaison.taps("名册上还没有这位")
    await liaison.says("王桂香")
    for person in (liaison, supervisor):
        for data in (f"xn:{other}", f"xa:{other}:older"):
            await person.forges(data)
            assert "由管理员和楼栋联络员来办" in await person.reads()
    assert look("SELECT count(*) FROM residents") == [(3500,)]


async def test_a_liaison_hands_out_nothing_of_another_building(liaison: Someone) -> None:
    for words in ("/code 3-2-502", "/sheets", "/card 5-1-202"):
        await liaison.says(words)
        assert "由管理员和楼栋联络员来办" in await liaison.reads()
    await liaison.says("/card")
    assert (await liaison.buttons())[:2] == ["3号楼", "返回"]


async def test_a_resident_hands_out_nothing(elder: Someone, supervisor: Someone) -> None:
    for person in (elder, supervisor):
        for words in ("/code", "/code 3-2-502", "/sheets", "/card", "/card 3-2-502"):
            await person.says(words)
            assert "由管理员和楼栋联络员来办" in await person.reads()


async def test_a_door_that_is_not_on_the_roll(moderator: Someone) -> None:
    for words in ("/code 99-1-101", "/code 三号楼", "/code 3-2", "/card 3-2-9999"):
        await moderator.says(words)
        assert "没有这个门牌" in await moderator.reads()
