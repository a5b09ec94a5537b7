"""Settings in words: section by section, one by one, and what a change would mean."""

from collections.abc import Sequence
from datetime import datetime

from bot.config.changing import Written, schema
from bot.kit.home import SETTINGS, SeeSettings
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later
from bot.settings import taps
from bot.settings.forms import SettingDraft
from bot.settings.meaning_views import MEANINGS, SECTIONS
from bot.settings.model import NOT_BY_CHAT, Begins, Setting, SettingChange

PAGE_OF = 8
"""Settings on one page."""
WORDS = {
    "monday": later("Monday"),
    "tuesday": later("Tuesday"),
    "wednesday": later("Wednesday"),
    "thursday": later("Thursday"),
    "friday": later("Friday"),
    "saturday": later("Saturday"),
    "sunday": later("Sunday"),
    "china": later("China"),
    "none": later("none"),
    "skip": later("left out"),
    "next_week": later("a week later"),
    "day_before": later("the last day before"),
    "hold": later("held all the same"),
    "vote": later("by vote"),
    "rank": later("by points"),
}
WHEN = {
    Begins.AT_ONCE: later("A change counts at once."),
    Begins.NEW_ONES: later("A change counts for what begins from then on; what runs keeps its rules."),
    Begins.NEXT_SITTING: later("A change counts when the next deliberation day is over."),
    Begins.NEXT_MONTH: later("A change counts from the next month on."),
    Begins.CHARTER: later("It is the charter's: only an amendment that is voted on changes it."),
    Begins.FILE: later("It is not changed here: what stands in the books was made with it. It is in config.yaml."),
}


def sections(say: Words) -> Screen:
    choices = [Choice(say.plain(title), taps.SeeSection(section=one)) for one, title in SECTIONS.items()]
    history = Choice(say.plain("What was changed"), taps.SeeChanges())
    return screen(say, say("The community's numbers. Which ones would you like to see?"), *choices, history,
                  columns=3, back=GoHome())  # fmt: skip


def section(say: Words, found: Sequence[Setting], page: int = 0) -> Screen:
    """What each means and is; a number leads to one."""
    pages = -(-len(found) // PAGE_OF)
    first = page % pages * PAGE_OF
    shown = list(enumerate(found[first : first + PAGE_OF], first + 1))
    lines = [
        say("{number}. {meaning}: {value}", number=number, meaning=say.plain(MEANINGS[one.name]),
            value=worded(say, one.value))
        for number, one in shown
    ]  # fmt: skip
    looks = [Choice(f"{number}", taps.SeeSetting(setting=one.name)) for number, one in shown]
    which = found[0].name.partition(".")[0]
    more = [Choice(say.plain("Further ones"), taps.SeeSection(section=which, page=page + 1))] if pages > 1 else []
    return screen(say, "\n".join(lines), *looks, *more, columns=4, back=SeeSettings())


def one(say: Words, found: Setting) -> Screen:
    """What it is, what it would be without a change, what would be right, and from when on."""
    name = found.name
    lines = [say("<b>{meaning}</b>\nNow: {value}", meaning=say.plain(MEANINGS[name]), value=worded(say, found.value))]
    if found.value != found.default:
        lines.append(say("As it was set up: {value}", value=worded(say, found.default)))
    if found.coming is not None:
        day = say.time(found.coming.from_at)
        lines.append(say("From {time} on: {value}", time=day, value=worded(say, found.coming.new)))
    lines.append(say(WHEN[found.begins]))
    changes = [Choice(say.plain("Change it"), taps.ChangeSetting(setting=name))]
    back = taps.SeeSection(section=name.partition(".")[0])
    return screen(say, "\n".join(lines), *(changes if found.may and found.begins not in NOT_BY_CHAT else []), back=back)


def ask_value(say: Words, draft: SettingDraft) -> Screen:
    values = {"meaning": say.plain(MEANINGS[draft.setting]), "value": worded(say, draft.old)}
    text = say("{meaning}: {value} now. What shall it be? Right is {right}.", **values, right=right(say, draft.setting))
    words = [
        Choice(say.plain(WORDS[word]), taps.BecomesWord(key=draft.key, word=word))
        for word in schema(draft.setting).get("enum", ())
    ]
    return screen(say, text, *words, _drop(say))


def ask_reason(say: Words, most: int) -> Screen:
    text = say("Why? One sentence of at most {most} characters; it stands beside the change for all who see the log.",
               most=most)  # fmt: skip
    return screen(say, text, _drop(say))


def read_back(say: Words, draft: SettingDraft, from_at: datetime, now: datetime) -> Screen:
    """Once before it binds."""
    values = {
        "meaning": say.plain(MEANINGS[draft.setting]),
        "old": worded(say, draft.old),
        "new": worded(say, draft.new),
        "reason": draft.reason,
    }
    if from_at > now:
        text = say("{meaning}: {old} becomes {new}, from {time} on. Because: {reason}. Right?", **values,
                   time=say.time(from_at))  # fmt: skip
    else:
        text = say("{meaning}: {old} becomes {new}, at once. Because: {reason}. Right?", **values)
    yes = Choice(say.plain("Yes, change it"), taps.ConfirmSetting(key=draft.key))
    return screen(say, text, yes, _drop(say))


def done(say: Words, change: SettingChange) -> Screen:
    text = say("Changed, as number {number} of the log. From {time} on: {value}.", number=change.number,
               time=say.time(change.from_at), value=worded(say, change.new))  # fmt: skip
    back_again = Choice(say.plain("Change it back"), taps.ChangeBack(number=change.number))
    return screen(say, text, _all(say), back_again, back=GoHome())


def changes(say: Words, found: Sequence[tuple[SettingChange, str]]) -> Screen:
    """The newest, with who, what and why."""
    if not found:
        return screen(say, say("Nothing was changed yet: all is as it was set up."), _all(say), back=GoHome())
    lines = [
        say("#{number} {time}, {name}: {meaning}, {old} → {new}, from {start} on. {reason}", number=change.number,
            time=say.time(change.made_at), name=name, meaning=say.plain(MEANINGS.get(change.name, change.name)),
            old=worded(say, change.old), new=worded(say, change.new), start=say.time(change.from_at),
            reason=change.reason)
        for change, name in found
    ]  # fmt: skip
    backs = [
        Choice(say.plain("Change #{number} back", number=change.number), taps.ChangeBack(number=change.number))
        for change, _ in found
    ]
    return screen(say, "\n\n".join(lines), *backs, back=SeeSettings())


def told(say: Words, change: SettingChange, name: str) -> Screen:
    """To the others who run the community."""
    text = say("{name} has changed a setting, #{number}. {meaning}: {old} → {new}, from {time} on. {reason}", name=name,
               number=change.number, meaning=say.plain(MEANINGS[change.name]), old=worded(say, change.old),
               new=worded(say, change.new), time=say.time(change.from_at), reason=change.reason)  # fmt: skip
    return screen(say, text, _all(say), back=GoHome())


def dropped(say: Words) -> Screen:
    return screen(say, say("Good, nothing is changed."), _all(say), back=GoHome())


def worded(say: Words, value: Written | None) -> str:
    """Plain, as people say it."""
    if isinstance(value, list):
        return say.plain(", ").join(map(str, value))
    return say.plain(WORDS[value]) if isinstance(value, str) and value in WORDS else str(value)


def right(say: Words, name: str) -> str:
    """Plain: what would be taken."""
    kind = schema(name)
    if kind.get("type") == "array":
        each = kind["items"]
        if each.get("format") == "time":
            return say.plain("up to {most} hours such as 09:00, one after the other", most=kind["maxItems"])
        return say.plain("up to {count} numbers from {least} to {most}, such as 1, 3, 7", count=kind["maxItems"],
                         least=each["minimum"], most=each["maximum"])  # fmt: skip
    if kind.get("type") == "integer":
        return say.plain("a number from {least} to {most}", least=kind["minimum"], most=kind["maximum"])
    if kind.get("format") == "time":
        return say.plain("an hour such as 19:00")
    if "enum" in kind:
        return say.plain("one of those below")
    if "maxLength" in kind:
        return say.plain("a text of at most {most} characters", most=kind["maxLength"])
    return say.plain("a fraction below one, such as 1/2")


def _all(say: Words) -> Choice:
    return Choice(say.plain(SETTINGS), SeeSettings())


def _drop(say: Words) -> Choice:
    return Choice(say.plain("Leave it as it is"), taps.DropSetting())
