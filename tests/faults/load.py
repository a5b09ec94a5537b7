"""What sixty neighbours and their moderator do in an evening, slice by slice: concerns, ballots, sign-ups, thanks."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.attendance.taps import Rsvp
from bot.booth.taps import CastHere
from bot.sunshine import CAST, GROUP
from bot.votes.model.vote import Vote
from tests import neighbours
from tests.faults.estate import NEIGHBOURS, NEXT_SITTING, name
from tests.street import Resident, Street

MODERATOR = 5000005
THANKS = 2
"""Points."""
VOTE_CARD, SIGN_UP_CARD = "我同意", "算我一个"


class Phones(Street):
    """What all of them are shown, alerts too."""

    def __init__(self) -> None:
        super().__init__()
        self.alerts: dict[int, list[str]] = defaultdict(list)

    async def _note(self, event: dict[str, Any]) -> None:
        if event["type"] == "answered" and event["alert"]["text"]:
            self.alerts[event["who"]].append(event["alert"]["text"])
        await super()._note(event)


@dataclass
class Evening:
    """What was done so far, and what of it was confirmed."""

    control: neighbours.Playground
    phones: Phones
    people: Sequence[int]
    """In the order in which they do something."""
    voted: list[int] = field(default_factory=list)
    signed_up: list[int] = field(default_factory=list)
    thanked: list[int] = field(default_factory=list)
    tellers: list[Resident] = field(default_factory=list)
    _telling: list[asyncio.Task[None]] = field(default_factory=list)

    async def opens(self, vote: Vote) -> None:
        """Everybody is there, and the group has the cards."""
        for character in CAST:
            if character.joined:
                await self.control.post(f"people/{character.telegram_id}/start")
        for number in NEIGHBOURS:
            await self.control.post("people", key=f"resident_{number}", first_name="居民", id=number)
            await self.control.post(f"people/{number}/start")
            await self.control.post(f"chats/{GROUP}/members", who=f"resident_{number}", status="member")
        await self._card(VOTE_CARD, CastHere(vote=vote.id, marks="a").pack())
        await self._card(SIGN_UP_CARD, Rsvp(sitting=NEXT_SITTING).pack())

    async def goes_on(self, part: int, of: int) -> None:
        """Do one of so many parts of all there is to do; nobody waits here for what comes of it."""
        for index in range(len(self.people) * part // of, len(self.people) * (part + 1) // of):
            person = self.people[index]
            await self.control.post(f"people/{person}/tap", button=VOTE_CARD, chat=GROUP)
            self.voted.append(person)
            await self.control.post(f"people/{person}/tap", button=SIGN_UP_CARD, chat=GROUP)
            self.signed_up.append(person)
            if index % 3 == 0:
                teller = Resident(person, self.phones.inboxes[person], self.control)
                self.tellers.append(teller)
                self._telling.append(asyncio.create_task(teller.tells()))
            elif index % 3 == 1:
                await self._thanks(person)

    @property
    def told(self) -> bool:
        """Whether everybody who told a concern has its number."""
        return all(task.done() for task in self._telling)

    async def ends(self) -> None:
        await asyncio.gather(*self._telling)
        for teller in self.tellers:
            teller.reads_on()

    async def _thanks(self, person: int) -> None:
        self.thanked.append(person)
        await self.control.post(f"people/{MODERATOR}/say", text=f"/award {name(person)} {THANKS} 扫了楼道")

    async def _card(self, label: str, data: str) -> None:
        markup = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}
        await self.control.call_bot("sendMessage", chat_id=GROUP, text=label, reply_markup=markup)


async def watch(phones: Phones, http: aiohttp.ClientSession, url: str) -> asyncio.Task[None]:
    """Follow the playground from now on; cancel it at the end."""
    ready = asyncio.Event()
    watching = asyncio.create_task(phones.watch(http, url, ready))
    await ready.wait()
    return watching
