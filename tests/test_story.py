"""The story that Yishi begins with, through the playground's page in a real browser: the older resident only taps."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser import open_chromium
from tests.neighbours import Clock, Neighbourhood


@pytest.fixture
async def page(town: Neighbourhood) -> AsyncIterator[Page]:
    """The page as a phone shows it, in Chinese; whatever the console complains about fails the test."""
    async with open_chromium() as browser:
        opened = await _open(browser, town)
        complaints: list[str] = []
        opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        yield opened
        assert complaints == []


async def _open(browser: Browser, town: Neighbourhood) -> Page:
    context = await browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", has_touch=True)
    page = await context.new_page()
    await page.goto(town.playground.url)
    return page


async def phone_of(page: Page, name: str) -> Locator:
    """Take up somebody's phone."""
    await page.get_by_role("button", name=name, exact=True).first.click()
    return page.get_by_role("region", name=name)


async def tap(phone: Locator, label: str) -> None:
    """Tap the newest button with this label."""
    await phone.get_by_role("button", name=label, exact=True).last.click()


async def test_a_dark_stairwell_from_the_first_tap_to_the_last(page: Page, clock: Clock) -> None:
    grandma = await phone_of(page, "王秀英")
    await tap(grandma, "反映问题")
    await expect(grandma.get_by_text("请说说是什么事")).to_be_visible()
    await tap(grandma, "添加")
    await page.get_by_role("button", name="示例语音").click()
    await tap(grandma, "3号楼2单元")
    await clock.passes(seconds=5)
    await tap(grandma, "照明")
    await clock.passes(seconds=5)
    await tap(grandma, "对，就这样")
    await clock.passes(seconds=5)
    await expect(grandma.get_by_text("记下了，编号 #1")).to_be_visible()

    moderator = await phone_of(page, "林芳")
    await tap(moderator, "认领")
    await clock.passes(seconds=5)
    await tap(moderator, "回复")
    await moderator.get_by_role("textbox").fill("电工今天下午来换灯泡。")
    await moderator.get_by_role("textbox").press("Enter")
    await clock.passes(seconds=5)
    await tap(moderator, "办好了")
    await moderator.get_by_role("textbox").fill("灯泡换好了。")
    await moderator.get_by_role("textbox").press("Enter")
    await clock.passes(seconds=5)

    grandma = await phone_of(page, "王秀英")
    await expect(grandma.get_by_text("电工今天下午来换灯泡。")).to_be_visible()
    await expect(grandma.get_by_text("灯泡换好了。")).to_be_visible()
    await tap(grandma, "解决了")
    await expect(grandma.get_by_text("这件事办完了")).to_be_visible()
