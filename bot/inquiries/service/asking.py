"""Asking, answering, asking again: written, read back, sent once."""

from dataclasses import replace

from bot.inquiries.forms import Deed, Writing
from bot.inquiries.model import (
    NEW,
    About,
    Inquiry,
    InquiryAnswered,
    InquiryAskedAgain,
    InquiryChanged,
    InquiryId,
    InquiryOpened,
    InquiryRunsOut,
    InquirySettled,
    Line,
    NoInquiryDraft,
    NoInquiryWords,
    Side,
    State,
    check_interest,
)
from bot.inquiries.service.interest import interested, whose
from bot.inquiries.service.looking import is_asked, look
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, NotAllowed, permit
from bot.unit_of_work import UnitOfWork

AT_ONCE = 50
"""So many clocks are looked at in one transaction."""


def write(uow: UnitOfWork, reader: Reader, place: Place, form: Writing) -> Writing:
    """Keep what is written so far. Raises what sending it would, as far as that is known by now."""
    _check(uow, reader, form)
    if len(form.words) > characters(uow):
        raise NoInquiryWords(characters(uow))
    uow.conversations.keep(place, form)
    return form


def send(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Inquiry:
    """Keep it, and tell those concerned; once for each key.

    Raises `NoInquiryDraft`, `NoInquiryWords`, `NotAllowed`, `OwnMatter`, `NoMatter`, and what the inquiry's state does.
    """
    if sent := uow.inquiries.with_key(key):
        return sent
    form = uow.conversations.form(place)
    if not isinstance(form, Writing) or form.key != key:
        raise NoInquiryDraft
    if not form.words:
        raise NoInquiryWords(characters(uow))
    event = _happens(uow, reader, form, _check(uow, reader, form))
    side = Side.ANSWER if form.deed is Deed.ANSWER else Side.QUESTION
    uow.inquiries.save(event.inquiry)
    uow.inquiries.say(event.inquiry.id, Line(side, key, reader.telegram_id, form.words, uow.now))
    uow.conversations.keep(place, None)
    uow.record(event)
    return event.inquiry


def settle(uow: UnitOfWork, reader: Reader, number: InquiryId) -> Inquiry:
    """The answer will do; twice is once. Raises `NoInquiry`, `NotAllowed`, `OwnMatter`, `NotAnswered`."""
    found = _supervised(uow, reader, number)
    if found.state is State.CLOSED:
        return found
    closed = found.closed()
    uow.inquiries.save(closed)
    uow.record(InquirySettled(closed))
    return closed


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget what was written under this key."""
    form = uow.conversations.form(place)
    if isinstance(form, Writing) and form.key == key:
        uow.conversations.keep(place, None)


def draft(uow: UnitOfWork, place: Place, key: str) -> Writing:
    """What is being written. Raises `NoInquiryDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, Writing) or form.key != key:
        raise NoInquiryDraft
    return form


def days(uow: UnitOfWork) -> int:
    """Within which an inquiry is to be answered."""
    return uow.settings.inquiries.answer_days


def characters(uow: UnitOfWork) -> int:
    return uow.settings.inquiries.characters


def see_to_dates(uow: UnitOfWork) -> bool:
    """Remind, and say aloud what is late; each once. Whether there may be more."""
    found = uow.inquiries.to_look_at(uow.now, AT_ONCE)
    for inquiry in found:
        seen = inquiry.looked_at(uow.now)
        uow.inquiries.save(seen)
        uow.record(InquiryRunsOut(seen))
    return len(found) == AT_ONCE


def _happens(uow: UnitOfWork, reader: Reader, form: Writing, before: Inquiry) -> InquiryChanged:
    match form.deed:
        case Deed.OPEN:
            return InquiryOpened(uow.inquiries.add(before))
        case Deed.AGAIN:
            return InquiryAskedAgain(before.asked_again(uow.now, uow.settings.inquiries))
        case Deed.ANSWER:
            return InquiryAnswered(before.answered(), reader.telegram_id)


def _check(uow: UnitOfWork, reader: Reader, form: Writing) -> Inquiry:
    """Whether the reader may write this; the inquiry as it stands, or as it will be opened."""
    match form.deed:
        case Deed.OPEN:
            return _new(uow, reader, form)
        case Deed.AGAIN:
            found = _supervised(uow, reader, form.inquiry)
            found.asked_again(uow.now, uow.settings.inquiries)
            return found
        case Deed.ANSWER:
            found = uow.inquiries.get(form.inquiry)
            if not is_asked(uow, reader, found):
                raise NotAllowed(Act.ANSWER_INQUIRY)
            found.answered()
            return found


def _new(uow: UnitOfWork, reader: Reader, form: Writing) -> Inquiry:
    look(uow, reader)
    if reader.community is None:
        raise NoCommunity
    matter = whose(uow, reader.community, About.FREE if form.needs_number else form.about, form.of)
    check_interest(reader.telegram_id, matter.owners)
    new = Inquiry(NEW, reader.community, 0, form.about, form.of, reader.telegram_id, matter.addressee, uow.now, uow.now)
    return new.began(uow.now, uow.settings.inquiries)


def _supervised(uow: UnitOfWork, reader: Reader, number: InquiryId) -> Inquiry:
    found = uow.inquiries.get(number)
    permit(uow.roles.of(replace(reader, community=found.community)), Act.OPEN_INQUIRY)
    check_interest(reader.telegram_id, interested(uow, found))
    return found
