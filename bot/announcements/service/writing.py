"""Writing an announcement: for whom, what it says, when it goes out; looked at before it is sent."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from bot.announcements.forms import AnnouncementDraft, Sight
from bot.announcements.model import (
    FAR,
    Announcement,
    AnnouncementId,
    AnnouncementMade,
    Audience,
    MomentUnfit,
    NoAnnouncementDraft,
    NobodyThere,
    NotInGroup,
    TextUnfit,
    Whom,
)
from bot.delivery.model import considerate
from bot.groups.model import Purpose
from bot.kit.forms import Form, Place
from bot.kit.people import CommunityId, Reader
from bot.roles.model import Act, NotAllowed, permit
from bot.unit_of_work import UnitOfWork

Change = Callable[[AnnouncementDraft], AnnouncementDraft]
OFFERED = 3
"""Moments that are offered beside now."""


def begin(uow: UnitOfWork, reader: Reader, place: Place, new: AnnouncementDraft) -> AnnouncementDraft:
    """Start one, or go on with what is half written. Raises `NotAllowed`, `NoAnnouncementDraft`."""
    permitted(uow, reader)
    draft = uow.conversations.form(place)
    if uow.repeated:
        return _still_open(draft)
    begun = draft if isinstance(draft, AnnouncementDraft) else new
    uow.conversations.keep(place, begun)
    return begun


def tell(uow: UnitOfWork, reader: Reader, place: Place, key: str, change: Change) -> AnnouncementDraft:
    """Say more of the draft with this key. Raises `NotAllowed`, `NoAnnouncementDraft`, `NobodyThere`, `NotInGroup`."""
    community = permitted(uow, reader)
    draft = _draft(uow, place, key)
    if uow.repeated:
        return draft
    told = change(draft)
    _check_audience(uow, community, told)
    uow.conversations.keep(place, told)
    return told


def write(uow: UnitOfWork, reader: Reader, place: Place, key: str, text: str) -> AnnouncementDraft:
    """What it says. Raises what `tell` raises, and `TextUnfit`."""
    most = uow.settings.announcements.characters
    if not 0 < len(text) <= most:
        raise TextUnfit(most)
    return tell(uow, reader, place, key, lambda draft: draft.says(text))


def choose_moment(
    uow: UnitOfWork, reader: Reader, place: Place, key: str, day: date | None, hour: time | None
) -> AnnouncementDraft:
    """Another moment, in words: today where no day is named. Raises what `tell` raises, and `MomentUnfit`."""
    if hour is None:
        raise MomentUnfit
    zone = uow.settings.zone
    at = datetime.combine(day or uow.now.astimezone(zone).date(), hour, zone)
    _check_moment(uow, at)
    return tell(uow, reader, place, key, lambda draft: draft.goes_at(at))


def sight(uow: UnitOfWork, reader: Reader, draft: AnnouncementDraft) -> Sight:
    """What is asked next, or the whole of it. Raises `NotAllowed`."""
    community = permitted(uow, reader)
    author = uow.residents.called(community, reader.telegram_id) or reader.name
    most = uow.settings.announcements.characters
    return Sight(
        draft,
        author,
        uow.residents.buildings(community),
        most,
        readers(uow, community, draft.audience),
        uow.now,
        uow.now.astimezone(uow.settings.zone).date(),
        considerate(uow.now, uow.settings),
        [draft.at, *_moments(uow)][:OFFERED] if draft.at else _moments(uow),
    )


def drop(uow: UnitOfWork, place: Place, key: str) -> None:
    """Forget the draft with this key. Raises `NoAnnouncementDraft` while another one is open."""
    if isinstance(uow.conversations.form(place), AnnouncementDraft):
        _draft(uow, place, key)
        uow.conversations.keep(place, None)


def send(uow: UnitOfWork, reader: Reader, place: Place, key: str, at: datetime | None, urgent: bool) -> Announcement:
    """It is right as it was shown: let it go out at `at`, or now. Once for each key, however often that is tapped.

    What is not urgent waits for the end of the quiet hours. Raises `NotAllowed`, `NoAnnouncementDraft`,
    `MomentUnfit`, `NobodyThere`, `NotInGroup`.
    """
    community = permitted(uow, reader)
    made = uow.announcements.with_key(key)
    if made is not None and made.community == community:
        return made
    draft = _draft(uow, place, key)
    if draft.asks is not None:
        raise NoAnnouncementDraft
    _check_audience(uow, community, draft)
    if at is not None:
        _check_moment(uow, at)
    wanted = at or uow.now
    due_at = wanted if urgent else considerate(wanted, uow.settings)
    new = Announcement(
        AnnouncementId(0), community, key, reader.telegram_id, draft.audience, draft.text, draft.english, urgent,
        due_at, total=readers(uow, community, draft.audience), look_at=due_at,
    )  # fmt: skip
    uow.conversations.keep(place, None)
    announcement = uow.announcements.add(new, uow.now)
    uow.record(AnnouncementMade(announcement))
    return announcement


def readers(uow: UnitOfWork, community: CommunityId, audience: Audience) -> int:
    """How many messages it is."""
    return 1 if audience.whom is Whom.GROUP else uow.announcements.count(community, audience)


def permitted(uow: UnitOfWork, reader: Reader) -> CommunityId:
    """Where `reader` may announce something. Raises `NotAllowed`."""
    permit(uow.roles.of(reader), Act.ANNOUNCE)
    if reader.community is None:
        raise NotAllowed(Act.ANNOUNCE)
    return reader.community


def _check_audience(uow: UnitOfWork, community: CommunityId, draft: AnnouncementDraft) -> None:
    whom = draft.audience
    if whom.whom is Whom.GROUP and uow.groups.serving(community, Purpose.MAIN) is None:
        raise NotInGroup
    known = draft.whom in (Whom.JOINED, Whom.ROLE) or draft.buildings_said
    if known and (whom.whom is not Whom.ROLE or whom.role) and not readers(uow, community, whom):
        raise NobodyThere


def _check_moment(uow: UnitOfWork, at: datetime) -> None:
    if not uow.now < at <= uow.now + FAR:
        raise MomentUnfit


def _moments(uow: UnitOfWork) -> Sequence[datetime]:
    """The next of the hours at which announcements usually go out."""
    zone = uow.settings.zone
    today = uow.now.astimezone(zone).date()
    days = (today, today + timedelta(days=1), today + timedelta(days=2))
    all_of_them = [datetime.combine(day, hour, zone) for day in days for hour in uow.settings.announcements.hours]
    return [at for at in all_of_them if at > uow.now][:OFFERED]


def _still_open(draft: Form | None) -> AnnouncementDraft:
    if not isinstance(draft, AnnouncementDraft):
        raise NoAnnouncementDraft
    return draft


def _draft(uow: UnitOfWork, place: Place, key: str) -> AnnouncementDraft:
    draft = _still_open(uow.conversations.form(place))
    if draft.key != key:
        raise NoAnnouncementDraft
    return draft
