"""A committee's month reaches its members, and those who moderate."""

from bot.committees import month_views
from bot.committees.model import CommitteeReported
from bot.delivery.model import Post, considerate
from bot.kit.words import words_for
from bot.reports.model.dates import written
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def send_month(uow: UnitOfWork, event: CommitteeReported) -> None:
    """Once to each, whatever else they hold."""
    month, settings = event.month, uow.settings_of(event.month.community)
    members = {one.telegram_id for one in uow.roles.on_committee(month.community, month.committee)}
    told = [one for one in uow.roles.holders(month.community, Role.COMMITTEE_MEMBER) if one.telegram_id in members]
    for reader in dict.fromkeys([*told, *uow.roles.holders(month.community, Role.MODERATOR)]):
        shown = month_views.ready(words_for(reader, settings.zone), month).params()
        cause = f"committee-month-{month.committee}-{written(month.month)}-{reader.telegram_id}"
        uow.outbox.put(Post(cause, reader.telegram_id, shown, considerate(uow.now, settings)))
