"""What who raised a concern is told."""

from collections.abc import Callable

from bot.concerns import own_views
from bot.concerns.model.concern import Concern, Line
from bot.concerns.model.events import (
    ConcernChanged,
    ConcernClaimed,
    ConcernConfirmed,
    ConcernHandedOver,
    ConcernJoined,
    ConcernLapsed,
    ConcernResumed,
    ConcernSaid,
    FollowUpDue,
    OfficialReply,
)
from bot.concerns.model.life import Deed
from bot.concerns.notices.people import author_of, post, post_photo, say_to
from bot.kit.screens import Screen
from bot.kit.words import Words
from bot.unit_of_work import UnitOfWork


def hears_who_sees_to_it(uow: UnitOfWork, event: ConcernClaimed | ConcernHandedOver) -> None:
    """A person has taken it on."""
    name = event.concern.handler.name if event.concern.handler else ""
    _tell(uow, event.concern, f"seen-to-{event.line}", lambda say: own_views.is_seen_to(say, event.concern, name))


def hears_what_was_said(uow: UnitOfWork, event: ConcernSaid) -> None:
    """In full, page by page, and the question whether it is solved; the photo first."""
    concern, said = event.concern, uow.concerns.line(event.line)
    if said.photo and (reader := author_of(uow, concern)):
        post_photo(uow, reader, f"concern-{concern.id}-photo-{event.line}", said.photo, f"#{concern.number}")
    _tell(uow, concern, f"said-{event.line}", lambda say: _said(say, concern, said, event))


def _said(say: Words, concern: Concern, said: Line, event: ConcernSaid) -> Screen:
    if event.deed is Deed.CALL_SIMPLE:
        return own_views.called_simple(say, concern)
    if event.deed is Deed.RESUME:
        return own_views.goes_on(say, concern)
    return own_views.said(say, concern, said, event.by.name)


def hears_official_reply(uow: UnitOfWork, event: OfficialReply) -> None:
    """In full, page by page."""
    concern, said = event.concern, uow.concerns.line(event.line)
    name = uow.residents.reader(said.by, concern.community).name
    _tell(uow, concern, f"official-{event.line}", lambda say: own_views.said(say, concern, said, name))


def hears_it_goes_on(uow: UnitOfWork, event: ConcernResumed) -> None:
    """The pause is over by itself."""
    _tell(uow, event.concern, f"goes-on-{event.line}", lambda say: own_views.goes_on(say, event.concern))


def hears_it_lapsed(uow: UnitOfWork, event: ConcernLapsed) -> None:
    """It is closed; one tap opens it again."""
    _tell(uow, event.concern, f"lapsed-{event.line}", lambda say: own_views.lapsed(say, event.concern))


def is_asked_once_more(uow: UnitOfWork, event: FollowUpDue) -> None:
    """Weeks later: is it still fine?"""
    concern = event.concern
    run = concern.deadline.run if concern.deadline else 0
    _tell(uow, concern, f"still-fine-{run}", lambda say: own_views.still_fine(say, concern))


def hears_it_is_joined(uow: UnitOfWork, event: ConcernJoined) -> None:
    """It goes on as another one."""
    if event.concern.original is not None:
        original = uow.concerns.with_id(event.concern.original)
        _tell(uow, event.concern, f"joined-{event.line}", lambda say: own_views.joined(say, event.concern, original))


def those_of_duplicates_hear(uow: UnitOfWork, event: ConcernConfirmed | ConcernLapsed) -> None:
    """The concern as which theirs went on is closed."""
    for duplicate in uow.concerns.duplicates(event.concern.id):
        if reader := author_of(uow, duplicate):
            shown = own_views.original_closed(say_to(uow, reader), duplicate, event.concern)
            post(uow, reader, f"concern-{duplicate.id}-original-closed-{event.line}", shown)


def those_who_met_it_hear(uow: UnitOfWork, event: ConcernConfirmed) -> None:
    """It is solved for their households too."""
    joined = {duplicate.author.id for duplicate in uow.concerns.duplicates(event.concern.id)}
    for resident in uow.supporters.people(event.concern.id):
        if resident.telegram_id is not None and resident.id not in joined:
            reader = uow.residents.reader(resident.telegram_id, event.concern.community)
            shown = own_views.solved_for_you_too(say_to(uow, reader), event.concern)
            post(uow, reader, f"concern-{event.concern.id}-met-{event.line}-{resident.id}", shown)


def _tell(uow: UnitOfWork, concern: Concern, what: str, shown: Callable[[Words], Screen]) -> None:
    if reader := author_of(uow, concern):
        post(uow, reader, f"concern-{concern.id}-{what}", shown(say_to(uow, reader)))


def nothing_of_alarms_any_more(uow: UnitOfWork, event: ConcernChanged) -> None:
    """Alarms that wait for the morning are not true any more once somebody has seen to it."""
    uow.outbox.withdraw_all(f"concern-{event.concern.id}-alarm-", uow.now)
