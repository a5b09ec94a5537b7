"""Who hears of an inquiry: those who are asked, those who asked, and those above them when time has run out."""

from collections.abc import Callable, Iterable

from bot.delivery.model import Post, considerate
from bot.groups.model import Purpose
from bot.inquiries import notice_views
from bot.inquiries.model import (
    Inquiry,
    InquiryAnswered,
    InquiryAskedAgain,
    InquiryOpened,
    InquiryRunsOut,
    InquirySettled,
    Side,
)
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork

Show = Callable[[Words, Inquiry], Screen]


def ask(uow: UnitOfWork, event: InquiryOpened | InquiryAskedAgain) -> None:
    """Moderators, and whoever saw to the matter."""
    _nothing_of_dates_any_more(uow, event.inquiry)
    _tell(uow, event.inquiry, "asked", notice_views.asked, _asked(uow, event.inquiry))


def tell_supervisors(uow: UnitOfWork, event: InquiryAnswered) -> None:
    """All of them: who asked may be away, or a supervisor no more."""
    _nothing_of_dates_any_more(uow, event.inquiry)
    readers = uow.roles.holders(event.inquiry.community, Role.SUPERVISOR)
    _tell(uow, event.inquiry, "answered", notice_views.answer_came, readers)


def tell_who_answered(uow: UnitOfWork, event: InquirySettled) -> None:
    inquiry = event.inquiry
    them = {line.by for line in uow.inquiries.lines(inquiry.id) if line.side is Side.ANSWER and line.by}
    readers = [uow.residents.reader(one, inquiry.community) for one in sorted(them)]
    _tell(uow, inquiry, "settled", notice_views.it_will_do, readers)


def run_out(uow: UnitOfWork, event: InquiryRunsOut) -> None:
    """Before the date a reminder to those who are asked; after it supervisors and those above hear of it, too."""
    inquiry = event.inquiry
    if inquiry.look_at is not None:
        _tell(uow, inquiry, "date-near", notice_views.reminder, _asked(uow, inquiry))
        return
    above = [one for role in (Role.SUPERVISOR, Role.GOVERNMENT) for one in uow.roles.holders(inquiry.community, role)]
    _tell(uow, inquiry, "date-late", notice_views.late, [*above, *_asked(uow, inquiry)])
    if group := uow.groups.serving(inquiry.community, Purpose.MODERATORS):
        shown = notice_views.late_in_group(words_for(Reader(0, ""), uow.settings.zone), inquiry, uow.link)
        _post(uow, inquiry, "date-late", group.chat_id, shown)


def _asked(uow: UnitOfWork, inquiry: Inquiry) -> list[Reader]:
    readers = list(uow.roles.holders(inquiry.community, Role.MODERATOR))
    if inquiry.addressee is not None and inquiry.addressee not in {one.telegram_id for one in readers}:
        readers.append(uow.residents.reader(inquiry.addressee, inquiry.community))
    return readers


def _tell(uow: UnitOfWork, inquiry: Inquiry, why: str, show: Show, readers: Iterable[Reader]) -> None:
    for reader in {one.telegram_id: one for one in readers}.values():
        _post(uow, inquiry, why, reader.telegram_id, show(words_for(reader, uow.settings.zone), inquiry))


def _post(uow: UnitOfWork, inquiry: Inquiry, why: str, chat_id: int, shown: Screen) -> None:
    """Once for each turn of question and answer."""
    turn = len(uow.inquiries.lines(inquiry.id))
    cause = f"inquiry-{inquiry.id}-{why}-{turn}-{chat_id}"
    uow.outbox.put(Post(cause, chat_id, shown.params(), considerate(uow.now, uow.settings)))


def _nothing_of_dates_any_more(uow: UnitOfWork, inquiry: Inquiry) -> None:
    uow.outbox.withdraw_all(f"inquiry-{inquiry.id}-date-", uow.now)
