"""`python -m bot roll …`: for whoever sits at the community's own machine, so that no name need pass over Telegram."""

import asyncio
import re
from html import unescape

from bot.kit.people import CommunityId
from bot.kit.refusals import Refused
from bot.kit.screens import Screen
from bot.kit.town import Town
from bot.kit.words import Words
from bot.roll import fault_views, service, views
from bot.roll.files.reading import read
from bot.roll.files.writing import as_csv, as_xlsx
from bot.roll.model import RollFile
from bot.roll.plan import Offer
from bot.roll.service import TERMINAL
from bot.unit_of_work import UnitOfWork

_TAG = re.compile("<[^>]*>")


async def bring_in(town: Town, say: Words, content: bytes, *, apply: bool) -> tuple[bool, str]:
    """Whether the file can be taken, and what it changes. Who has joined and is not in it stays.

    Raises `NoCommunity`.
    """
    community = await town.ask(service.the_community)
    try:
        file = await asyncio.to_thread(read, content, await town.ask(service.most_rows))
    except Refused as refusal:
        return False, _plain(fault_views.EXPLANATIONS[type(refusal)](say, refusal))
    if not apply:
        return True, _plain(views.preview(say, await town.ask(service.preview_in, community, file.roll), file.unused))
    return True, _plain(views.applied(say, await town.do(_apply_at_once, None, community, file)))


async def give_out(town: Town, say: Words, *, xlsx: bool) -> bytes:
    """The roll as a file. Raises `NoCommunity`."""
    community = await town.ask(service.the_community)
    units = await town.ask(service.units_of, community)
    return (as_xlsx if xlsx else as_csv)(units, say.language)


def _apply_at_once(uow: UnitOfWork, community: CommunityId, file: RollFile) -> Offer:
    offer = service.offer_in(uow, community, TERMINAL, file.roll)
    return service.apply_in(uow, community, offer.id)


def _plain(shown: Screen) -> str:
    return unescape(_TAG.sub("", shown.text))
