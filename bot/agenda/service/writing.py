"""Writing about an item: what residents and guides say, what moderators answer, word, evaluate and drop."""

from dataclasses import replace

from bot.agenda.forms import Kind, Writing
from bot.agenda.model.events import PointMade, WordingFrozen
from bot.agenda.model.item import CONTRIBUTES, Entry, Item, ItemId, Line, Point, Side, Verdict, freeze
from bot.agenda.model.objections import undecided
from bot.agenda.model.options import check_options
from bot.agenda.model.refusals import (
    ItemOver,
    NoItemDraft,
    NothingToAnswer,
    OnlyGuides,
    OwnObjection,
    WordsUnfit,
    WrongStep,
)
from bot.agenda.model.steps import Contribution, Step
from bot.agenda.service.moving import end
from bot.agenda.service.reading import expertise, guides, here, permit_reply
from bot.agenda.service.supporting import check_never_advised, check_takes_sides, moved
from bot.config import AgendaRules
from bot.kit.forms import Place
from bot.kit.people import Reader
from bot.roles.model import Act, permit
from bot.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, reader: Reader, place: Place, form: Writing) -> Writing:
    """Ask for the words, if they may be said at all.

    Raises what `check` raises.
    """
    check(uow, reader, form)
    uow.conversations.keep(place, form)
    return form


def begin_answer(uow: UnitOfWork, reader: Reader, place: Place, key: str, point: int, kind: Kind) -> Writing:
    """Ask for the answer to this question, or why this objection is upheld or not. Raises what `check` raises."""
    found = uow.agenda.point(point)
    return begin(uow, reader, place, Writing(key, found.item, kind, answers=found.id))


def hear(uow: UnitOfWork, place: Place, key: str, words: str, voice: str | None) -> Writing:
    """The words, or the voice message, to be read back. Raises `NoItemDraft`, `WordsUnfit`, `OptionsUnclear`."""
    form = draft(uow, place, key)
    if uow.repeated:
        return form
    most = most_characters(form.kind, uow.settings.agenda)
    if len(words) > most or not (words or voice):
        raise WordsUnfit(most)
    if form.kind is Kind.WORDING:
        check_options(words)
    told = replace(form, words=words, voice=voice)
    uow.conversations.keep(place, told)
    return told


def anew(uow: UnitOfWork, place: Place, key: str) -> Writing:
    """Forget the words, so that they are asked for anew. Raises `NoItemDraft`."""
    emptied = replace(draft(uow, place, key), words="", voice=None)
    uow.conversations.keep(place, emptied)
    return emptied


def keep(uow: UnitOfWork, reader: Reader, place: Place, key: str, item: ItemId) -> Item:
    """It is right as it was read back: it counts from now on. Raises `NoItemDraft`, and what `check` raises."""
    if uow.repeated:
        return here(uow, reader, item)
    form = draft(uow, place, key)
    if not form.told or form.item != item:
        raise NoItemDraft
    found = check(uow, reader, form)
    uow.conversations.keep(place, None)
    return _kept(uow, reader, found, form)


def leave(uow: UnitOfWork, place: Place, key: str) -> None:
    """Write nothing after all, if it still was being written."""
    form = uow.conversations.form(place)
    if isinstance(form, Writing) and form.key == key:
        uow.conversations.keep(place, None)


def _kept(uow: UnitOfWork, reader: Reader, item: Item, form: Writing) -> Item:
    by = reader.telegram_id
    match form.kind:
        case Kind.WORDING:
            return _freeze(uow, item, form.words, by)
        case Kind.EVALUATION:
            uow.agenda.note(item.id, Line(uow.now, Entry.EVALUATED, by, form.words))
            return item
        case Kind.DROP:
            return end(uow, item, item.dropped(uow.now, form.words), by)
    side = form.kind.side or Side.QUESTION
    field = expertise(uow, reader) if side is Side.ADVICE else None
    point = Point(0, item.id, side, by, form.words, form.voice, uow.now, form.answers, form.kind.verdict, field)
    uow.record(PointMade(item, uow.agenda.add_point(point)))
    if point.verdict is Verdict.UPHELD:
        return moved(uow, item, item.reopened(uow.now), by, form.words)
    return item


def _freeze(uow: UnitOfWork, item: Item, words: str, by: int) -> Item:
    after, wording = freeze(item, words, uow.now, by)
    uow.agenda.save(after)
    uow.agenda.keep_wording(wording)
    uow.agenda.note(item.id, Line(uow.now, Entry.WORDED, by, str(wording.version)))
    uow.record(WordingFrozen(after, wording))
    return after


def draft(uow: UnitOfWork, place: Place, key: str) -> Writing:
    """The open one with this key. Raises `NoItemDraft`."""
    form = uow.conversations.form(place)
    if not isinstance(form, Writing) or form.key != key:
        raise NoItemDraft
    return form


def most_characters(kind: Kind, rules: AgendaRules) -> int:
    """How many such words may have."""
    if kind is Kind.WORDING:
        return rules.wording_characters
    return rules.text_characters if kind.side is None else rules.point_characters


def check(uow: UnitOfWork, reader: Reader, form: Writing) -> Item:
    """The item, if `reader` may write this about it now.

    Raises `NoItem`, `NotOnRoll`, `ConsentNeeded`, `NotAllowed`, `ItemOver`, `NotAllowedNow`, `WrongStep`,
    `ObjectionsOver`, `GuideAdvises`, `OnlyGuides`, `NothingToAnswer`, `OwnObjection`.
    """
    item, side = here(uow, reader, form.item), form.kind.side
    if side is None or side is Side.ANSWER:
        _check_staff(uow, reader, item, form)
        return item
    if side is Side.REPLY:
        permit_reply(uow, reader)
        if item.over:
            raise ItemOver(item.number)
        return item
    if side is Side.ADVICE:
        if not guides(uow, reader):
            raise OnlyGuides(item.number)
    else:
        check_takes_sides(uow, reader, item)
        uow.residents.speaking(reader)
    if side is Side.OBJECTION:
        item.check_objection(uow.now, uow.settings_of(item.community, item.proposed_at).agenda)
    else:
        item.check(CONTRIBUTES[side])
    return item


def _check_staff(uow: UnitOfWork, reader: Reader, item: Item, form: Writing) -> None:
    permit(uow.roles.of(reader), Act.MANAGE_AGENDA)
    check_never_advised(uow, reader, item)
    match form.kind:
        case Kind.WORDING:
            item.check(Contribution.WORDING)
        case Kind.EVALUATION:
            item.check(Contribution.EVALUATION)
        case Kind.DROP:
            item.dropped(uow.now, "")
        case _:
            _check_answer(uow, reader, item, form)


def _check_answer(uow: UnitOfWork, reader: Reader, item: Item, form: Writing) -> None:
    """Questions are answered until the item is over; objections are decided while its result is published."""
    if item.over:
        raise ItemOver(item.number)
    asked = uow.agenda.point(form.answers) if form.answers is not None else None
    answered = {answer.answers for answer in uow.agenda.points(item.id, Side.ANSWER)}
    side = Side.OBJECTION if form.kind.verdict else Side.QUESTION
    if asked is None or asked.item != item.id or asked.side is not side or asked.id in answered:
        raise NothingToAnswer(item.number)
    if side is Side.OBJECTION:
        if item.step is not Step.PUBLISHED:
            raise WrongStep(item.number, item.step)
        said = uow.agenda.points(item.id, Side.OBJECTION, Side.ANSWER)
        if asked not in undecided(said, uow.agenda.last(item.id, Step.RESOLVING)):
            raise NothingToAnswer(item.number)
        if asked.author == reader.telegram_id:
            raise OwnObjection(item.number)
