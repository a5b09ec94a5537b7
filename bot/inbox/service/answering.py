"""One answer for many concerns, and ready answers for one."""

from dataclasses import replace

from bot.concerns.model.concern import Concern, ConcernId, Staff
from bot.concerns.model.deadline import Times
from bot.concerns.model.events import ConcernSaid
from bot.concerns.model.life import SILENT, Deed
from bot.inbox.forms import AnsweringMany, AnsweringOne
from bot.inbox.model import AT_ONCE, Answered, Filter, NothingToAnswer, SentBefore
from bot.inbox.service.canned import checked, ready
from bot.inbox.service.reach import allowed, asked
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Act
from bot.unit_of_work import UnitOfWork


def begin_many(uow: UnitOfWork, reader: Reader, place: Place, only: Filter, key: str) -> AnsweringMany:
    """Wait for the words that answer all of what is shown and unanswered. Raises `NothingToAnswer`, `NotAllowed`."""
    if uow.repeated:
        return open_many(uow, place, key)
    wanted = replace(asked(uow, reader, Act.ANSWER_CONCERN, only), unanswered=True)
    form = AnsweringMany(key, tuple(concern.id for concern in uow.inboxes.concerns(wanted, AT_ONCE)))
    if not form.concerns:
        raise NothingToAnswer
    uow.conversations.keep(place, form)
    return form


def write_many(uow: UnitOfWork, place: Place, key: str, words: str) -> AnsweringMany:
    """Keep the words until they are agreed to. Raises `SentBefore`, `NothingSaid`, `TooLongForMany`."""
    written = replace(open_many(uow, place, key), words=checked(uow, words))
    uow.conversations.keep(place, written)
    return written


def use_for_many(uow: UnitOfWork, place: Place, key: str, canned: int) -> AnsweringMany:
    """The same with a ready answer. Raises `SentBefore`, `NoCanned`."""
    first = uow.concerns.with_id(open_many(uow, place, key).concerns[0])
    return write_many(uow, place, key, ready(uow, first.community, canned).words)


def send_many(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Answered:
    """Answer them; those whom somebody else has answered by now are left as they are.

    Raises `SentBefore`, `NotAllowed`.
    """
    form = open_many(uow, place, key)
    if not form.words:
        raise SentBefore
    uow.conversations.keep(place, None)
    found = [allowed(uow, reader, number, Act.ANSWER_CONCERN) for number in form.concerns]
    unanswered = [concern for concern in found if concern.state in SILENT]
    for concern in unanswered:
        _answer(uow, reader, concern, form.words)
    return Answered(len(unanswered), len(found) - len(unanswered))


def use_canned(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId, canned: int) -> AnsweringOne:
    """A ready answer is read back before it goes out. Raises `NoCanned`, `Closed`, `NoConcern`, `NotAllowed`."""
    found = allowed(uow, reader, concern, Act.ANSWER_CONCERN)
    found.moved(Deed.ANSWER, _times(uow))
    form = AnsweringOne(found.id, found.number, ready(uow, found.community, canned).words)
    uow.conversations.keep(place, form)
    return form


def write_one(uow: UnitOfWork, place: Place, words: str) -> AnsweringOne:
    """Other words than those that were ready. Raises `SentBefore`, `NothingSaid`, `TooLongForMany`."""
    written = replace(_one(uow, place), words=checked(uow, words))
    uow.conversations.keep(place, written)
    return written


def send_one(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId) -> Concern:
    """It was read back: send it. Raises `SentBefore`, `Closed`, `NoConcern`, `NotAllowed`."""
    form = _one(uow, place)
    if form.concern != concern:
        raise SentBefore
    uow.conversations.keep(place, None)
    return _answer(uow, reader, allowed(uow, reader, concern, Act.ANSWER_CONCERN), form.words)


def _answer(uow: UnitOfWork, reader: Reader, concern: Concern, words: str) -> Concern:
    by = Staff(reader.telegram_id, reader.name)
    after = concern.said(Deed.ANSWER, by, _times(uow), words=words)
    uow.concerns.save(after)
    line = uow.concerns.note(after, Deed.ANSWER, reader.telegram_id, uow.now, words)
    uow.record(ConcernSaid(after, line, Deed.ANSWER, by, words))
    return after


def open_many(uow: UnitOfWork, place: Place, key: str) -> AnsweringMany:
    """What is being written under this key. Raises `SentBefore`."""
    form = uow.conversations.form(place)
    if not isinstance(form, AnsweringMany) or form.key != key:
        raise SentBefore
    return form


def _one(uow: UnitOfWork, place: Place) -> AnsweringOne:
    form = uow.conversations.form(place)
    if not isinstance(form, AnsweringOne):
        raise SentBefore
    return form


def _times(uow: UnitOfWork) -> Times:
    return Times(uow.now, uow.settings.response, uow.settings.zone)
