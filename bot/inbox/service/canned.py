"""The answers that a community keeps ready."""

from collections.abc import Sequence

from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.refusals import NothingSaid
from bot.inbox.forms import AddingCanned
from bot.inbox.model import Filter, NoCanned, SentBefore, TooLongForMany, TooManyCanned
from bot.inbox.service.reach import asked, may_anything
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Act, permit_somewhere
from bot.unit_of_work import UnitOfWork


def kept(uow: UnitOfWork, reader: Reader) -> tuple[Sequence[CannedAnswer], bool]:
    """All of them, and whether `reader` may change the list. Raises `NotAllowed`."""
    community = asked(uow, reader, Act.ANSWER_CONCERN, Filter()).community
    return uow.canned.all(community), may_anything(uow, reader, Act.MANAGE_CANNED)


def begin(uow: UnitOfWork, reader: Reader, place: Place) -> None:
    """Wait for the words of a new one. Raises `TooManyCanned`, `NotAllowed`."""
    _check_room(uow, _managed(uow, reader))
    uow.conversations.keep(place, AddingCanned())


def add(uow: UnitOfWork, reader: Reader, place: Place, words: str) -> Sequence[CannedAnswer]:
    """The same words twice are one. Raises `TooManyCanned`, `NothingSaid`, `TooLongForMany`, `NotAllowed`."""
    community = _managed(uow, reader)
    if not isinstance(uow.conversations.form(place), AddingCanned):
        raise SentBefore
    words = checked(uow, words)
    if all(known.words != words for known in uow.canned.all(community)):
        _check_room(uow, community)
        uow.canned.add(community, words)
    uow.conversations.keep(place, None)
    return uow.canned.all(community)


def remove(uow: UnitOfWork, reader: Reader, canned: int) -> Sequence[CannedAnswer]:
    """Twice is once. Raises `NotAllowed`."""
    community = _managed(uow, reader)
    if any(known.id == canned for known in uow.canned.all(community)):
        uow.canned.remove(canned)
    return uow.canned.all(community)


def ready(uow: UnitOfWork, community: CommunityId, canned: int) -> CannedAnswer:
    """One of this community's. Raises `NoCanned`."""
    found = uow.canned.get(canned)
    if found.community != community:
        raise NoCanned
    return found


def checked(uow: UnitOfWork, words: str) -> str:
    """Words that are used many times. Raises `NothingSaid`, `TooLongForMany`."""
    most = uow.settings.inbox.canned_characters
    if not words.strip():
        raise NothingSaid
    if len(words.strip()) > most:
        raise TooLongForMany(most)
    return words.strip()


def _managed(uow: UnitOfWork, reader: Reader) -> CommunityId:
    held = uow.roles.of(reader)
    permit_somewhere(held, Act.MANAGE_CANNED)
    return held[0].community


def _check_room(uow: UnitOfWork, community: CommunityId) -> None:
    most = uow.settings.inbox.canned_answers
    if len(uow.canned.all(community)) >= most:
        raise TooManyCanned(most)
