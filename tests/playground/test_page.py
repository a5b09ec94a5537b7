"""The playground's page in a real browser: phones that write, tap and read, and a clock that moves."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.playground import Playground
from tests.browser import open_chromium
from tests.playground.small_bot import TOKEN, SmallBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

GROUP = -1001
EVENING = "2026-11-22T11:00:00+00:00"  # Sunday 19:00 in Shanghai
SCENE: dict[str, Any] = {
    "bots": [{"token": TOKEN, "username": "yishi_bot", "name": "议事", "privacy": False}],
    "people": [
        {"id": 101, "key": "wang", "first_name": "王奶奶", "note": "3号楼501，户号码 3-2-501", "large_print": True},
        {"id": 102, "key": "li", "first_name": "小李", "note": "租户"},
    ],
    "chats": [{"id": GROUP, "title": "阳光社区", "owner": "li", "members": ["wang"], "bot": "administrator"}],
}
# Visible things that stick out of the screen sideways, except what scrolls in a row of its own.
OVERFLOWING = """[...document.querySelectorAll(".phone.chosen *, .top > *")]
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
  .map(node => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """[...document.querySelectorAll("button:not(.in-text), select, summary")]
  .filter(node => node.checkVisibility())
  .filter(node => node.offsetWidth < 44 || node.offsetHeight < 44)
  .map(node => node.outerHTML.slice(0, 80))"""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for all tests here."""
    async with open_chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def playground() -> AsyncIterator[Playground]:
    """Sunday evening, time standing still, no rate limits, and a small bot at work."""
    async with Playground(scene=SCENE, port=0) as running, aiohttp.ClientSession() as session:
        await session.post(f"{running.url}/control/clock", json={"set": EVENING, "running": False})
        await session.post(f"{running.url}/control/limits", json={"on": False})
        bot = SmallBot(session, running.url)
        await bot.call("setMyCommands", commands=[{"command": "start", "description": "从头开始"}])
        work = asyncio.create_task(bot.run())
        yield running
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work


@pytest_asyncio.fixture(loop_scope="session")
async def page(chromium: Browser, playground: Playground) -> AsyncIterator[Page]:
    """The page on a wide screen, in Chinese; whatever the console complains about fails the test."""
    context = await chromium.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN")
    opened = await context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    await opened.goto(playground.url)
    yield opened
    await context.close()
    assert complaints == []


def phone(page: Page, name: str) -> Locator:
    """Somebody's phone, or the group's."""
    return page.get_by_role("region", name=name, exact=True)


def button(place: Page | Locator, name: str) -> Locator:
    """The newest button of that name."""
    return place.get_by_role("button", name=name, exact=True).last


def log(place: Locator) -> Locator:
    """The messages on a phone."""
    return place.get_by_role("log")


async def says(place: Locator, text: str) -> None:
    """Type it and press Enter."""
    await place.get_by_label("说点什么").fill(text)
    await place.get_by_label("说点什么").press("Enter")


async def begins(place: Locator) -> None:
    """Open the private chat with the bot."""
    await button(place, "开始 START").click()
    await expect(log(place)).to_contain_text("您好")


async def test_what_is_said_on_a_phone_arrives_and_is_answered(page: Page) -> None:
    li = phone(page, "小李")
    await button(li, "开始 START").click()
    await expect(log(li)).to_contain_text("您好")
    await says(li, "路灯不亮")
    await expect(log(li)).to_contain_text("听到了：路灯不亮")
    await expect(li.get_by_role("tab", name="议事")).to_be_visible()


async def test_the_group_is_the_same_on_every_phone(page: Page) -> None:
    wang, li = phone(page, "王奶奶"), phone(page, "小李")
    await wang.get_by_role("tab", name="阳光社区").click()
    await li.get_by_role("tab", name="阳光社区").click()
    await says(wang, "谁家的伞")
    for place in (li, phone(page, "阳光社区")):
        await expect(log(place).get_by_text("谁家的伞", exact=True)).to_be_visible()
        await expect(log(place)).to_contain_text("王奶奶")


async def test_a_message_elsewhere_marks_the_tab(page: Page) -> None:
    li = phone(page, "小李")
    await button(li, "开始 START").click()
    await says(phone(page, "阳光社区"), "开会了")
    await expect(li.get_by_role("tab", name=re.compile("阳光社区.*有新消息"))).to_be_visible()
    await li.get_by_role("tab", name=re.compile("阳光社区")).click()
    await expect(li.get_by_label("有新消息")).to_have_count(0)


async def test_a_reply_keyboard_key_and_an_inline_button_with_an_alert(page: Page) -> None:
    wang = phone(page, "王奶奶")
    await button(wang, "开始 START").click()
    await button(wang, "反映问题").click()
    await expect(button(wang, "已截止")).to_be_disabled()
    await button(wang, "记下").click()
    alert = wang.get_by_role("alertdialog")
    await expect(alert).to_contain_text("已记下")
    await button(alert, "好的").click()
    await expect(alert).to_have_count(0)


async def test_an_edited_message_changes_in_place_and_disturbs_nobody(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await button(li, "反映问题").click()
    await expect(button(li, "改一改")).to_be_visible()
    articles = await log(li).get_by_role("article").count()
    await li.get_by_label("说点什么").fill("还没写完")
    await button(li, "改一改").click()
    await expect(log(li)).to_contain_text("请再说一次")
    await expect(log(li)).to_contain_text("已修改")
    await expect(log(li)).not_to_contain_text("请说说是什么事")
    await expect(li.get_by_role("status")).to_contain_text("改好了")
    await expect(log(li).get_by_role("article")).to_have_count(articles)
    await expect(li.get_by_label("说点什么")).to_have_value("还没写完")
    await expect(button(li, "改一改")).to_be_focused()


async def test_a_deep_link_in_the_group_opens_the_private_chat(page: Page) -> None:
    li = phone(page, "小李")
    await li.get_by_role("tab", name="阳光社区").click()
    await says(li, "反映问题")
    await button(li, "去私聊").click()
    await expect(li.get_by_role("tab", name="议事")).to_have_attribute("aria-selected", "true")
    await expect(log(li)).to_contain_text("您好 lamp")


async def test_a_photo_shows(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await button(li, "看照片").click()
    picture = li.get_by_role("img", name="3号楼的路灯")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("naturalWidth", 8)


async def test_attached_samples_are_sent(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    for choice, shown in (
        ("示例照片", li.get_by_role("img", name="照片")),
        ("示例语音", li.locator("audio")),
        ("我的位置", log(li).get_by_text("31.23040, 121.47370")),
    ):
        await button(li, "添加").click()
        await button(li, choice).click()
        await expect(shown).to_be_visible()


async def test_html_in_a_message_stays_text(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    nasty = "<img src=x onerror=alert(1)><b>粗</b><script>1</script>"
    await says(li, nasty)
    await expect(log(li).get_by_text(nasty, exact=True)).to_be_visible()
    assert await log(li).locator("img, b, script").count() == 0


async def test_reply_correct_and_forward(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await says(li, "路灯坏了")
    mine = log(li).get_by_role("article").filter(has=page.get_by_text("路灯坏了", exact=True))
    await mine.click(button="right")
    await button(li, "修改").click()
    await says(li, "路灯又坏了")
    await expect(log(li).get_by_text("路灯又坏了", exact=True)).to_be_visible()
    answer = log(li).get_by_role("article").filter(has_text="听到了：路灯坏了")
    await answer.click(button="right")
    await button(li, "回复").click()
    await says(li, "谢谢")
    await expect(log(li).locator("blockquote")).to_contain_text("听到了：路灯坏了")
    for said, sender in (("路灯又坏了", "小李"), ("听到了：路灯坏了", "议事")):
        await log(li).get_by_role("article").filter(has_text=said).first.click(button="right")
        await button(li, "转发").click()
        await button(li, "阳光社区").click()
        await expect(log(phone(page, "阳光社区"))).to_contain_text(f"转发自 {sender}")


async def test_an_ephemeral_message_is_on_one_phone_only(page: Page) -> None:
    wang, li = phone(page, "王奶奶"), phone(page, "小李")
    for place in (wang, li):
        await place.get_by_role("tab", name="阳光社区").click()
    await says(wang, "悄悄说")
    await expect(log(wang).get_by_role("article").filter(has_text="只告诉您")).to_contain_text("仅您可见")
    await expect(log(li)).to_contain_text("悄悄说")
    await expect(log(li)).not_to_contain_text("只告诉您")


async def test_who_reads_earlier_messages_is_not_moved(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await says(li, "一行\n" * 60)
    await expect(log(li)).to_contain_text("听到了：一行")
    await log(li).evaluate("node => { node.scrollTop = 40 }")
    await expect(button(li, "到最新消息")).to_be_visible()
    await says(li, "又一条")
    await expect(log(li)).to_contain_text("听到了：又一条")
    await expect(log(li)).to_have_js_property("scrollTop", 40)
    await button(li, "到最新消息").click()
    await expect(button(li, "到最新消息")).to_be_hidden()


async def test_commands_are_listed_and_sent(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await button(li, "命令").click()
    await li.get_by_role("button", name=re.compile("从头开始")).click()
    await expect(button(log(li), "/start")).to_have_count(1)
    await expect(log(li).get_by_text("您好")).to_have_count(2)


async def test_blocking_the_bot_and_back(page: Page) -> None:
    li = phone(page, "小李")
    await begins(li)
    await button(li, "更多操作").click()
    await button(li, "停用机器人").click()
    await button(li, "重新启用机器人").click()
    await says(li, "我回来了")
    await expect(log(li)).to_contain_text("听到了：我回来了")


async def test_the_buttons_move_the_clock(page: Page) -> None:
    clock = page.get_by_role("group", name="时钟")
    await expect(clock).to_contain_text("11月22日 星期日 19:00")
    for key, then in (
        ("+1小时", "11月22日 星期日 20:00"),
        ("明早8点", "11月23日 星期一 08:00"),
        ("下周三19:00", "11月25日 星期三 19:00"),
        ("下周三19:00", "12月2日 星期三 19:00"),
    ):
        await button(clock, key).click()
        await expect(clock).to_contain_text(then)
    await button(clock, "让时间走").click()
    await expect(button(clock, "停住时间")).to_be_visible()


async def test_faults_are_injected_and_cleared(page: Page) -> None:
    await page.get_by_text("故障", exact=True).first.click()
    await page.get_by_label("次数").fill("2")
    await button(page, "注入").click()
    waiting = page.get_by_role("list", name="故障")
    await expect(waiting).to_contain_text("限流 429")
    await expect(waiting).to_contain_text("×2")
    await button(page, "清除故障").click()
    await expect(waiting).to_contain_text("没有故障在等")


async def test_large_print_is_larger(page: Page) -> None:
    sizes = [
        await phone(page, name).evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
        for name in ("王奶奶", "小李")
    ]
    assert sizes[0] >= 1.3 * sizes[1]


async def test_a_small_screen_shows_one_phone_and_everything_fits(page: Page) -> None:
    await page.set_viewport_size({"width": 360, "height": 740})
    wang, li = phone(page, "王奶奶"), phone(page, "小李")
    await page.get_by_role("navigation").get_by_role("button", name="王奶奶").click()
    await expect(li).to_be_hidden()
    await begins(wang)
    await button(wang, "反映问题").click()
    await expect(button(wang, "去私聊")).to_be_visible()
    await button(page, "调时间").click()
    await expect(button(page, "+1小时")).to_be_in_viewport()
    assert await page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert await page.evaluate(OVERFLOWING) == []
    assert await page.evaluate(SMALL_TARGETS) == []


async def test_english_for_those_who_read_english(page: Page, playground: Playground) -> None:
    await page.goto(f"{playground.url}/?lang=en")
    await expect(button(phone(page, "小李"), "START")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
