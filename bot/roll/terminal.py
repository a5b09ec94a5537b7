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


async def bring_in(town: Town, say: Words, name: str | None, content: bytes, *, apply: bool) -> str:
    """What the file changes in the community of that name. Who has joined and is not in it stays.

    Raises `WhichCommunity`, and what `read` raises.
    """
    community = await town.ask(service.the_community, name)
    file = await asyncio.to_thread(read, content, await town.ask(service.most_rows))
    if not apply:
        return plain(views.preview(say, await town.ask(service.preview_in, community, file.roll), file.unused))
    return plain(views.applied(say, await town.do(_apply_at_once, None, community, file)))


async def give_out(town: Town, say: Words, name: str | None, *, xlsx: bool) -> bytes:
    """The roll as a file. Raises `WhichCommunity`."""
    community = await town.ask(service.the_community, name)
    units = await town.ask(service.units_of, community)
    return (as_xlsx if xlsx else as_csv)(units, say.language)


def explained(say: Words, refusal: Refused) -> str:
    """Why nothing was done."""
    return plain(fault_views.EXPLANATIONS[type(refusal)](say, refusal))


def _apply_at_once(uow: UnitOfWork, community: CommunityId, file: RollFile) -> Offer:
    offer = service.offer_in(uow, community, TERMINAL, file.roll)
    return service.apply_in(uow, community, offer.id)


def plain(shown: Screen) -> str:
    """A screen's words for a terminal."""
    return unescape(_TAG.sub("", shown.text))
