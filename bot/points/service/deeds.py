"""Good deeds: told by who did them, confirmed by a second person of the building's staff."""

from dataclasses import replace

from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.points.forms import TellingDeed
from bot.points.model.deed import EARNS, Deed, DeedId, NoDeedDraft, NoDeedWords, Verdict
from bot.points.model.events import DeedDecided, DeedTold
from bot.points.model.ledger import Kind, Owner, Reward
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> int:
    """Wait for the words; how many characters they may have. Raises `NotOnRoll`, `ConsentNeeded`."""
    uow.residents.speaking(reader)
    uow.conversations.keep(place, TellingDeed(key))
    return characters(uow)


def characters(uow: UnitOfWork) -> int:
    return uow.settings.points.reason_characters


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, words: str) -> Deed:
    """Keep it and ask who can confirm it; once for each key. Raises `NotOnRoll`, `NoDeedDraft`, `NoDeedWords`."""
    told = uow.good_deeds.with_key(key)
    if told is not None and told.doer == reader.telegram_id:
        return told
    draft = uow.conversations.form(place)
    if not isinstance(draft, TellingDeed) or draft.key != key:
        raise NoDeedDraft
    if not 0 < len(words) <= characters(uow):
        raise NoDeedWords(characters(uow))
    resident = uow.residents.speaking(reader)
    home = resident.household
    uow.conversations.keep(place, None)
    new = Deed(DeedId(0), home.community, key, reader.telegram_id, resident.name, home.building, words, uow.now)
    deed = uow.good_deeds.add(new)
    uow.record(DeedTold(deed))
    return deed


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key."""
    draft = uow.conversations.form(place)
    if isinstance(draft, TellingDeed) and draft.key == key:
        uow.conversations.keep(place, None)


def decide(uow: UnitOfWork, reader: Reader, number: DeedId, verdict: Verdict) -> Deed:
    """A second person has seen it, or has not. Raises `NotAllowed`, `NoDeed`, `OwnDeed`, `DeedDecidedAlready`."""
    deed = uow.good_deeds.get(number)
    permit(uow.roles.of(replace(reader, community=deed.community)), Act.CONFIRM_DEED, deed.building)
    decided = deed.decided(verdict, reader.telegram_id, uow.residents.called(deed.community, reader.telegram_id))
    if deed.verdict is None:
        uow.good_deeds.save(decided)
        uow.record(DeedDecided(decided, _pay(uow, decided)))
    return decided


def _pay(uow: UnitOfWork, deed: Deed) -> int:
    rule = EARNS.get(deed.verdict) if deed.verdict else None
    if rule is None:
        return 0
    doer = Owner(deed.community, Kind.PERSON, deed.doer)
    entry = uow.ledger.reward(Reward(doer, rule, f"deed-{deed.id}", giver=deed.decider, note=deed.words))
    return entry.amount if entry else 0
