"""What those hear who see to a concern: the resident's word, and that time runs out."""

from bot.concerns import alarm_views, own_views, staff_views
from bot.concerns.model.concern import Concern
from bot.concerns.model.deadline import Deadline, Mark
from bot.concerns.model.events import (
    ConcernConfirmed,
    ConcernReopened,
    ConcernRunsOut,
    ConcernStillBad,
    ConcernWithdrawn,
)
from bot.concerns.model.life import Due
from bot.concerns.notices.author import nothing_of_alarms_any_more
from bot.concerns.notices.people import author_of, handler_of, post, say_to
from bot.delivery.model import Post, considerate
from bot.groups.model import Purpose
from bot.kit.people import Reader
from bot.roles.model import Role
from bot.unit_of_work import UnitOfWork


def handler_hears_verdict(
    uow: UnitOfWork, event: ConcernConfirmed | ConcernReopened | ConcernStillBad | ConcernWithdrawn
) -> None:
    """Who answered hears what the resident says of it."""
    concern = event.concern
    if reader := handler_of(uow, concern):
        say = say_to(uow, reader)
        match event:
            case ConcernStillBad():
                shown = staff_views.why_not_solved(say, concern, event.why)
            case ConcernReopened():
                shown = staff_views.not_solved(say, concern)
            case ConcernWithdrawn():
                shown = staff_views.was_withdrawn(say, concern)
            case _:
                shown = staff_views.solved(say, concern)
        post(uow, reader, f"concern-{concern.id}-verdict-{event.line}", shown)


def alarm(uow: UnitOfWork, event: ConcernRunsOut) -> None:
    """A mark has passed: a reminder to who sees to it, or a rung up the ladder; the resident hears of that too."""
    concern, mark = event.concern, event.mark
    if concern.deadline is None:
        return
    nothing_of_alarms_any_more(uow, event)  # the later one says it all
    if concern.deadline.due is Due.LAST_WORD:
        if reader := author_of(uow, concern):
            shown = own_views.asked_again(say_to(uow, reader), concern)
            post(uow, reader, f"concern-{concern.id}-alarm-{event.line}", shown)
    elif mark.rung:
        _escalate(uow, event, concern.deadline, mark)
    else:
        _remind(uow, event, concern.deadline)


def _remind(uow: UnitOfWork, event: ConcernRunsOut, clock: Deadline) -> None:
    concern = event.concern
    if handler := handler_of(uow, concern):
        _alarm(uow, event, handler, clock)
    elif group := uow.groups.serving(concern.community, Purpose.MODERATORS):
        shown = alarm_views.reminder_in_group(say_to(uow, Reader(0, "")), concern, clock, uow.link).params()
        cause = f"concern-{concern.id}-alarm-{event.line}-group"
        uow.outbox.put(Post(cause, group.chat_id, shown, considerate(uow.now, uow.settings)))
    else:
        for reader in uow.roles.holders(concern.community, Role.MODERATOR):
            _alarm(uow, event, reader, clock)


def _alarm(uow: UnitOfWork, event: ConcernRunsOut, reader: Reader, clock: Deadline) -> None:
    shown = alarm_views.reminder(say_to(uow, reader), event.concern, clock)
    post(uow, reader, f"concern-{event.concern.id}-alarm-{event.line}-{reader.telegram_id}", shown)


def _escalate(uow: UnitOfWork, event: ConcernRunsOut, clock: Deadline, mark: Mark) -> None:
    concern = event.concern
    role, readers = _rung(uow, concern, mark.rung)
    handler = handler_of(uow, concern)
    if handler is not None:
        readers = {handler.telegram_id: handler, **readers}
    for reader in readers.values():
        replies = role is Role.GOVERNMENT and reader != handler
        shown = alarm_views.too_late(say_to(uow, reader), concern, clock, replies=replies)
        post(uow, reader, f"concern-{concern.id}-alarm-{event.line}-{reader.telegram_id}", shown)
    if role is not None and (author := author_of(uow, concern)):
        shown = alarm_views.we_are_late(say_to(uow, author), concern, role)
        post(uow, author, f"concern-{concern.id}-alarm-{event.line}-author", shown)


def _rung(uow: UnitOfWork, concern: Concern, rung: int) -> tuple[Role | None, dict[int, Reader]]:
    """Who hears of it on this rung; where nobody holds the role, on the next one that somebody holds."""
    for step in uow.settings.response.escalation[rung - 1 :]:
        role = Role(step.to)
        building = concern.served_by if role is Role.LIAISON else None
        if found := uow.roles.holders(concern.community, role, building):
            return role, {reader.telegram_id: reader for reader in found}
    return None, {}
