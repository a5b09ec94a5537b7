"""What moderators and liaisons do with concerns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.concerns.forms import Writing
from bot.concerns.model.canned import CannedAnswer
from bot.concerns.model.concern import Concern, ConcernId, Line, Partner, Staff
from bot.concerns.model.events import ConcernClaimed, ConcernHandedOver, ConcernJoined, ConcernSaid
from bot.concerns.model.life import MAY_DO, NEED_DAY, NEED_WORDS, Deed, Entry
from bot.concerns.model.refusals import NoConcern, NoDraft, NoLiaison, NothingSaid, NotStaff
from bot.concerns.model.told import Told
from bot.concerns.service.deeds import check_length, moved, times
from bot.config import Response
from bot.delivery.model import considerate
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Act, Role, permit
from bot.unit_of_work import UnitOfWork


def to_see(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A concern that `reader` may see in full. Raises `NoConcern`, `NotAllowed`."""
    return allowed(uow, reader, concern, Act.SEE_CONCERNS)


def to_move(uow: UnitOfWork, reader: Reader, concern: ConcernId, deed: Deed) -> Concern:
    """A concern with which `reader` may do this now. Raises `NoConcern`, `NotAllowed`, and what the move raises."""
    found = _may(uow, reader, concern, deed)
    found.moved(deed, times(uow))
    return found


def begin_writing(uow: UnitOfWork, reader: Reader, place: Place, form: Writing) -> Concern:
    """Wait for the words of a deed. Raises what `to_move` raises."""
    found = to_move(uow, reader, form.concern, form.deed)
    uow.conversations.keep(place, replace(form, number=found.number))
    return found


def write(uow: UnitOfWork, place: Place, words: str, photo: str | None = None) -> Writing:
    """Keep the words of a deed until its day is named. Raises `NoDraft`, `NothingSaid`, `TooLong`."""
    form = _open(uow, place)
    _check_words(uow, form.deed, words)
    written = replace(form, words=words, photo=photo)
    if not uow.repeated:
        uow.conversations.keep(place, written)
    return written


def say_written(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId, day: date) -> Concern:
    """The day is named: what was written is said. Raises what `say` raises, and `NoDraft` where it was said before."""
    form = _open(uow, place)
    if form.concern != concern or not form.asks_day:
        raise NoDraft
    return say(
        uow, reader, concern, form.deed, form.words, day=day, to=form.to, photo=form.photo, asked=place
    )  # fmt: skip


def say_in_days(uow: UnitOfWork, reader: Reader, place: Place, concern: ConcernId, days: int) -> Concern:
    """The same, so many days from today. Raises what `say_written` raises."""
    try:
        day = _today(uow) + timedelta(days=days)
    except OverflowError:  # no button says so
        raise NoDraft from None
    return say_written(uow, reader, place, concern, day)


def claim(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> Concern:
    """A member of staff takes a concern on. Raises `ClaimedAlready`, `Closed`, `NotAllowed`."""
    found = _may(uow, reader, concern, Deed.CLAIM)
    return moved(uow, reader, found, found.claimed(_staff(reader), times(uow)), Deed.CLAIM, ConcernClaimed)


def hand_over(uow: UnitOfWork, reader: Reader, concern: ConcernId, whom: int | None = None) -> Concern:
    """Hand a concern to the liaison of its building, or to whom of `who_may_see_to` this Telegram id names.

    Raises `NoLiaison`, `NotStaff`, `Closed`, `AnsweredAlready`, `NotAllowed`.
    """
    found = _may(uow, reader, concern, Deed.HAND_OVER)
    meant = _liaison(uow, found) if whom is None else _meant(uow, found, whom)
    handed = found.handed_to(_staff(meant), times(uow))
    return moved(uow, reader, found, handed, Deed.HAND_OVER, ConcernHandedOver, meant.name)


def who_may_see_to(uow: UnitOfWork, reader: Reader, concern: ConcernId) -> tuple[Concern, Sequence[Reader]]:
    """Liaisons of the building and moderators, but who sees to it now. Raises what `to_move` raises."""
    found = to_move(uow, reader, concern, Deed.HAND_OVER)
    busy = found.handler.telegram_id if found.handler else None
    return found, [person for person in _answering(uow, found) if person.telegram_id != busy]


def numbered(uow: UnitOfWork, reader: Reader, number: int) -> Concern:
    """The concern of this number where `reader` speaks, if they may see it. Raises `NoConcern`, `NotAllowed`."""
    return to_see(uow, reader, uow.concerns.numbered(reader.community, number).id)


def answer_numbered(uow: UnitOfWork, reader: Reader, number: int, words: str) -> Concern:
    """Answer the concern that has this number where `reader` speaks. Raises what `say` does."""
    return say(uow, reader, uow.concerns.numbered(reader.community, number).id, Deed.ANSWER, words)


def say(
    uow: UnitOfWork,
    reader: Reader,
    concern: ConcernId,
    deed: Deed,
    words: str = "",
    *,
    day: date | None = None,
    to: Partner | None = None,
    photo: str | None = None,
    asked: Place | None = None,
) -> Concern:
    """Answer a concern, or say how it goes on; `asked` is where the words were waited for.

    Raises `NothingSaid`, `TooLong`, `NotAllowed`, `Closed`, `AnsweredAlready`, `NotLikeThat`, `DayIsPast`, `Overdue`.
    """
    found = _may(uow, reader, concern, deed)
    _check_words(uow, deed, words)
    by = _staff(reader)
    after = found.resumed(times(uow)) if deed is Deed.RESUME else found.said(
        deed, by, times(uow), words=words, day=day, to=to
    )  # fmt: skip
    uow.concerns.save(after)
    until = after.deadline.at if after.deadline and deed in NEED_DAY else None
    line = uow.concerns.note(after, deed, reader.telegram_id, uow.now, words, photo, until=until, to=to)
    uow.record(ConcernSaid(after, line, deed, by, words))
    if asked is not None:
        uow.conversations.keep(asked, None)
    return after


def join(uow: UnitOfWork, reader: Reader, concern: ConcernId, number: int, asked: Place | None = None) -> Concern:
    """It is the same matter as number so-and-so. Raises `NotThisOne`, `NoConcern`, and what every move raises."""
    found = _may(uow, reader, concern, Deed.JOIN)
    original = uow.concerns.numbered(found.community, number)
    after = moved(
        uow, reader, found, found.joined_to(original, times(uow)), Deed.JOIN, ConcernJoined, f"#{original.number}"
    )
    if asked is not None:
        uow.conversations.keep(asked, None)
    return after


def line(uow: UnitOfWork, reader: Reader, number: int) -> tuple[Concern, Line, str]:
    """What was said, to read on, and by whom; for the author and the staff. Raises `NoConcern`, `NotAllowed`."""
    found = uow.concerns.line(number)
    if found.deed not in {*NEED_WORDS, Entry.OFFICIAL}:  # a forged button: nobody has said anything by it
        raise NoConcern
    concern = uow.concerns.with_id(found.concern)
    if concern.last_word != reader.telegram_id:
        allowed(uow, reader, concern.id, Act.SEE_CONCERNS)
    return concern, found, uow.residents.reader(found.by, concern.community).name


def calendar(uow: UnitOfWork) -> tuple[date, datetime | None]:
    """Today in the community; and when the resident reads what is said now, where that is not at once."""
    arrives = considerate(uow.now, uow.settings)
    return _today(uow), arrives if arrives > uow.now else None


def canned(uow: UnitOfWork, concern: ConcernId) -> Sequence[CannedAnswer]:
    """What the community of a concern keeps ready to answer."""
    return uow.canned.all(uow.concerns.with_id(concern).community)


def rules(uow: UnitOfWork) -> Response:
    """The community's promises."""
    return uow.settings.response


def allowed(uow: UnitOfWork, reader: Reader, concern: ConcernId, act: Act) -> Concern:
    """Whatever community `reader` speaks in: what counts is what they are in the concern's."""
    found = uow.concerns.with_id(concern)
    permit(uow.roles.of(replace(reader, community=found.community)), act, found.served_by, found.category)
    return found


def _may(uow: UnitOfWork, reader: Reader, concern: ConcernId, deed: Deed) -> Concern:
    act = MAY_DO[deed]
    if not isinstance(act, Act):
        raise NoConcern  # a made-up button: no deed of the staff
    return allowed(uow, reader, concern, act)


def _liaison(uow: UnitOfWork, concern: Concern) -> Reader:
    liaison = next(iter(uow.roles.holders(concern.community, Role.LIAISON, concern.served_by)), None)
    if liaison is None:
        raise NoLiaison(concern.served_by)
    return liaison


def _meant(uow: UnitOfWork, concern: Concern, whom: int) -> Reader:
    meant = next((person for person in _answering(uow, concern) if person.telegram_id == whom), None)
    if meant is None:
        raise NotStaff
    return meant


def _answering(uow: UnitOfWork, concern: Concern) -> Sequence[Reader]:
    liaisons = uow.roles.holders(concern.community, Role.LIAISON, concern.served_by)
    return list(dict.fromkeys([*liaisons, *uow.roles.holders(concern.community, Role.MODERATOR)]))


def _open(uow: UnitOfWork, place: Place) -> Writing:
    form = uow.conversations.form(place)
    if not isinstance(form, Writing):
        raise NoDraft
    return form


def _check_words(uow: UnitOfWork, deed: Deed, words: str) -> None:
    if deed in NEED_WORDS and not words.strip():
        raise NothingSaid
    check_length(uow, Told(words))


def _today(uow: UnitOfWork) -> date:
    return uow.now.astimezone(uow.settings.zone).date()


def _staff(reader: Reader) -> Staff:
    return Staff(reader.telegram_id, reader.name)
