"""What is half said of a vote that is to be opened, from the first tap to the read-back."""

from collections.abc import Callable

from bot.agenda.model.item import ItemId, Scope
from bot.agenda.model.options import check_options, options_of
from bot.agenda.model.refusals import WordsUnfit
from bot.booth.forms import Opening
from bot.booth.model.offers import NoVoteDraft, Offers
from bot.config import VoteRules
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.unit_of_work import UnitOfWork
from bot.votes.model.any_rule import AnyRule
from bot.votes.model.card import tells_something
from bot.votes.model.matters import among, of_owners, yes_no
from bot.votes.model.owners import majority_for
from bot.votes.model.period import ends
from bot.votes.model.refusals import CardMissing, NotVotable
from bot.votes.model.rule import AGAINST_ALL, Kind
from bot.votes.model.vote import Motion, Secrecy, Vote
from bot.votes.service import opening
from bot.votes.service.deciding import managed_community

Change = Callable[[Opening], Opening]
ROW = 100
"""Characters of each row of the options card."""


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str, item: ItemId) -> Opening:
    """Ask about a vote on this item. Raises `NotVotable`, `OptionsUnclear`, and what `opening.to_open` raises."""
    draft = uow.conversations.form(place)
    if uow.repeated and isinstance(draft, Opening):
        return draft
    community = managed_community(uow, reader)
    votable = opening.to_open(uow, reader)
    if votable is None or votable.item.id != item or votable.item.scope is None:
        raise NotVotable(uow.agenda.get(item, community).number)
    words = votable.wording.words
    check_options(words)
    return _keep(uow, place, Opening(key, item, votable.item.scope, options_of(words)))


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, change: Change) -> Opening:
    """Say more of the draft with this key.

    Raises `NoVoteDraft`, `WordsUnfit`, `CardMissing`, `NotAllowed`.
    """
    managed_community(uow, reader)
    found = open_draft(uow, place, key)
    if uow.repeated:
        return found
    told = change(found)
    _check(told)
    return _keep(uow, place, told)


def open_draft(uow: UnitOfWork, place: Place, key: str) -> Opening:
    """Raises `NoVoteDraft`."""
    found = uow.conversations.form(place)
    if not isinstance(found, Opening) or found.key != key:
        raise NoVoteDraft
    return found


def offers(uow: UnitOfWork, reader: Reader, draft: Opening) -> Offers:
    """What stands on the buttons of its next question. Raises as `managed_community` does."""
    community = managed_community(uow, reader)
    rule = rule_of(draft, uow.settings.votes) if draft.question is None else None
    item = uow.agenda.get(draft.item, community)
    return Offers(item, uow.residents.buildings(community), ends(uow.now, uow.settings), rule)


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key, if it is still open."""
    found = uow.conversations.form(place)
    if isinstance(found, Opening) and found.key == key:
        uow.conversations.keep(place, None)


def open_now(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Vote:
    """The draft is right: the vote begins. Once for each key. Raises `NoVoteDraft`, and as `opening.open_vote` does."""
    community = managed_community(uow, reader)
    if (known := uow.votes.with_key(key)) is not None and known.community == community:
        return known
    draft = open_draft(uow, place, key)
    vote = opening.open_vote(uow, reader, key, _motion(draft, uow.settings.votes))
    uow.conversations.keep(place, None)
    return vote


def rule_of(draft: Opening, rules: VoteRules) -> AnyRule:
    """The rule that is bound to the matter, as the answers have it. Raises `NoVoteDraft`."""
    if draft.scope is Scope.OWNERS and draft.matter is not None:
        return of_owners(majority_for(draft.matter))
    if not draft.names:
        return yes_no(draft.scope, rules, draft.building or None)
    if draft.kind is None:
        raise NoVoteDraft
    names = (*draft.names, AGAINST_ALL)
    most = draft.most or 1 if draft.kind is Kind.CHOOSE else 1
    return among(draft.scope, rules, draft.kind, names, draft.building or None, most=most)


def _motion(draft: Opening, rules: VoteRules) -> Motion:
    if draft.question is not None or draft.closes_at is None or draft.changeable is None:
        raise NoVoteDraft
    secrecy = draft.secrecy or Secrecy.NAMED
    return Motion(draft.item, rule_of(draft, rules), secrecy, draft.closes_at, draft.changeable, card=draft.options,
                  basis=draft.basis or "")  # fmt: skip


def _check(draft: Opening) -> None:
    for row in draft.rows:
        _check_row(row)
    if len(draft.basis or "") > ROW or (draft.basis and not tells_something(draft.basis)):
        raise WordsUnfit(ROW)


def _check_row(row: tuple[str, ...]) -> None:
    """Whoever votes can read it."""
    if any(len(words) > ROW for words in row):
        raise WordsUnfit(ROW)
    if not all(map(tells_something, row)):
        raise CardMissing(row[0])


def _keep(uow: UnitOfWork, place: Place, draft: Opening) -> Opening:
    uow.conversations.keep(place, draft)
    return draft
