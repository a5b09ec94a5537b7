"""Who is asked about somebody without a code, and what that person is told."""

from collections.abc import Sequence

from bot.admission import views
from bot.admission.model import Admission, AdmissionAsked, AdmissionDecided, Verdict
from bot.delivery.model import Board, Post, Priority, considerate
from bot.kit.people import Reader
from bot.kit.words import words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def show_cards(uow: UnitOfWork, event: AdmissionAsked | AdmissionDecided) -> None:
    """The building's liaisons, else the moderators, have one card each; it shows how things are."""
    address = event.address if isinstance(event, AdmissionDecided) else ""
    for reader in _who_know(uow, event.admission):
        card = views.card(words_for(reader, uow.settings.zone), event.admission, address)
        due_at = considerate(uow.now, uow.settings)
        uow.outbox.show(Board(f"admission-{event.admission.id}", reader.telegram_id, card.params(), due_at))


def tell_who_asked(uow: UnitOfWork, event: AdmissionDecided) -> None:
    """Who came in by a code knows it already."""
    admission = event.admission
    if admission.verdict is Verdict.BY_CODE:
        return
    reader = uow.residents.reader(admission.telegram_id, admission.community)
    say = words_for(reader, uow.settings.zone)
    admitted = admission.verdict is Verdict.ADMITTED
    shown = views.welcome(say, admission, event.address) if admitted else views.not_known(say, admission)
    cause = f"admission-{admission.id}-decided"
    uow.outbox.put(Post(cause, reader.telegram_id, shown.params(), uow.now, priority=Priority.REPLY))


def _who_know(uow: UnitOfWork, admission: Admission) -> Sequence[Reader]:
    liaisons = uow.roles.holders(admission.community, Role.LIAISON, admission.building)
    return liaisons or uow.roles.holders(admission.community, Role.MODERATOR)
