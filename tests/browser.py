"""Debian's Chromium, for the tests of the page."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

INSTALL = "the page's tests need a browser: apt-get install chromium fonts-noto-cjk"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@asynccontextmanager
async def open_chromium() -> AsyncIterator[Browser]:
    """A browser; without Chromium the test is skipped aloud, and fails in CI."""
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI"):
        pytest.fail(INSTALL)
    if path is None:
        pytest.skip(INSTALL)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        await browser.close()
