"""What who proposed an item, who raised its concern, who asked, and moderators are told, each thing once."""

from collections.abc import Callable
from datetime import timedelta

from bot.agenda import expert_views, notice_views
from bot.agenda.model.events import (
    ConcernOnAgenda,
    ExpertAsked,
    ExpertSought,
    ItemMoved,
    ItemScheduled,
    ItemUnscheduled,
    PointMade,
    WordingFrozen,
)
from bot.agenda.model.item import Item, Side
from bot.agenda.model.objections import undecided
from bot.agenda.model.steps import Step, least_days
from bot.concerns.model.concern import Concern
from bot.delivery.model import Post, considerate
from bot.kit.screens import Screen
from bot.kit.words import Words, words_for
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork

Shown = Callable[[Words], Screen]
NOBODY = 0


def author_of_concern_hears(uow: UnitOfWork, event: ConcernOnAgenda) -> None:
    """Somebody else has made their concern an agenda item."""
    item, concern = event.item, uow.concerns.with_id(event.concern)
    them, cause = concern.author.telegram_id or NOBODY, f"concern-{concern.id}"
    if them != event.by:
        _tell(uow, item, them, cause, lambda say: notice_views.from_concern(say, item, concern.number))


def hear_of_step(uow: UnitOfWork, event: ItemMoved) -> None:
    """Who proposed it, and who raised the concern that it came from."""
    item = event.item
    rules = uow.settings_of(item.community, item.proposed_at).agenda
    days = least_days(item.step, rules)
    until = item.stepped_at + timedelta(days=days) if days else None
    concern = _concern(uow, item)
    them = [item.proposer, (concern.author.telegram_id or NOBODY) if concern else NOBODY]
    for telegram_id in dict.fromkeys(them):
        cause = f"{item.step}-{item.stepped_at:%Y%m%d%H%M%S}-{telegram_id}"
        _tell(uow, item, telegram_id, cause, lambda say: notice_views.moved(say, item, until, rules.supporters))


def moderators_look_after(uow: UnitOfWork, event: ItemMoved) -> None:
    """Enough households support it: a moderator says whose matter it is."""
    if event.before is Step.COLLECTING and event.item.step is Step.PROPOSED:
        _tell_moderators(uow, event.item, "supported", lambda say: notice_views.to_look_after(say, event.item))


def hear_of_agenda(uow: UnitOfWork, event: ItemScheduled) -> None:
    """Who proposed it: on which day it is treated."""
    item = event.item
    if item.sitting is not None:
        sitting = uow.sittings.get(item.sitting, item.community)
        cause = f"on-{sitting.id}-{uow.now:%Y%m%d%H%M%S}"
        _tell(uow, item, item.proposer, cause, lambda say: notice_views.scheduled(say, item, sitting))


def hear_it_is_off(uow: UnitOfWork, event: ItemUnscheduled) -> None:
    """Who proposed it; where it is put on another agenda or ends at once, that is told in place of this."""
    item = uow.agenda.get(event.item.id, event.item.community)
    if item.sitting is None and not item.over:
        cause = f"off-{event.item.sitting}-{uow.now:%Y%m%d%H%M%S}"
        _tell(uow, item, item.proposer, cause, lambda say: notice_views.unscheduled(say, item))


def hear_of_wording(uow: UnitOfWork, event: WordingFrozen) -> None:
    """Who proposed it."""
    item = event.item
    cause = f"worded-{item.version}"
    _tell(uow, item, item.proposer, cause, lambda say: notice_views.worded(say, item))


def asker_hears_answer(uow: UnitOfWork, event: PointMade) -> None:
    """Who asked or objected."""
    item, answer = event.item, event.point
    if answer.side is Side.ANSWER and answer.answers is not None:
        asked = uow.agenda.point(answer.answers)
        verdict = answer.verdict
        cause = f"answered-{asked.id}"
        _tell(uow, item, asked.author, cause, lambda say: notice_views.answered(say, item, asked, verdict))


def who_objected_too_hears(uow: UnitOfWork, event: ItemMoved) -> None:
    """An upheld objection undoes the result to which others have objected as well."""
    if event.before is not Step.PUBLISHED or event.item.step is not Step.REVIEWING:
        return
    item = event.item
    said = uow.agenda.points(item.id, Side.OBJECTION, Side.ANSWER)
    for point in undecided(said, uow.agenda.last(item.id, Step.RESOLVING)):
        _tell(uow, item, point.author, f"anew-{point.id}", lambda say: notice_views.decided_anew(say, item))


def guides_are_asked(uow: UnitOfWork, event: ExpertAsked) -> None:
    """Those of the field."""
    item, field = event.item, event.expertise
    for guide in uow.roles.holders(item.community, Role.GUIDE, expertise=field):
        cause = f"expert-{field}-{guide.telegram_id}"
        _tell(uow, item, guide.telegram_id, cause, lambda say: expert_views.advice_wanted(say, item))


def moderators_look_for_expert(uow: UnitOfWork, event: ExpertSought) -> None:
    _tell_moderators(uow, event.item, "expert-sought", lambda say: expert_views.expert_wanted(say, event.item))


def asker_hears_advice(uow: UnitOfWork, event: PointMade) -> None:
    """Who asked for an expert of this field; once, what follows stands under the item."""
    item, point = event.item, event.point
    if point.side is Side.ADVICE and point.expertise is not None:
        them = uow.experts.asked_by(item.id, point.expertise) or NOBODY
        cause = f"advised-{point.expertise}"
        _tell(uow, item, them, cause, lambda say: expert_views.advice_came(say, item, point))


def proposer_hears_reply(uow: UnitOfWork, event: PointMade) -> None:
    """And who raised the concern that it came from: the sub-district office has replied."""
    item, point = event.item, event.point
    if point.side is Side.REPLY:
        concern = _concern(uow, item)
        them = [item.proposer, (concern.author.telegram_id or NOBODY) if concern else NOBODY]
        for telegram_id in dict.fromkeys(them):
            cause = f"replied-{point.id}-{telegram_id}"
            _tell(uow, item, telegram_id, cause, lambda say: notice_views.replied(say, item, point))


def moderators_answer(uow: UnitOfWork, event: PointMade) -> None:
    """What is asked or objected to waits for an answer."""
    item, point = event.item, event.point
    if point.side in (Side.QUESTION, Side.OBJECTION):
        _tell_moderators(uow, item, f"asks-{point.id}", lambda say: notice_views.wants_answer(say, item, point.side))


def _concern(uow: UnitOfWork, item: Item) -> Concern | None:
    return uow.concerns.with_id(item.concern) if item.concern is not None else None


def _tell_moderators(uow: UnitOfWork, item: Item, cause: str, shown: Shown) -> None:
    for moderator in uow.roles.holders(item.community, Role.MODERATOR):
        _tell(uow, item, moderator.telegram_id, f"{cause}-{moderator.telegram_id}", shown)


def _tell(uow: UnitOfWork, item: Item, telegram_id: int, cause: str, shown: Shown) -> None:
    """Nobody is disturbed in the quiet hours, and who has had their data deleted hears nothing."""
    if telegram_id == NOBODY:
        return
    reader = uow.residents.reader(telegram_id, item.community)
    params = shown(words_for(reader, uow.settings.zone)).params()
    uow.outbox.put(Post(f"item-{item.id}-{cause}", telegram_id, params, considerate(uow.now, uow.settings)))
