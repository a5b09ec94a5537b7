"""A bot of a few lines for the page's tests: plain HTTP, no framework."""

from base64 import b64decode
from typing import Any

import aiohttp

TOKEN = "1:PAGE"
# A grey picture of 8 × 6 pixels.
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAAAAADbboAnAAAADklEQVR4nGNogAIGUhgAiFQYAY4FvR4AAAAASUVORK5CYII=")
KEYS = {"keyboard": [[{"text": "反映问题"}], [{"text": "看照片"}]], "resize_keyboard": True}
BUTTONS = {
    "inline_keyboard": [
        [{"text": "记下", "callback_data": "alert", "style": "primary"}],
        [{"text": "改一改", "callback_data": "edit"}, {"text": "已截止", "disabled": {}}],
        [{"text": "去私聊", "url": "https://t.me/yishi_bot?start=lamp"}],
    ]
}


class SmallBot:
    """A bot that answers what the tests say and tap; plain HTTP, like any bot."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url}/bot{TOKEN}"

    async def call(self, method: str, **params: Any) -> Any:
        """A method's result."""
        async with self._session.post(f"{self._url}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def run(self) -> None:
        """Poll and answer until cancelled."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                if "message" in update:
                    await self._read(update["message"])
                elif "callback_query" in update:
                    await self._tapped(update["callback_query"])

    async def _read(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text == "看照片":
            form = aiohttp.FormData({"chat_id": str(chat), "caption": "3号楼的路灯"})
            form.add_field("photo", PICTURE, filename="lamp.png", content_type="image/png")
            async with self._session.post(f"{self._url}/sendPhoto", data=form) as response:
                assert response.status == 200
        elif text == "反映问题":
            await self.call("sendMessage", chat_id=chat, text="请说说是什么事", reply_markup=BUTTONS)
        elif text == "悄悄说":
            only = {"receiver_user_id": message["from"]["id"]}
            await self.call("sendMessage", chat_id=chat, text="只告诉您", ephemeral_message_parameters=only)
        elif text.startswith("/start"):
            await self.call("sendMessage", chat_id=chat, text=f"您好 {text[7:]}".strip(), reply_markup=KEYS)
        elif text:
            await self.call("sendMessage", chat_id=chat, text=f"听到了：{text}")

    async def _tapped(self, query: dict[str, Any]) -> None:
        message = query["message"]
        if query["data"] == "edit":
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.call("editMessageText", **where, text="请再说一次", reply_markup=BUTTONS)
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text="改好了")
        else:
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text="已记下", show_alert=True)
