"""What people hear of their points without asking, and what the group reads of who gave them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.delivery.model import Board, Post, considerate
from bot.groups.model import Purpose
from bot.kit.events import PersonForgotten
from bot.kit.people import Reader
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.points import deed_views, notice_views
from bot.points.model.deed import Deed, DeedId, Verdict
from bot.points.model.events import BudgetSpent, DeedDecided, DeedTold, PointsPaid, PointsTakenBack
from bot.points.model.ledger import Entry, Kind, Owner
from bot.reports.model.events import WeekOver
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def thank(uow: UnitOfWork, event: PointsPaid) -> None:
    """Who was given points by somebody, or of whom somebody said that they earned them; the rest is in the list."""
    entry, owner = event.entry, event.to
    if entry.giver is None or owner.kind is not Kind.PERSON:
        return
    name = uow.residents.called(owner.community, uow.ledger.owner(entry.giver).holder)
    balance = uow.ledger.balance(owner)
    _tell(uow, owner, entry, lambda say: notice_views.thanks(say, entry, name, balance))


def tell_taken_back(uow: UnitOfWork, event: PointsTakenBack) -> None:
    """Whose line was put right."""
    if event.earner.kind is Kind.PERSON:
        _tell(uow, event.earner, event.entry, lambda say: notice_views.taken_back(say, event.entry))


def tell_budget_spent(uow: UnitOfWork, event: BudgetSpent) -> None:
    """Moderators, once a month."""
    month = uow.ledger.this_month(event.community, Kind.BUDGET).holder
    for reader in uow.roles.holders(event.community, Role.MODERATOR):
        shown = notice_views.budget_spent(words_for(reader, uow.settings.zone))
        _post(uow, f"points-budget-{event.community}-{month}-{reader.telegram_id}", reader.telegram_id, shown)


def publish_awards(uow: UnitOfWork, event: WeekOver) -> None:
    """The whole group reads once a week how much each moderator gave (the field notes' answer to favouritism)."""
    span = event.week.span
    given = uow.point_books.awarded(event.community, span.since, span.until)
    group = uow.groups.serving(event.community, Purpose.MAIN)
    if given and group is not None:
        named = [replace(one, name=uow.residents.called(event.community, one.giver)) for one in given]
        shown = notice_views.week_of_awards(words_for(Reader(0, ""), uow.settings.zone), named)
        ended = span.until.astimezone(uow.settings.zone).date()
        _post(uow, f"points-week-{event.community}-{ended}", group.chat_id, shown)


def _tell(uow: UnitOfWork, owner: Owner, entry: Entry, shown: Callable[[Words], Screen]) -> None:
    """A person, with a cause that goes when they do."""
    if owner.holder < 0:  # forgotten meanwhile
        return
    account = uow.ledger.account(owner).id
    reader = uow.residents.reader(owner.holder, owner.community)
    _post(uow, f"points-{account}-entry-{entry.id}", owner.holder, shown(words_for(reader, uow.settings.zone)))


def _post(uow: UnitOfWork, cause: str, chat_id: int, shown: Screen) -> None:
    uow.outbox.put(Post(cause, chat_id, shown.params(), considerate(uow.now, uow.settings)))


def show_deed(uow: UnitOfWork, event: DeedTold | DeedDecided) -> None:
    """The building's liaisons, else the moderators, have a card each; nobody confirms their own."""
    deed = event.deed
    for reader in _who_see_to(uow, deed):
        card = deed_views.card(words_for(reader, uow.settings.zone), deed)
        due_at = considerate(uow.now, uow.settings)
        uow.outbox.show(Board(f"deed-{deed.id}", reader.telegram_id, card.params(), due_at))


def tell_of_deed(uow: UnitOfWork, event: DeedDecided) -> None:
    """Who did it."""
    deed = event.deed
    say = words_for(uow.residents.reader(deed.doer, deed.community), uow.settings.zone)
    refused = deed.verdict is Verdict.NO
    shown = deed_views.not_confirmed(say, deed) if refused else deed_views.confirmed(say, deed, event.paid)
    _post(uow, f"deed-{deed.id}-decided", deed.doer, shown)


def cover_deeds(uow: UnitOfWork, event: PersonForgotten) -> None:
    """Cards about who was forgotten say so."""
    for number in event.about("deed"):
        for chat in uow.outbox.boards(f"deed-{number}"):
            deed = uow.good_deeds.get(DeedId(number))
            shown = deed_views.card(words_for(Reader(0, ""), uow.settings.zone), deed)
            uow.outbox.show(Board(f"deed-{number}", chat, shown.params(), uow.now))


def publish_sorting(uow: UnitOfWork, event: WeekOver) -> None:
    """The weekly board of the buildings (row R081): rates, and no household."""
    span, zone = event.week.span, uow.settings.zone
    since, until = (moment.astimezone(zone).date() for moment in (span.since, span.until))
    rates = uow.good_deeds.sorting(event.community, since, until)
    group = uow.groups.serving(event.community, Purpose.MAIN)
    if rates and group is not None:
        shown = deed_views.week_of_sorting(words_for(Reader(0, ""), zone), rates)
        _post(uow, f"points-sorting-{event.community}-{until}", group.chat_id, shown)


def _who_see_to(uow: UnitOfWork, deed: Deed) -> Sequence[Reader]:
    liaisons = uow.roles.holders(deed.community, Role.LIAISON, deed.building)
    others = [reader for reader in liaisons if reader.telegram_id != deed.doer]
    moderators = uow.roles.holders(deed.community, Role.MODERATOR)
    return others or [reader for reader in moderators if reader.telegram_id != deed.doer]
