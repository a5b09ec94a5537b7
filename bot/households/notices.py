"""What the members of a household are told; nobody else is."""

from bot.delivery.model import Post, considerate
from bot.households import views
from bot.households.model import (
    Mandate,
    RepresentationEnded,
    RepresentativeAccepted,
    RepresentativeProposed,
    RevocationAsked,
)
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.residents.model import Resident
from bot.unit_of_work import UnitOfWork


def ask_proposed(uow: UnitOfWork, event: RepresentativeProposed) -> None:
    """Whoever is proposed."""
    mandate = event.mandate
    by = uow.residents.resident(mandate.proposed_by).name
    nominee = uow.residents.resident(mandate.resident)
    _tell(uow, mandate, nominee, "asked", views.you_are_proposed(_say(uow, nominee), by, mandate.id))


def tell_accepted(uow: UnitOfWork, event: RepresentativeAccepted) -> None:
    """Everybody else of the household who has joined."""
    mandate = event.mandate
    name = uow.residents.resident(mandate.resident).name
    for member in _joined(uow, mandate):
        if member.id != mandate.resident:
            _tell(uow, mandate, member, "accepted", views.now_speaks(_say(uow, member), name))


def ask_second(uow: UnitOfWork, event: RevocationAsked) -> None:
    """The other members; the representative hears of it when it has ended."""
    mandate = event.mandate
    speaker = uow.residents.resident(mandate.resident).name
    by = next(member.name for member in _joined(uow, mandate) if member.id == mandate.against)
    for member in _joined(uow, mandate):
        if member.id not in (mandate.resident, mandate.against):
            shown = views.shall_it_end(_say(uow, member), by, speaker, mandate.id)
            _tell(uow, mandate, member, f"against-{mandate.against}", shown)


def tell_ended(uow: UnitOfWork, event: RepresentationEnded) -> None:
    """Everybody of the household, the former representative too."""
    name = uow.residents.resident(event.mandate.resident).name
    for member in _joined(uow, event.mandate):
        _tell(uow, event.mandate, member, "ended", views.no_longer_speaks(_say(uow, member), name))


def _joined(uow: UnitOfWork, mandate: Mandate) -> list[Resident]:
    return [one for one in uow.residents.household_members(mandate.household) if one.person is not None]


def _say(uow: UnitOfWork, member: Resident) -> Words:
    return words_for(uow.residents.reader(member.person or 0, member.household.community), uow.settings.zone)


def _tell(uow: UnitOfWork, mandate: Mandate, member: Resident, what: str, shown: Screen) -> None:
    if member.person is not None:
        cause = f"mandate-{mandate.id}-{what}-{member.id}"
        uow.outbox.put(Post(cause, member.person, shown.params(), considerate(uow.now, uow.settings)))
