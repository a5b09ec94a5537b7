"""街道回复: what the sub-district office says of a concern. It is kept and read, and changes nothing else."""

from dataclasses import replace

from bot.concerns.forms import OfficialWord
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.events import OfficialReply
from bot.concerns.model.life import Entry
from bot.concerns.model.refusals import NoDraft, NothingSaid
from bot.concerns.model.told import Told
from bot.concerns.service.deeds import check_length
from bot.concerns.service.staff import allowed
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Act
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str, concern: ConcernId) -> OfficialWord:
    """Ask for the words. Raises `NoConcern`, `NotAllowed`."""
    found = to_reply(uow, reader, concern)
    before = uow.conversations.form(place)
    if uow.repeated and isinstance(before, OfficialWord) and before.key == key:
        return before
    form = OfficialWord(key, found.id, found.number)
    uow.conversations.keep(place, form)
    return form


def to_reply(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """Raises `NoConcern`, `NotAllowed`."""
    return allowed(uow, reader, concern, Act.REPLY_OFFICIALLY)


def hear(uow: UnitOfWork, reader: Reader, place: Place, key: str, words: str) -> OfficialWord:
    """The words, to be read back; none, to be asked anew.

    Raises `NoDraft`, `NotAllowed`, `TooLong`.
    """
    form = draft(uow, place, key)
    to_reply(uow, reader, form.concern)
    check_length(uow, Told(words))
    told = replace(form, words=words)
    if not uow.repeated:
        uow.conversations.keep(place, told)
    return told


def say(uow: UnitOfWork, reader: Reader, place: Place, key: str, concern: ConcernId) -> Concern:
    """It is right as it was read back; the second tap finds no draft.

    Raises `NoConcern`, `NotAllowed`, `NoDraft`, `NothingSaid`.
    """
    found = to_reply(uow, reader, concern)
    if uow.repeated:
        return found
    form = draft(uow, place, key)
    if form.concern != found.id:
        raise NoDraft
    if not form.words.strip():
        raise NothingSaid
    uow.conversations.keep(place, None)
    line = uow.concerns.note(found, Entry.OFFICIAL, reader.telegram_id, uow.now, form.words)
    uow.record(OfficialReply(found, line))
    return found


def draft(uow: UnitOfWork, place: Place, key: str) -> OfficialWord:
    """The open one with this key. Raises `NoDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, OfficialWord) or form.key != key:
        raise NoDraft
    return form
