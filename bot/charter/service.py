"""How a charter begins, is amended and is read (row R102)."""

from bot.agenda.model.events import WordingFrozen
from bot.agenda.model.item import Scope
from bot.charter.model import (
    CharterAmended,
    NoCharter,
    SharedRules,
    Values,
    Version,
    amended,
    changes,
    check_kept,
    values_of,
)
from bot.config import Community as Settings
from bot.kit.people import CommunityId, Reader
from bot.outcomes.model.events import OutcomeFinal
from bot.residents.model import CommunitySetUp
from bot.unit_of_work import UnitOfWork
from bot.votes.model.events import VoteOpened


def stand(uow: UnitOfWork, configured: Settings) -> None:
    """At each start: communities without a charter get their first version, and the others' is kept to.

    `configured`: as `config.yaml` has it. Raises `CharterBinds`.
    """
    for community in uow.residents.communities():
        check_settings(uow, community.id, configured)
        _begin(uow, community.id)


def begin(uow: UnitOfWork, event: CommunitySetUp) -> None:
    """The first version: the numbers as they are now."""
    _begin(uow, event.community.id)


def check_settings(uow: UnitOfWork, community: CommunityId, wanted: Settings) -> None:
    """Whoever wants to change settings asks here first. Raises `CharterBinds`."""
    check_kept(values_of(wanted), uow.charters.versions(community))


def check_wording(uow: UnitOfWork, event: WordingFrozen) -> None:
    """What an amendment changes is clear before the group reads it. Raises `AmendmentUnclear`, `SharedRules`."""
    if event.item.scope is Scope.CHARTER:
        _changes(uow, event.wording.words)


def check_vote(uow: UnitOfWork, event: VoteOpened) -> None:
    """The same of words that were frozen before the item was marked."""
    item = uow.agenda.get(event.vote.item, event.vote.community)
    if item.scope is Scope.CHARTER:
        _changes(uow, event.vote.words)


def amend(uow: UnitOfWork, event: OutcomeFinal) -> None:
    """A resolution about the charter is a new version of it, in the transaction in which it becomes final."""
    statement = event.statement
    vote = statement.vote
    if statement.resolution is None or uow.agenda.get(vote.item, vote.community).scope is not Scope.CHARTER:
        return
    before = uow.charters.versions(vote.community)[-1]
    changed = changes(vote.words, uow.settings)
    version = amended(before, changed, vote.words, uow.now, vote.id, statement.resolution.number)
    uow.charters.add(version)
    uow.record(CharterAmended(version))


def read(uow: UnitOfWork, reader: Reader) -> list[Version]:
    """All versions, the newest last. For anybody. Raises `NoCharter`."""
    community = reader.community or uow.residents.only_community()
    versions = list(uow.charters.versions(community)) if community is not None else []
    if not versions:
        raise NoCharter
    return versions


def _begin(uow: UnitOfWork, community: CommunityId) -> None:
    if not uow.charters.newest(community):
        uow.charters.add(Version(community, 1, values_of(uow.settings), "", uow.now))


def _changes(uow: UnitOfWork, words: str) -> Values:
    changed = changes(words, uow.settings)
    if changed and len(uow.residents.communities()) > 1:
        raise SharedRules
    return changed
