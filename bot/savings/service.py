"""Entering, proving and striking; reading is for everybody who lives here or has a role."""

from dataclasses import replace

from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import Act, may, permit
from bot.savings.forms import Deed, Money, Part
from bot.savings.model import (
    MOST,
    PROVES,
    QUOTE_CHARACTERS,
    REASON_CHARACTERS,
    WHAT_CHARACTERS,
    Entry,
    Kind,
    Ledger,
    Means,
    NoMoneyDraft,
    NoMoneyWords,
    NoProof,
    NotMoney,
    Proof,
    SavingEntered,
    SavingProved,
    SavingStruck,
    Seen,
)
from bot.unit_of_work import UnitOfWork

PAGE, PAGE_ELDER = 8, 2


def ledger(uow: UnitOfWork, reader: Reader, page: int) -> Ledger:
    """After the last page comes the first. Raises `NoCommunity`, `NotOnRoll`."""
    community = _reads(uow, reader)
    size = PAGE_ELDER if reader.elder else PAGE
    pages = max(1, -(-uow.savings.count(community) // size))
    shown = uow.savings.some(community, size, page % pages * size)
    return Ledger(shown, uow.savings.sums(community), page % pages, pages, _manages(uow, reader, community))


def see(uow: UnitOfWork, reader: Reader, number: int) -> Seen:
    """Raises `NoCommunity`, `NotOnRoll`, `NoSaving`."""
    community = _reads(uow, reader)
    return Seen(uow.savings.of(community, number), _manages(uow, reader, community))


def may_enter(uow: UnitOfWork, reader: Reader) -> None:
    """Raises `NoCommunity`, `NotAllowed`."""
    _managed(uow, reader)


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str, deed: Deed, about: Kind | int) -> Money:
    """A new entry of this kind, or one that is there. Raises `NoCommunity`, `NotAllowed`, `NoSaving`, `Struck`."""
    community = _managed(uow, reader)
    if isinstance(about, Kind):
        form = Money(key, deed, about)
    else:
        entry = uow.savings.of(community, about)
        entry.check_stands()
        form = Money(key, deed, entry.kind, entry.number, fen=entry.fen, had=len(entry.proofs))
    if not uow.repeated:
        uow.conversations.keep(place, form)
    return form


def tell(uow: UnitOfWork, place: Place, words: str, fen: int | None, proof: Proof | None) -> Money:
    """The next part. Raises `NoMoneyDraft`, `NoMoneyWords`, `NotMoney`, `NoProof`."""
    form = _form(uow, place)
    if uow.repeated:
        return form
    match form.asks:
        case Part.WHAT:
            form = replace(form, what=_words(words, WHAT_CHARACTERS))
        case Part.REASON:
            form = replace(form, what=_words(words, REASON_CHARACTERS))
        case Part.AMOUNT:
            if fen is None or not 0 < fen <= MOST:
                raise NotMoney
            form = replace(form, fen=fen)
        case Part.PROOF:
            form = form.with_proof(_proof(form.kind, proof))
        case None:
            pass
    uow.conversations.keep(place, form)
    return form


def later(uow: UnitOfWork, place: Place, key: str) -> Money:
    """The other proofs come later. Raises `NoMoneyDraft`."""
    form = replace(_form(uow, place, key), enough=True)
    uow.conversations.keep(place, form)
    return form


def hand_in(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Entry:
    """It is right. Once for each key. Raises `NotAllowed`, `NoMoneyDraft`, `NoSaving`, `Struck`."""
    community = _managed(uow, reader)
    made = uow.savings.with_key(key)
    if made is not None:
        return made
    form = _form(uow, place, key)
    if form.asks is not None:
        raise NoMoneyDraft
    uow.conversations.keep(place, None)
    if form.deed is Deed.ENTER:
        new = Entry(community, 0, key, form.kind, form.what, form.fen, form.proofs, reader.telegram_id, uow.now)
        entered = uow.savings.enter(new)
        uow.record(SavingEntered(entered))
        return entered
    entry = uow.savings.of(community, form.number)
    strikes = form.deed is Deed.STRIKE
    after = entry.struck(reader.telegram_id, uow.now, form.what) if strikes else entry.proved(form.proofs)
    uow.savings.save(after)
    uow.record(SavingStruck(after) if strikes else SavingProved(after))
    return after


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    form = uow.conversations.form(place)
    if isinstance(form, Money) and form.key == key:
        uow.conversations.keep(place, None)


def _words(words: str, most: int) -> str:
    if not 1 <= len(words) <= most:
        raise NoMoneyWords(most)
    return words


def _proof(kind: Kind, proof: Proof | None) -> Proof:
    if proof is None or proof.means not in PROVES[kind]:
        raise NoProof
    if proof.means is Means.TEXT:
        _words(proof.told, QUOTE_CHARACTERS)
    return proof


def _form(uow: UnitOfWork, place: Place, key: str | None = None) -> Money:
    form = uow.conversations.form(place)
    if not isinstance(form, Money) or key not in (None, form.key):
        raise NoMoneyDraft
    return form


def _manages(uow: UnitOfWork, reader: Reader, community: CommunityId) -> bool:
    return may(uow.roles.of(replace(reader, community=community)), Act.MANAGE_SAVINGS)


def _managed(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.MANAGE_SAVINGS)
    return reader.community


def _reads(uow: UnitOfWork, reader: Reader) -> CommunityId:
    community = reader.community or uow.residents.only_community()
    if community is None:
        raise NoCommunity
    there = replace(reader, community=community)
    if not uow.roles.of(there):
        uow.residents.on_roll(there)
    return community
