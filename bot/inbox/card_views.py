"""One concern out of the inbox: its card, and everything that has happened to it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.concerns.model.concern import Concern
from bot.concerns.model.life import Deed, Entry
from bot.concerns.official_views import reply
from bot.concerns.staff_views import card
from bot.concerns.taps import Assign, SeeAll, Steps
from bot.concerns.views import what_about
from bot.inbox import taps
from bot.inbox.model import Happened, Opened
from bot.inbox.views import status
from bot.kit.home import INBOX, SeeToConcerns
from bot.kit.screens import ELDER_CHARACTERS, PAGE, Choice, Screen, pages, screen
from bot.kit.words import Words, later

HISTORY = {
    Entry.RAISED: later("{when} {who}: reported"),
    Entry.CONSENT: later("{when} {who}: told it with the resident's consent"),
    Entry.OFFICIAL: later("{when} {who}: reply of the sub-district office: {words}"),
    Entry.AGENDA: later("{when} it became agenda item {words}"),
    Deed.CLAIM: later("{when} {who}: took it on"),
    Deed.HAND_OVER: later("{when} {who}: handed it to {words}"),
    Deed.ANSWER: later("{when} {who}: answered: {words}"),
    Deed.CALL_SIMPLE: later("{when} {who}: will be done the same day"),
    Deed.PLAN: later("{when} {who}: planned: {words}"),
    Deed.FORWARD: later("{when} {who}: forwarded it: {words}"),
    Deed.PAUSE: later("{when} {who}: it has to wait: {words}"),
    Deed.RESUME: later("{when} {who}: it goes on"),
    Deed.FINISH: later("{when} {who}: done: {words}"),
    Deed.EXPLAIN: later("{when} {who}: cannot be done: {words}"),
    Deed.JOIN: later("{when} {who}: goes on with {words}"),
    Deed.CONFIRM: later("{when} {who}: solved"),
    Deed.REOPEN: later("{when} {who}: not solved"),
    Deed.WITHDRAW: later("{when} {who}: took it back"),
    Deed.REMIND: later("{when} {words} % of the time were over: a reminder"),
    Deed.ESCALATE: later("{when} overdue: reported to rung {words}"),
    Deed.LAPSE: later("{when} nobody said otherwise: closed"),
}
WHY = later("{when} {who}: not solved: {words}")


def detail(say: Words, opened: Opened, tap: taps.Look) -> Screen:
    """Its card, with what this person may do; 返回 leads to where it stands in the inbox."""
    concern = opened.concern
    back = taps.shown(taps.only(tap), tap.page)
    history = Choice(say.plain("What happened"), taps.SeeHistory(concern=concern.id))
    if say.elder:
        text = "\n".join((say.quote(what_about(say, concern, 20)), status(say, concern, opened.waiting)))
        return screen(say, text, *_ways(say, opened), history, back=back)
    full = card(say, concern, hands_over=opened.hands_over)
    rows = [row for row in full.rows if opened.may or isinstance(row[0].tap, SeeAll)]
    rows += [(reply(say, concern),)] if opened.replies else []
    return replace(full, rows=(*rows, (history,), (Choice(say.plain("Back"), back),)))


def history(say: Words, concern: Concern, happened: Sequence[Happened], page: int) -> Screen:
    """Who did what and when, oldest first, in full."""
    head = say.plain("What happened with #{number}", number=concern.number)
    lines = [_happened(say, one) for one in happened]
    parts = [part for line in lines for part in pages(line, ELDER_CHARACTERS)] if say.elder else pages(
        "\n".join([head, *lines]), PAGE)  # fmt: skip
    page %= max(1, len(parts))
    back = taps.Look(concern=concern.id)
    if page == len(parts) - 1:
        return screen(say, say.quote(parts[page]), back=back)
    more = Choice(say.plain("Go on reading"), taps.SeeHistory(concern=concern.id, page=page + 1))
    return screen(say, say.quote(parts[page]), more, back=back)


def handed_to_you(say: Words, concern: Concern, name: str) -> Screen:
    """To whom it was handed; `name` is who did."""
    text = say("{name} has handed you #{number} ({about}). Please see to it.", name=name, number=concern.number,
               about=what_about(say, concern, 12 if say.elder else 40))  # fmt: skip
    return screen(say, text, Choice(say.plain("How it goes on"), Steps(concern=concern.id)))


def how_to_history(say: Words) -> Screen:
    text = say("Write for example: /history 12. Or choose a concern:")
    return screen(say, text, Choice(say.plain(INBOX), SeeToConcerns()))


def _ways(say: Words, opened: Opened) -> list[Choice]:
    concern = opened.concern
    everything = Choice(say.plain("See everything"), SeeAll(concern=concern.id))
    if not opened.may:
        return [reply(say, concern), everything] if opened.replies else [everything]
    steps = Choice(say.plain("How it goes on"), Steps(concern=concern.id))
    hand = [Choice(say.plain("Hand to …"), Assign(concern=concern.id))] if concern.can(Deed.HAND_OVER) else []
    return [steps, *hand, everything]


def _happened(say: Words, one: Happened) -> str:
    line = one.line
    text = WHY if line.deed is Deed.REOPEN and line.words else HISTORY[line.deed]
    return say.plain(text, when=say.time(line.at), who=one.name or say.plain("(nobody named)"), words=line.words)
