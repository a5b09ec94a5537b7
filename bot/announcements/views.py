"""An announcement as its readers see it, and how far it has gone as its sender does."""

from collections.abc import Sequence
from datetime import timedelta

from bot.announcements import taps
from bot.announcements.forms import AnnouncementDraft
from bot.announcements.model import Announcement, Audience, Progress, Whom, Why
from bot.kit.home import ANNOUNCE, Announce
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, later, shorten
from bot.roles.model import Role

HOLDERS = {
    Role.LIAISON: later("building liaisons"),
    Role.REPRESENTATIVE: later("residents' representatives"),
    Role.ALTERNATE: later("alternate representatives"),
    Role.MODERATOR: later("moderators"),
    Role.SUPERVISOR: later("supervisors"),
    Role.GOVERNMENT: later("contacts at the sub-district office"),
    Role.GUIDE: later("guides"),
    Role.COMMITTEE_MEMBER: later("members of committees"),
    Role.CHAIR: later("chairs of deliberation days"),
    Role.ADMIN: later("administrators of this community"),
}
REASONS = {
    Why.BLOCKED: later("{number} have blocked the bot."),
    Why.NEVER_STARTED: later("{number} have never started the bot."),
    Why.GONE: later("{number} are not on Telegram any more."),
    Why.KICKED: later("The bot is not in the group any more."),
    Why.NO_RIGHTS: later("The bot may not write in the group."),
    Why.OTHER: later("{number} could not be written to; the reason is in the technical log."),
}
MOMENT = timedelta(minutes=1)
"""What goes on sooner is going on."""
SOME = 16
"""Characters of a list of buildings."""


def read(say: Words, announcement: Announcement, author: str, page: int = 0) -> Screen:
    """As its reader gets it; in 长辈版 page by page."""
    text = _signed(say, announcement.wording(say.language), author)
    return paged(
        say, text, page, lambda at: taps.ReadAnnouncement(announcement=announcement.id, page=at), back=_home(say)
    )


def previewed(say: Words, draft: AnnouncementDraft, author: str, page: int = 0) -> Screen:
    """The same before it is sent; `say` speaks as to the reader."""
    english = say.language == "en"
    text = _signed(say, draft.english if english and draft.english else draft.text, author)
    turn = taps.SeeDraft(key=draft.key, english=english, elder=say.elder)
    return paged(say, text, page, lambda at: turn.model_copy(update={"page": at}), back=_home(say))


def in_group(say: Words, text: str, english: str, author: str) -> Screen:
    """In the group everybody reads both languages."""
    both = "\n\n".join(part for part in (text, english) if part)
    return Screen(say.quote(_signed(say, both, author)))


def progress(say: Words, found: Progress) -> Screen:
    """One line that is edited while it goes out."""
    one = found.announcement
    stop = Choice(say.plain("Stop it"), taps.CancelAnnouncement(announcement=one.id))
    if not one.over and not one.cancelled:
        return screen(say, _line(say, found), stop, columns=1)
    see = Choice(say.plain("Who does not have it"), taps.SeeFailures(announcement=one.id))
    return screen(say, _line(say, found), *([see] if found.failures else []), columns=1)


def accepted(say: Words, found: Progress) -> Screen:
    """It has been sent off, or waits for its moment."""
    one = found.announcement
    stop = Choice(say.plain("Stop it"), taps.CancelAnnouncement(announcement=one.id))
    if one.due_at > found.at:
        return screen(say, _line(say, found), stop, back=GoHome())
    text = say("It goes out now. I show you here how far it is.")
    return screen(say, text, stop, back=GoHome())


def failures(say: Words, found: Progress, page: int = 0) -> Screen:
    """By reason, in words."""
    lines = [say.plain(REASONS[reason], number=f"{number:,}") for reason, number in found.failures.items()]
    text = "\n".join(lines) or say.plain("Everybody has it.")
    turn = taps.SeeFailures(announcement=found.announcement.id)
    return paged(say, text, page, lambda at: turn.model_copy(update={"page": at}), back=GoHome())


def newest(say: Words, them: Sequence[Progress]) -> Screen:
    """The last few, with what can be done about each."""
    again = Choice(say.plain(ANNOUNCE), Announce())
    if not them:
        return screen(say, say("Nothing has been announced yet."), again, back=GoHome())
    looks = [_look(say, found) for found in them]
    if say.elder:
        return screen(say, say("Which one would you like to look at?"), *looks, again)
    about = ["\n".join((say.quote(_first_words(say, found)), _line(say, found))) for found in them]
    return screen(say, "\n\n".join(about), *looks, again, columns=1, back=GoHome())


def whom(say: Words, audience: Audience) -> str:
    """Plain: for whom it is."""
    match audience:
        case Audience(whom=Whom.GROUP):
            return say.plain("the group")
        case Audience(whom=Whom.ROLE, role=Role() as role):
            return say.plain(HOLDERS[role])
        case Audience(whom=Whom.BUILDINGS, buildings=numbers):
            listed = shorten(say.plain(", ").join(map(str, numbers)), SOME)
            return say.plain("building {buildings}", buildings=listed)
    return say.plain("all who have joined")


def _line(say: Words, found: Progress) -> str:
    one = found.announcement
    done, total = f"{found.done:,}", f"{found.total:,}"
    if one.cancelled:
        return say("Stopped. {arrived} of {total} have it.", arrived=f"{found.arrived:,}", total=total)
    if one.look_at is None:
        return say("Sent. {arrived} of {total} have it.", arrived=f"{found.arrived:,}", total=total)
    if one.started_at is None and one.look_at > found.at:
        return say("It goes out {time}, to {total} people.", time=say.time(one.look_at), total=total)
    if not one.complete and one.due_at < one.look_at and _waits(found):
        return say("{done}/{total} sent. It goes on {time}.", done=done, total=total, time=say.time(one.look_at))
    if found.minutes_left is None:
        return say("{done}/{total} sent.", done=done, total=total)
    return say("{done}/{total} sent, about {minutes} min left.", done=done, total=total, minutes=found.minutes_left)


def _waits(found: Progress) -> bool:
    """Whether it is the quiet hours that hold it."""
    look_at = found.announcement.look_at
    return look_at is not None and look_at - found.at > MOMENT


def _look(say: Words, found: Progress) -> Choice:
    return Choice(_first_words(say, found), taps.SeeProgress(announcement=found.announcement.id))


def _first_words(say: Words, found: Progress) -> str:
    return shorten(found.announcement.wording(say.language), SOME)


def _signed(say: Words, text: str, author: str) -> str:
    if not author:
        return say.plain("Announcement: {text}", text=text)
    return say.plain("Announcement: {text}\n– {name}", text=text, name=author)


def _home(say: Words) -> GoHome | None:
    return GoHome() if say.elder else None
