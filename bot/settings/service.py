"""Looking at settings, and changing them: read back, with a reason, from a moment on at which it is fair."""

from collections.abc import Sequence
from datetime import datetime

from bot.config.changing import NoSuchValue, Written, changed, names, read, value
from bot.kit.forms import Place
from bot.kit.people import CommunityId, Reader
from bot.residents.model import NoCommunity
from bot.roles.model import MAY, Act, permit
from bot.settings.forms import SettingDraft
from bot.settings.model import (
    NOT_BY_CHAT,
    Begins,
    NoSetting,
    NoSettingDraft,
    OnlyInFile,
    ReasonMissing,
    SameValue,
    Setting,
    SettingChange,
    SettingChanged,
    ValueUnfit,
    after_day,
    begins,
    next_month,
    setting,
)
from bot.unit_of_work import UnitOfWork

MOST = 60
"""Characters of a reason."""
NEWEST = 5
ALL = names()


def look(uow: UnitOfWork, reader: Reader, section: str) -> Sequence[Setting]:
    """A section's settings. Raises `NoCommunity`, `NotAllowed`, `NoSetting`."""
    found = [_look(uow, reader, name) for name in ALL if name.split(".")[0] == section]
    if not found:
        raise NoSetting
    return found


def look_at(uow: UnitOfWork, reader: Reader, name: str) -> Setting:
    """Raises `NoCommunity`, `NotAllowed`, `NoSetting`."""
    if name not in ALL:
        raise NoSetting
    return _look(uow, reader, name)


def history(uow: UnitOfWork, reader: Reader) -> Sequence[tuple[SettingChange, str]]:
    """The last changes, each with the name of who made it. Raises `NoCommunity`, `NotAllowed`."""
    found = uow.setting_changes.newest(_seen(uow, reader), NEWEST)
    return [(change, uow.residents.called(change.community, change.by)) for change in found]


def check(uow: UnitOfWork, reader: Reader) -> None:
    """Whether `reader` may see settings. Raises `NoCommunity`, `NotAllowed`."""
    _seen(uow, reader)


def begin(uow: UnitOfWork, reader: Reader, place: Place, key: str, name: str) -> SettingDraft:
    """Ask for another value. Raises `NotAllowed`, `NoSetting`, `OnlyInFile`."""
    _changeable(uow, reader, name)
    draft = SettingDraft(key, name, value(uow.settings, name))
    uow.conversations.keep(place, draft)
    return draft


def change_back(uow: UnitOfWork, reader: Reader, place: Place, key: str, number: int) -> SettingDraft:
    """Propose what it was before a change. Raises what `begin` and `propose` raise."""
    community = _changing(uow, reader)
    undone = uow.setting_changes.get(community, number)
    if undone is None:
        raise NoSetting
    draft = begin(uow, reader, place, key, undone.name)
    return propose(uow, reader, place, draft.key, undone.old)


def write(uow: UnitOfWork, reader: Reader, place: Place, key: str, text: str) -> SettingDraft:
    """The value in somebody's words. Raises what `propose` raises."""
    name = _draft(uow, place, key).setting
    written = read(name, text)
    if written is None:
        raise ValueUnfit(name)
    return propose(uow, reader, place, key, written)


def propose(uow: UnitOfWork, reader: Reader, place: Place, key: str, new: Written) -> SettingDraft:
    """The value, checked as `config.yaml` is. Raises `NotAllowed`, `NoSettingDraft`, `ValueUnfit`, `SameValue`."""
    draft = _draft(uow, place, key)
    _changeable(uow, reader, draft.setting)
    try:
        after = changed(uow.settings, draft.setting, new)
    except NoSuchValue:
        raise ValueUnfit(draft.setting) from None
    told = draft.becomes(value(after, draft.setting))
    if told.new == draft.old and not _coming(uow, reader, draft.setting):
        raise SameValue
    uow.conversations.keep(place, told)
    return told


def explain(uow: UnitOfWork, reader: Reader, place: Place, key: str, reason: str) -> SettingDraft:
    """Why. Raises `NotAllowed`, `NoSettingDraft`, `ReasonMissing`."""
    draft = _draft(uow, place, key)
    _changing(uow, reader)
    line = " ".join(reason.split())
    if not 0 < len(line) <= MOST:
        raise ReasonMissing(MOST)
    told = draft.because(line)
    uow.conversations.keep(place, told)
    return told


def drop(uow: UnitOfWork, place: Place) -> None:
    """Nothing is changed."""
    if isinstance(uow.conversations.form(place), SettingDraft):
        uow.conversations.keep(place, None)


def counts_from(uow: UnitOfWork, reader: Reader, name: str) -> tuple[datetime, datetime]:
    """From when on a change of this setting would count, and what time it is. Raises `NotAllowed`."""
    return _from(uow, _changing(uow, reader), begins(name)), uow.now


def change(uow: UnitOfWork, reader: Reader, place: Place, key: str) -> SettingChange:
    """It is right as it was read back. Once for each key. Raises `NotAllowed`, `NoSettingDraft`, `OnlyInFile`.

    What somebody else has changed since it was asked is not changed over their head.
    """
    community = _changing(uow, reader)
    made = uow.setting_changes.with_key(key)
    if made is not None and made.community == community:
        return made
    draft = _draft(uow, place, key)
    _changeable(uow, reader, draft.setting)
    if draft.new is None or not draft.reason or value(uow.settings, draft.setting) != draft.old:
        raise NoSettingDraft
    from_at = _from(uow, community, begins(draft.setting))
    new = SettingChange(
        community, key, draft.setting, draft.old, draft.new, draft.reason, reader.telegram_id, uow.now, from_at
    )
    uow.conversations.keep(place, None)
    kept = uow.setting_changes.add(new)
    uow.record(SettingChanged(kept))
    return kept


def _from(uow: UnitOfWork, community: CommunityId, when: Begins) -> datetime:
    if when is Begins.NEXT_MONTH:
        return next_month(uow.now, uow.settings.zone)
    coming = uow.sittings.to_come(community, uow.now, 1) if when is Begins.NEXT_SITTING else ()
    return after_day(coming[0].starts_at, uow.settings.zone) if coming else uow.now


def _look(uow: UnitOfWork, reader: Reader, name: str) -> Setting:
    community = _seen(uow, reader)
    may = any(Act.CHANGE_SETTINGS in MAY[held.role] for held in uow.roles.of(reader))
    coming = uow.setting_changes.coming(community, uow.now)
    return setting(name, uow.settings, uow.defaults, coming, may=may)


def _coming(uow: UnitOfWork, reader: Reader, name: str) -> bool:
    return look_at(uow, reader, name).coming is not None


def _seen(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.SEE_LOG)
    return reader.community


def _changing(uow: UnitOfWork, reader: Reader) -> CommunityId:
    if reader.community is None:
        raise NoCommunity
    permit(uow.roles.of(reader), Act.CHANGE_SETTINGS)
    return reader.community


def _changeable(uow: UnitOfWork, reader: Reader, name: str) -> None:
    _changing(uow, reader)
    if name not in ALL:
        raise NoSetting
    if begins(name) in NOT_BY_CHAT:
        raise OnlyInFile(begins(name))


def _draft(uow: UnitOfWork, place: Place, key: str) -> SettingDraft:
    draft = uow.conversations.form(place)
    if not isinstance(draft, SettingDraft) or draft.key != key:
        raise NoSettingDraft
    return draft
