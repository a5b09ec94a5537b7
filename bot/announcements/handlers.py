"""What reaches announcements: /announce, and what their readers tap."""

from datetime import UTC, datetime

from aiogram.types import Message

from bot.announcements import refusal_views, taps, views, writing_views
from bot.announcements.forms import AnnouncementDraft
from bot.announcements.model import AnnouncementId, NoAnnouncementDraft
from bot.announcements.service import sending, writing
from bot.kit.home import ANNOUNCE, Announce
from bot.kit.people import Language, Reader
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from nlu.answer import yes_or_no
from nlu.day import find_day
from nlu.hour import find_hour


async def announce(visit: Visit, words: str | Announce | None) -> None:
    """`/announce`, or with the text right behind it; a text that was half written is gone on with."""
    text = words.strip() if isinstance(words, str) else ""
    new = AnnouncementDraft(str(visit.key), text=text)
    await _ask(visit, await visit.do(writing.begin, visit.reader, visit.place, new))


async def in_group(visit: Visit, _: str) -> None:
    await visit.show(writing_views.only_in_private(visit.say))


async def goes_to(visit: Visit, tap: taps.GoesTo) -> None:
    await _tell(visit, tap.key, lambda draft: draft.goes_to(tap.whom))


async def goes_to_building(visit: Visit, tap: taps.GoesToBuilding) -> None:
    await _tell(visit, tap.key, lambda draft: draft.goes_to_building(tap.building), tap.page)


async def all_buildings(visit: Visit, tap: taps.AllBuildings) -> None:
    await _tell(visit, tap.key, AnnouncementDraft.has_all_buildings)


async def goes_to_role(visit: Visit, tap: taps.GoesToRole) -> None:
    await _tell(visit, tap.key, lambda draft: draft.goes_to_role(tap.role))


async def add_english(visit: Visit, tap: taps.AddEnglish) -> None:
    await _tell(visit, tap.key, AnnouncementDraft.adds)


async def no_english(visit: Visit, tap: taps.NoEnglish) -> None:
    await _tell(visit, tap.key, AnnouncementDraft.stays_as_it_is)


async def reword(visit: Visit, tap: taps.Reword) -> None:
    await _tell(visit, tap.key, AnnouncementDraft.reworded)


async def turn(visit: Visit, tap: taps.MoreBuildings | taps.MoreRoles | taps.MoreWays) -> None:
    """The next page of what can be chosen."""
    sight = await visit.ask(writing.sight, visit.reader, _open(visit, tap.key))
    await visit.show(writing_views.question(visit.say, sight, tap.page))


async def hears(visit: Visit, message: Message) -> None:
    """The text, the same in English, or when it goes out."""
    draft = visit.form
    if not isinstance(draft, AnnouncementDraft):
        return
    text = (message.text or "").strip()
    if not text:
        await visit.show(writing_views.cannot_read(visit.say, await visit.ask(writing.sight, visit.reader, draft)))
    elif draft.asks is not None:
        await _ask(visit, await visit.do(writing.write, visit.reader, visit.place, draft.key, text))
    elif yes_or_no(text):
        await send(visit, taps.SendIt(key=draft.key))
    else:
        sight = await visit.ask(writing.sight, visit.reader, draft)
        moment = find_day(text, sight.today), find_hour(text)
        await _ask(visit, await visit.do(writing.choose_moment, visit.reader, visit.place, draft.key, *moment))


async def see_draft(visit: Visit, tap: taps.SeeDraft) -> None:
    """As a reader in English or in 长辈版 gets it."""
    await _show_draft(visit, _open(visit, tap.key), "en" if tap.english else "zh", elder=tap.elder, page=tap.page)


async def send(visit: Visit, tap: taps.SendIt) -> None:
    at = datetime.fromtimestamp(tap.at * 60, UTC) if 0 < tap.at < LAST else None
    one = await visit.do(writing.send, visit.reader, visit.place, tap.key, at, tap.urgent)
    await visit.show(views.accepted(visit.say, await visit.ask(sending.look, visit.reader, one.id)))


async def drop(visit: Visit, tap: taps.DropAnnouncement) -> None:
    await visit.do(writing.drop, visit.place, tap.key)
    await visit.show(writing_views.dropped(visit.say))


async def cancel(visit: Visit, tap: taps.CancelAnnouncement) -> None:
    found = await visit.do(sending.cancel, visit.reader, AnnouncementId(tap.announcement))
    await visit.show(views.progress(visit.say, found))


async def see_progress(visit: Visit, tap: taps.SeeProgress) -> None:
    found = await visit.ask(sending.look, visit.reader, AnnouncementId(tap.announcement))
    await visit.show(views.progress(visit.say, found))


async def see_failures(visit: Visit, tap: taps.SeeFailures) -> None:
    found = await visit.ask(sending.look, visit.reader, AnnouncementId(tap.announcement))
    await visit.show(views.failures(visit.say, found, tap.page))


async def see_newest(visit: Visit, _: taps.SeeAnnouncements) -> None:
    await visit.show(views.newest(visit.say, await visit.ask(sending.newest, visit.reader)))


async def read(visit: Visit, tap: taps.ReadAnnouncement) -> None:
    """The next page, as its readers in 长辈版 turn it."""
    one, author = await visit.ask(sending.read, visit.reader, AnnouncementId(tap.announcement))
    await visit.show(views.read(visit.say, one, author, tap.page))


LAST = int(datetime(9000, 1, 1, tzinfo=UTC).timestamp()) // 60
"""Minutes that a button of ours never names."""


async def _tell(visit: Visit, key: str, change: writing.Change, page: int = 0) -> None:
    await _ask(visit, await visit.do(writing.tell, visit.reader, visit.place, key, change), page)


async def _ask(visit: Visit, draft: AnnouncementDraft, page: int = 0) -> None:
    """Before anything is decided, the whole as its readers get it."""
    sight = await visit.ask(writing.sight, visit.reader, draft)
    if draft.asks is None:
        await _show_draft(visit, draft, "zh")
    await visit.show(writing_views.question(visit.say, sight, page))


async def _show_draft(
    visit: Visit, draft: AnnouncementDraft, language: Language, *, elder: bool = False, page: int = 0
) -> None:
    sight = await visit.ask(writing.sight, visit.reader, draft)
    say = visit.say.for_reader(Reader(0, "", language, elder))
    await visit.show(views.previewed(say, draft, sight.author, page))


def _open(visit: Visit, key: str) -> AnnouncementDraft:
    if not isinstance(visit.form, AnnouncementDraft) or visit.form.key != key:
        raise NoAnnouncementDraft
    return visit.form


def routes() -> Routes:
    """What reaches announcements."""
    return Routes(
        commands={"announce": announce},
        group_commands={"announce": in_group},
        taps={
            Announce: announce,
            taps.GoesTo: goes_to,
            taps.GoesToBuilding: goes_to_building,
            taps.MoreBuildings: turn,
            taps.AllBuildings: all_buildings,
            taps.GoesToRole: goes_to_role,
            taps.MoreRoles: turn,
            taps.MoreWays: turn,
            taps.AddEnglish: add_english,
            taps.NoEnglish: no_english,
            taps.Reword: reword,
            taps.SeeDraft: see_draft,
            taps.SendIt: send,
            taps.DropAnnouncement: drop,
            taps.CancelAnnouncement: cancel,
            taps.SeeProgress: see_progress,
            taps.SeeFailures: see_failures,
            taps.SeeAnnouncements: see_newest,
            taps.ReadAnnouncement: read,
        },
        says={ANNOUNCE: announce},
        doors={Announce.door: announce},
        forms={AnnouncementDraft: FormRoute(hears, _ask)},
        explanations=refusal_views.EXPLANATIONS,
    )
