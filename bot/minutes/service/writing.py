"""Words that somebody adds to minutes: asked for, read back, handed in."""

from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.minutes.forms import MinutesWords, Wanted
from bot.minutes.model.erratum import Erratum, ErratumId, Verdict
from bot.minutes.model.events import ErratumDecided, ErratumWritten
from bot.minutes.model.minutes import Minutes, State
from bot.minutes.model.refusals import (
    ApprovedAlready,
    DecidedAlready,
    NothingHalfSaid,
    WordsDoNotFit,
    WroteAlready,
)
from bot.minutes.service.looking import here, on_roll
from bot.roles.model import Act, permit
from bot.sittings.model.sitting import SittingId
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: MinutesWords) -> MinutesWords:
    """Ask for words; whatever was half said before is dropped.

    Raises `NotAllowed`, `NotOnRoll`, `NoMinutes`, `NoErratum`, and what stands against it.
    """
    _check(uow, reader, new)
    uow.conversations.keep(place, new)
    return new


def tell(uow: UnitOfWork, place: Place, key: str, words: str) -> MinutesWords:
    """What is to be handed in, to be read back. Raises `NothingHalfSaid`, `WordsDoNotFit`."""
    form = _open(uow, place, key)
    if uow.repeated:
        return form
    most = form.most(uow.settings.minutes)
    if not 0 < len(words) <= most:
        raise WordsDoNotFit(most)
    return _keep(uow, place, form.says(words))


def say_anew(uow: UnitOfWork, place: Place, key: str) -> MinutesWords:
    """Raises `NothingHalfSaid`."""
    return _keep(uow, place, _open(uow, place, key).says(""))


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key, if it is still open."""
    form = uow.conversations.form(place)
    if isinstance(form, MinutesWords) and form.key == key:
        uow.conversations.keep(place, None)


def hand_in(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> Minutes | Erratum:
    """It is right as it was read back. Once for each key.

    Raises `NothingHalfSaid` and what `begin` raises: meanwhile things may have changed.
    """
    written = uow.minutes.erratum_with_key(key)
    if written is not None and written.author == reader.telegram_id:
        return written
    form = _open(uow, place, key)
    if not form.words:
        raise NothingHalfSaid
    _check(uow, reader, form)
    uow.conversations.keep(place, None)
    if form.wanted is Wanted.NOTE:
        return _note(uow, reader, form)
    return _write(uow, reader, form) if form.wanted is Wanted.ERRATUM else _decline(uow, reader, form)


def accept(uow: UnitOfWork, reader: Reader, erratum: ErratumId) -> Erratum:
    """It stands in the minutes from now on; twice is once.

    Raises `NotAllowed`, `NoErratum`, `DecidedAlready`, `CorrectionsOver`.
    """
    permit(uow.roles.of(reader), Act.CHAIR_SITTING)
    return _decide(uow, reader, erratum, Verdict.ACCEPTED)


def rules(uow: UnitOfWork, form: MinutesWords) -> int:
    """Characters that fit."""
    return form.most(uow.settings.minutes)


def _check(uow: UnitOfWork, reader: Reader, form: MinutesWords) -> None:
    """Whether such words are welcome now."""
    reader = here(uow, reader)
    if form.wanted is Wanted.ERRATUM:
        _check_may_write(uow, reader, SittingId(form.about))
        return
    permit(uow.roles.of(reader), Act.CHAIR_SITTING)
    if form.wanted is Wanted.DECLINE:
        erratum = uow.minutes.erratum(ErratumId(form.about), reader.community)
        if erratum.verdict is not Verdict.PENDING:
            raise DecidedAlready
        uow.minutes.of(erratum.sitting, reader.community).check_takes_corrections(uow.now)
    elif uow.minutes.of(SittingId(form.about), reader.community).state is not State.DRAFT:
        raise ApprovedAlready


def _check_may_write(uow: UnitOfWork, reader: Reader, sitting: SittingId) -> None:
    minutes = uow.minutes.of(sitting, reader.community)
    if on_roll(uow, reader) or uow.floor.checked_in(sitting, reader.telegram_id) is None:
        uow.residents.speaking(reader)
    minutes.check_takes_corrections(uow.now)
    if uow.minutes.erratum_by(sitting, reader.telegram_id) is not None:
        raise WroteAlready


def _note(uow: UnitOfWork, reader: Reader, form: MinutesWords) -> Minutes:
    noted = uow.minutes.of(SittingId(form.about), reader.community).noted(form.words)
    uow.minutes.save(noted)
    return noted


def _write(uow: UnitOfWork, reader: Reader, form: MinutesWords) -> Erratum:
    minutes = uow.minutes.of(SittingId(form.about), here(uow, reader).community)
    new = Erratum(ErratumId(0), minutes.sitting, minutes.community, form.key, reader.telegram_id, form.words, uow.now)
    written = uow.minutes.hand_in(new)
    uow.record(ErratumWritten(minutes, written))
    return written


def _decline(uow: UnitOfWork, reader: Reader, form: MinutesWords) -> Erratum:
    return _decide(uow, reader, ErratumId(form.about), Verdict.DECLINED, form.words)


def _decide(uow: UnitOfWork, reader: Reader, erratum: ErratumId, verdict: Verdict, reason: str = "") -> Erratum:
    found = uow.minutes.erratum(erratum, reader.community)
    decided = found.decided(verdict, reader.telegram_id, uow.now, reason)
    if decided is found:
        return found
    minutes = uow.minutes.of(found.sitting, reader.community)
    minutes.check_takes_corrections(uow.now)
    uow.minutes.save_erratum(decided)
    uow.record(ErratumDecided(minutes, decided))
    return decided


def _open(uow: UnitOfWork, place: Place, key: str) -> MinutesWords:
    form = uow.conversations.form(place)
    if not isinstance(form, MinutesWords) or form.key != key:
        raise NothingHalfSaid
    return form


def _keep(uow: UnitOfWork, place: Place, form: MinutesWords) -> MinutesWords:
    uow.conversations.keep(place, form)
    return form
