"""What reaches settings: /settings, in private chats only."""

from aiogram.types import Message

from bot.kit.home import SETTINGS, SeeSettings
from bot.kit.routes import FormRoute, Routes
from bot.kit.visit import Visit
from bot.settings import refusal_views, service, taps, views
from bot.settings.forms import SettingDraft
from nlu.answer import yes_or_no


async def settings(visit: Visit, _: SeeSettings | str | None) -> None:
    """`/settings`; whoever looks changes nothing any more."""
    await visit.ask(service.check, visit.reader)
    if isinstance(visit.form, SettingDraft):
        await visit.keep(None)
    await visit.show(views.sections(visit.say))


async def see_section(visit: Visit, tap: taps.SeeSection) -> None:
    found = await visit.ask(service.look, visit.reader, tap.section)
    await visit.show(views.section(visit.say, found, tap.page))


async def see_setting(visit: Visit, tap: taps.SeeSetting) -> None:
    await visit.show(views.one(visit.say, await visit.ask(service.look_at, visit.reader, tap.setting)))


async def change_setting(visit: Visit, tap: taps.ChangeSetting) -> None:
    key = str(visit.key)
    await _ask(visit, await visit.do(service.begin, visit.reader, visit.place, key, tap.setting))


async def change_back(visit: Visit, tap: taps.ChangeBack) -> None:
    key = str(visit.key)
    await _ask(visit, await visit.do(service.change_back, visit.reader, visit.place, key, tap.number))


async def becomes_word(visit: Visit, tap: taps.BecomesWord) -> None:
    await _write(visit, tap.key, tap.word)


async def hears(visit: Visit, message: Message) -> None:
    """The value, the reason, or yes and no."""
    draft, text = visit.form, message.text or ""
    if not isinstance(draft, SettingDraft):
        return
    agreed = yes_or_no(text) if draft.reason else None
    if draft.new is None:
        await _write(visit, draft.key, text)
    elif agreed:
        await confirm(visit, taps.ConfirmSetting(key=draft.key))
    elif agreed is False:
        await drop(visit, taps.DropSetting())
    else:
        await _ask(visit, await visit.do(service.explain, visit.reader, visit.place, draft.key, text))


async def confirm(visit: Visit, tap: taps.ConfirmSetting) -> None:
    await visit.show(views.done(visit.say, await visit.do(service.change, visit.reader, visit.place, tap.key)))


async def drop(visit: Visit, _: taps.DropSetting) -> None:
    await visit.do(service.drop, visit.place)
    await visit.show(views.dropped(visit.say))


async def see_changes(visit: Visit, _: taps.SeeChanges) -> None:
    await visit.show(views.changes(visit.say, await visit.ask(service.history, visit.reader)))


async def _write(visit: Visit, key: str, text: str) -> None:
    await _ask(visit, await visit.do(service.write, visit.reader, visit.place, key, text))


async def _ask(visit: Visit, draft: SettingDraft) -> None:
    if draft.new is None:
        await visit.show(views.ask_value(visit.say, draft))
    elif not draft.reason:
        await visit.show(views.ask_reason(visit.say, service.MOST))
    else:
        moments = await visit.ask(service.counts_from, visit.reader, draft.setting)
        await visit.show(views.read_back(visit.say, draft, *moments))


def routes() -> Routes:
    """What reaches settings."""
    return Routes(
        commands={"settings": settings},
        taps={
            SeeSettings: settings,
            taps.SeeSection: see_section,
            taps.SeeSetting: see_setting,
            taps.ChangeSetting: change_setting,
            taps.BecomesWord: becomes_word,
            taps.ConfirmSetting: confirm,
            taps.DropSetting: drop,
            taps.SeeChanges: see_changes,
            taps.ChangeBack: change_back,
        },
        says={SETTINGS: settings},
        doors={SeeSettings.door: settings},
        forms={SettingDraft: FormRoute(hears, _ask)},
        explanations=refusal_views.EXPLANATIONS,
    )
