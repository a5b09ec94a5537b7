"""How the calendar of deliberation days looks."""

from collections.abc import Sequence

from bot.kit.home import MINUTES, PREVIEW, SeeMinutes, SeePreview
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.sittings import taps
from bot.sittings.model.calendar import Day
from bot.sittings.model.sitting import Coming, Sitting, is_held, is_workshop, moment

HOLIDAYS = {
    "New Year's Day": later("New Year"),
    "Spring Festival": later("Spring Festival"),
    "Tomb-sweeping Day": later("Tomb-Sweeping Day"),
    "Labour Day": later("Labour Day"),
    "Dragon Boat Festival": later("Dragon Boat Festival"),
    "National Day": later("National Day"),
    "Mid-autumn Festival": later("Mid-Autumn Festival"),
    "Anti-Fascist 70th Day": later("Victory Day"),
}
"""By the names that `chinese_calendar` gives them."""
A_HOLIDAY = later("a holiday")
PLACE_ELDER = 9
"""Characters of the place that fit on a screen in 长辈版."""


def calendar(say: Words, coming: Coming) -> Screen:
    """The next deliberation day, and what comes before and after it."""
    following = next(entry for entry in coming.entries if is_held(entry) and not is_workshop(entry))
    if say.elder:
        return _calendar_elder(say, coming, following)
    lines = [_headline(say, coming, following)]
    if isinstance(following, Day):
        if following.moved:
            lines.append(_why_moved(say, following))
        lines.append(say("Its agenda is published {days} days before.", days=coming.preview_days))
    others = [_line(say, entry) for entry in coming.entries if entry is not following]
    lines += ["", say("Besides:"), *others] if others else []
    if unknown := _unannounced(coming):
        lines += ["", _not_announced(say, unknown)]
    return screen(say, "\n".join(lines), _minutes(say), *_deeds(say, coming), columns=1, back=SeePreview())


def _calendar_elder(say: Words, coming: Coming, following: Day | Sitting) -> Screen:
    lines = [_headline(say, coming, following)]
    before = [one for one in coming.entries if moment(one) < moment(following) and not is_workshop(one)]
    if before:
        lines.append(_note(say, before[0]))
    elif isinstance(following, Day) and following.moved:
        lines.append(_why_moved(say, following))
    elif isinstance(following, Day) and not following.announced:
        lines.append(_not_announced(say, following))
    call = [_call(say)] if coming.calls else []
    after = Choice(say.plain("See later ones"), taps.Later(page=coming.entries.index(following) + 1))
    workshop = _workshops(say, coming.entries)[:1]
    return screen(say, "\n".join(lines), after, *workshop, _minutes(say), *call, columns=1, back=SeePreview())


def further(say: Words, coming: Coming, page: int) -> Screen:
    """One of those that come up, for 长辈版; after the last it begins anew."""
    entry = coming.entries[page % len(coming.entries)]
    text = _line(say, entry)
    if isinstance(entry, Day) and not entry.announced:
        text += "\n" + _not_announced(say, entry)
    off = [_off(say, one) for one in coming.stand if one.starts_at == moment(entry)]
    following = Choice(say.plain("The one after it"), taps.Later(page=page + 1))
    return screen(say, text, *_workshops(say, [entry]), following, *off, columns=1, back=taps.SeeCalendar())


def _headline(say: Words, coming: Coming, entry: Day | Sitting) -> str:
    when, place = moment(entry), shorten(coming.place, PLACE_ELDER) if say.elder else coming.place
    if isinstance(entry, Sitting) and not entry.by_rule:
        return say("An extraordinary deliberation day: {when}, {place}.", when=say.time(when), place=place)
    return say("The next deliberation day: {when}, {place}.", when=say.time(when), place=place)


def _line(say: Words, entry: Day | Sitting) -> str:
    """All about one day."""
    when = say.time(moment(entry))
    if isinstance(entry, Sitting):
        return _off_line(say, entry) if entry.off else _kept_line(say, entry, when)
    if entry.starts_at is None:
        return _note(say, entry)
    if entry.moved:
        return "\n".join((when, _why_moved(say, entry)))
    return say("{when}, as usual", when=when)


def _kept_line(say: Words, sitting: Sitting, when: str) -> str:
    if sitting.workshop:
        return say("{when}: the workshop", when=when)
    return when if sitting.by_rule else say("{when} (extraordinary)", when=when)


def _off_line(say: Words, sitting: Sitting) -> str:
    day, reason = say.day(sitting.starts_at), shorten(sitting.reason, 20) if say.elder else sitting.reason
    if sitting.workshop:
        return say("{when}: the workshop was called off. {reason}", when=day, reason=reason)
    if sitting.by_rule:
        return say("{when}: this one was called off. {reason}", when=day, reason=reason)
    return say("{when}: the extraordinary one was called off. {reason}", when=day, reason=reason)


def _note(say: Words, entry: Day | Sitting) -> str:
    """Why there is none on a day."""
    day = say.day(moment(entry))
    if isinstance(entry, Day):
        return say("There is none on {day}: {holiday}.", day=day, holiday=_feast(say, entry))
    if entry.by_rule:
        return say("The one on {day} is off.", day=day)
    return say("The extraordinary one on {day} is off.", day=day)


def _why_moved(say: Words, day: Day) -> str:
    return say("It was to be on {day}: {holiday}.", day=say.day(day.usual), holiday=_feast(say, day))


def _feast(say: Words, day: Day) -> str:
    return say.plain(HOLIDAYS.get(day.holiday, A_HOLIDAY))


def _unannounced(coming: Coming) -> Day | None:
    return next((entry for entry in coming.entries if isinstance(entry, Day) and not entry.announced), None)


def _not_announced(say: Words, day: Day) -> str:
    return say("The holidays of {year} are not known yet; it may change.", year=day.usual.year)


def _deeds(say: Words, coming: Coming) -> list[Choice]:
    workshops = _workshops(say, coming.entries)
    return [*workshops, _call(say), *(_off(say, one) for one in coming.stand)] if coming.calls else workshops


def _workshops(say: Words, entries: Sequence[Day | Sitting]) -> list[Choice]:
    """The way to sign up for each that is held."""
    held = [one for one in entries if isinstance(one, Sitting) and one.workshop and not one.off]
    return [
        Choice(say.plain("Workshop on {day}", day=say.day(one.starts_at)), taps.SeeWorkshop(sitting=one.id))
        for one in held
    ]


def _minutes(say: Words) -> Choice:
    """What became of earlier ones."""
    return Choice(say.plain(MINUTES), SeeMinutes())


def _call(say: Words) -> Choice:
    return Choice(say.plain("Call an extraordinary one"), taps.CallSitting())


def _off(say: Words, sitting: Sitting) -> Choice:
    label = later("Call off the sitting of {day}") if sitting.by_rule else later("Call off {day}")
    if sitting.workshop:
        label = later("Call off the workshop of {day}")
    return Choice(say.plain(label, day=say.time(sitting.starts_at)), taps.CallOff(sitting=sitting.id))


def announced_in_group(say: Words, sitting: Sitting, place: str) -> Screen:
    """The card that everybody reads; it always shows how things are. Of a workshop, that it is off."""
    when = say.time(sitting.starts_at)
    if sitting.workshop:
        return Screen(say("<b>Called off: the workshop</b>\n{when}\nReason: {reason}",
                          when=when, reason=sitting.reason))  # fmt: skip
    if sitting.off and sitting.by_rule:
        return Screen(say("<b>Called off: the deliberation day</b>\n{when}\nReason: {reason}",
                          when=when, reason=sitting.reason))  # fmt: skip
    if sitting.off:
        return Screen(say("<b>Called off: the extraordinary deliberation day</b>\n{when}\nReason: {reason}",
                          when=when, reason=sitting.reason))  # fmt: skip
    return Screen(say("<b>An extraordinary deliberation day</b>\n{when}, {place}", when=when, place=place))


def see_preview(say: Words) -> Choice:
    return Choice(say.plain(PREVIEW), SeePreview())
