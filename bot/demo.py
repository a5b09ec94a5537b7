"""The first minute on the playground: those of the cast who have joined open the bot's chat, as people do."""

import aiohttp

from bot.sunshine import CAST


async def enter_cast(playground_url: str) -> None:
    """Let each of them press START, unless they did before. Talks to the playground's control interface."""
    async with aiohttp.ClientSession(f"{playground_url.rstrip('/')}/") as control:
        for character in CAST:
            person = f"control/people/{character.telegram_id}"
            async with control.get(f"{person}/screen", params={"limit": 1}) as answer:
                new = not (await answer.json())["messages"]
            if character.joined and new:
                (await control.post(f"{person}/start", json={})).release()
