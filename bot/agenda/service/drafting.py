"""What is half proposed: from the first tap, or from a concern, to the read-back."""

from collections.abc import Callable
from dataclasses import replace

from bot.agenda.forms import Proposal, Question
from bot.agenda.model.item import Item
from bot.agenda.model.refusals import NoItemDraft, NotYourMatter, WordsUnfit
from bot.agenda.model.steps import STEPS, Contribution
from bot.agenda.service.reading import OPEN_AT_MOST, moderates
from bot.concerns.model.concern import Concern, ConcernId
from bot.concerns.model.refusals import NoConcern
from bot.config import AgendaRules
from bot.kit.forms import Form, Place
from bot.kit.people import CommunityId, Reader
from bot.kit.words import shorten
from bot.residents.model import NotOnRoll, Resident
from bot.unit_of_work import UnitOfWork
from nlu.likeness import ALIKE, likeness
from nlu.place import door_of, without_room

Change = Callable[[Proposal], Proposal]


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: Proposal) -> Proposal:
    """Start to propose, or go on with what is half said. Raises `NotOnRoll`, `ConsentNeeded`, `WordsUnfit`."""
    draft = uow.conversations.form(place)
    if uow.repeated:
        return _open(draft)
    speaking(uow, reader)
    if isinstance(draft, Proposal):
        return _keep(uow, reader, place, draft.says(Question.WHAT, new.what) if new.what else draft)
    return _keep(uow, reader, place, new)


def begin_from(uow: UnitOfWork, reader: Reader, place: Place, key: str, concern: ConcernId) -> Proposal | Item:
    """Propose what a concern is about, filled in as far as it tells; or the item that came from it before.

    Raises `NoConcern`, `NotYourMatter` for who neither raised it nor moderates, `NotOnRoll`, `ConsentNeeded`.
    """
    found = uow.concerns.with_id(concern)
    if reader.community is None or found.community != reader.community:
        raise NoConcern
    if found.author.telegram_id != reader.telegram_id and not moderates(uow, reader):
        raise NotYourMatter(found.number)
    speaking(uow, reader)
    if (before := uow.agenda.of_concern(concern)) is not None and not before.over:
        return before
    draft = uow.conversations.form(place)
    if isinstance(draft, Proposal) and (uow.repeated or draft.concern == concern):
        return draft
    return _keep(uow, reader, place, _from_concern(key, found, uow.settings.agenda))


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, change: Change) -> Proposal:
    """Say more of the draft with this key. Raises `NoItemDraft`, `WordsUnfit`, `NotOnRoll`, `ConsentNeeded`."""
    found = draft(uow, place, key)
    return found if uow.repeated else _keep(uow, reader, place, change(found))


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key, if it is still open."""
    told = uow.conversations.form(place)
    if isinstance(told, Proposal) and told.key == key:
        uow.conversations.keep(place, None)


def draft(uow: UnitOfWork, place: Place, key: str) -> Proposal:
    """The open one with this key. Raises `NoItemDraft`."""
    found = _open(uow.conversations.form(place))
    if found.key != key:
        raise NoItemDraft
    return found


def alike(uow: UnitOfWork, draft: Proposal, community: CommunityId) -> Item | None:
    """The open item that is most like the draft, if it is alike and still takes supporters."""
    told = f"{draft.what} {draft.why or ''}"
    going_on = uow.agenda.open_items(community, OPEN_AT_MOST)
    supported = [item for item in going_on if Contribution.SUPPORT in STEPS[item.step].allows]
    measured = [(likeness(f"{item.what} {item.why}", told), item) for item in supported]
    most, likest = max(measured, key=lambda one: one[0], default=(0.0, None))
    return likest if most >= ALIKE else None


def _keep(uow: UnitOfWork, reader: Reader, place: Place, told: Proposal) -> Proposal:
    """Kept as it is now; what is complete is compared with what is there."""
    _check_length(told, uow.settings.agenda)
    community, _ = speaking(uow, reader)
    if told.question is None and not told.another:
        likest = alike(uow, told, community)
        told = replace(told, same=likest.id if likest else None)
    uow.conversations.keep(place, told)
    return told


def _check_length(told: Proposal, rules: AgendaRules) -> None:
    if len(told.what) > rules.title_characters:
        raise WordsUnfit(rules.title_characters)
    if any(len(words or "") > rules.text_characters for words in (told.where, told.why, told.wanted)):
        raise WordsUnfit(rules.text_characters)


def speaking(uow: UnitOfWork, reader: Reader) -> tuple[CommunityId, Resident | None]:
    """As whom `reader` proposes: somebody on the roll, or a moderator who lives elsewhere."""
    try:
        resident = uow.residents.speaking(reader)
    except NotOnRoll:
        if reader.community is None or not moderates(uow, reader):
            raise
        return reader.community, None
    return resident.household.community, resident


def _open(told: Form | None) -> Proposal:
    if not isinstance(told, Proposal):
        raise NoItemDraft
    return told


def _from_concern(key: str, concern: Concern, rules: AgendaRules) -> Proposal:
    """What and where, without rooms and without the name of who raised it."""
    told = "" if concern.author.gone else without_room(concern.told.text)
    if concern.author.name:
        told = told.replace(concern.author.name, "…")
    where = door_of(concern.where) if concern.building is not None else concern.where
    words = without_room(where)
    return Proposal(
        key,
        what=shorten(told, rules.title_characters),
        where=shorten(words, rules.text_characters) or None,
        concern=concern.id,
    )
