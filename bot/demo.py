"""The first minute on the playground: it is ten in the morning, and those of the cast who have joined say hello."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import aiohttp

from bot.sunshine import CAST

CURTAIN = time(10)
"""At night the bot would keep its messages until the morning, and a newcomer would see nothing happen."""


async def enter_cast(playground_url: str) -> None:
    """Let each of them press START, unless they did before. Talks to the playground's control interface."""
    async with aiohttp.ClientSession(f"{playground_url.rstrip('/')}/") as control:
        for character in CAST:
            person = f"control/people/{character.telegram_id}"
            async with control.get(f"{person}/screen", params={"limit": 1}) as answer:
                new = not (await answer.json())["messages"]
            if character.joined and new:
                (await control.post(f"{person}/start", json={})).release()


async def raise_curtain(playground_url: str, zone: ZoneInfo) -> None:
    """Set the playground's clock to ten in the morning of its day."""
    async with aiohttp.ClientSession(f"{playground_url.rstrip('/')}/") as control:
        async with control.get("control/clock") as answer:
            now = datetime.fromisoformat((await answer.json())["now"]).astimezone(zone)
        morning = datetime.combine(now.date(), CURTAIN, zone)
        (await control.post("control/clock", json={"set": morning.isoformat()})).release()
