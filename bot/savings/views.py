"""The ledger as everybody reads it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, paged, screen
from bot.kit.words import Words, later, shorten
from bot.savings import taps
from bot.savings.model import Entry, Kind, Ledger, NoSaving, Seen, Struck, Sums, yuan

SAVINGS = later("Money saved and raised")
KINDS = {Kind.SAVED: later("saved"), Kind.RAISED: later("raised")}
LABEL = 6
"""Characters of what it was on a button."""


def ledger(say: Words, found: Ledger) -> Screen:
    choices = [
        Choice(say.plain("{yuan} yuan, {what}", yuan=yuan(one.fen), what=shorten(one.what, LABEL)),
               taps.SeeSaving(number=one.number))
        for one in found.entries
    ]  # fmt: skip
    if found.pages > 1:
        choices.append(Choice(say.plain("More choices"), taps.SeeSavings(page=found.page + 1)))
    if found.manages:
        choices.append(Choice(say.plain("Enter something"), taps.AskSaving()))
    text = say.quote(total(say, found.sums))
    if not say.elder:
        text += "\n" + say("What is not proved, or was struck, is not in the sums.")
    return screen(say, text, *choices, columns=1, back=GoHome())


def total(say: Words, found: Sums) -> str:
    """Plain."""
    return say.plain("Proved: saved {saved} yuan, raised {raised} yuan.", saved=yuan(found.saved),
                     raised=yuan(found.raised))  # fmt: skip


def entry(say: Words, seen: Seen, page: int = 0) -> Screen:
    """All of it, page by page; its proofs behind buttons."""
    one = seen.entry
    text = "\n".join([
        say.plain("No. {number}, {kind}: {yuan} yuan", number=one.number, kind=say.plain(KINDS[one.kind]),
                  yuan=yuan(one.fen)),
        one.what,
        _state(say, one),
        say.plain("Entered on {day}", day=say.day(one.at)),
    ])  # fmt: skip
    deeds = [
        Choice(say.plain("See proof {which}", which=at + 1), taps.SeeProof(number=one.number, which=at))
        for at in range(len(one.proofs))
    ]
    if seen.manages and one.struck_at is None:
        if one.missing:
            deeds.append(Choice(say.plain("Add a proof"), taps.ProveSaving(number=one.number)))
        deeds.append(Choice(say.plain("Strike it"), taps.StrikeSaving(number=one.number)))
    turn = one.number
    return paged(say, text, page, lambda at: taps.SeeSaving(number=turn, page=at), *deeds, back=taps.SeeSavings())


def _state(say: Words, one: Entry) -> str:
    if one.struck_at is not None:
        return say.plain("Struck, not in the sums: {reason}", reason=one.reason)
    if one.missing:
        return say.plain("Not proved, not in the sums: {missing} proofs are missing.", missing=one.missing)
    return say.plain("Proved.")


def quote(say: Words, one: Entry, which: int, page: int = 0) -> Screen:
    """A proof in words."""
    told = one.proofs[which].told if 0 <= which < len(one.proofs) else "—"
    text = say.plain("Proof {which}: {told}", which=which + 1, told=told)
    number = one.number
    return paged(say, text, page, lambda at: taps.SeeProof(number=number, which=which, page=at),
                 back=taps.SeeSaving(number=number))  # fmt: skip


def no_saving(say: Words, _: NoSaving) -> Screen:
    return screen(say, say("There is no such entry."), back=taps.SeeSavings())


def struck(say: Words, refusal: Struck) -> Screen:
    text = say("No. {number} is struck already.", number=refusal.number)
    return screen(say, text, back=taps.SeeSaving(number=refusal.number))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {NoSaving: no_saving, Struck: struck}
