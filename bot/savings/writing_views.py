"""Entering, proving and striking, question by question."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.savings import taps
from bot.savings.forms import Deed, Money, Part
from bot.savings.model import Entry, Kind, NoMoneyDraft, NoMoneyWords, NoProof, NotMoney, yuan
from bot.savings.views import KINDS

WHAT = {
    Kind.SAVED: later("What was money saved on? In one line."),
    Kind.RAISED: later("From whom was it raised? In one line."),
}
QUOTES = (
    later("Please send the quote of before: a photo, a file or words."),
    later("Please send the quote of after: a photo, a file or words."),
)
LABEL, LABEL_ELDER = 40, 12


def ask_kind(say: Words) -> Screen:
    choices = [
        Choice(say.plain("Something was saved"), taps.EnterSaving(kind=Kind.SAVED)),
        Choice(say.plain("Something was raised"), taps.EnterSaving(kind=Kind.RAISED)),
    ]
    return screen(say, say("What shall be entered?"), *choices, back=taps.SeeSavings())


def question(say: Words, form: Money) -> Screen:
    """The next one, or the read-back."""
    drop = Choice(say.plain("Rather not"), taps.DropMoney(key=form.key))
    match form.asks:
        case Part.WHAT:
            return screen(say, say(WHAT[form.kind]), drop)
        case Part.AMOUNT:
            return screen(say, say("How many yuan? For example 1200 or 1,200.50."), drop)
        case Part.PROOF:
            put_off = Choice(say.plain("I send it later"), taps.ProveLater(key=form.key))
            return screen(say, _which_proof(say, form), put_off, drop)
        case Part.REASON:
            return screen(say, say("Why is it struck? In one line; everybody reads it."), drop)
        case None:
            sure = Choice(say.plain("Yes, so it is"), taps.HandMoneyIn(key=form.key))
            return screen(say, _read_back(say, form), sure, drop)


def _which_proof(say: Words, form: Money) -> str:
    if form.kind is Kind.RAISED:
        return say("Please send the receipt: a photo or a file.")
    return say(QUOTES[min(form.had + len(form.proofs), 1)])


def _read_back(say: Words, form: Money) -> str:
    what = shorten(form.what, LABEL_ELDER if say.elder else LABEL)
    if form.deed is Deed.STRIKE:
        return say("Strike no. {number}: {reason}. Is that right?", number=form.number, reason=what)
    if form.deed is Deed.PROVE:
        return say("No. {number} gets {count} proofs more. Is that right?", number=form.number, count=len(form.proofs))
    return say("{kind} {yuan} yuan: {what}. Proofs: {count}. Is that right?", kind=say.plain(KINDS[form.kind]),
               yuan=yuan(form.fen), what=what, count=len(form.proofs))  # fmt: skip


def done(say: Words, one: Entry) -> Screen:
    text = say("No. {number} is in the ledger.", number=one.number)
    if one.struck_at is not None:
        text = say("No. {number} is struck. It stays to be read.", number=one.number)
    elif one.missing:
        text = say("No. {number} is in the ledger, not proved yet.", number=one.number)
    return screen(say, text, Choice(say.plain("See it"), taps.SeeSaving(number=one.number)), back=taps.SeeSavings())


def dropped(say: Words) -> Screen:
    return screen(say, say("Nothing was entered."), back=taps.SeeSavings())


def no_draft(say: Words, _: NoMoneyDraft) -> Screen:
    return screen(say, say("Nothing is being entered any more."), back=taps.SeeSavings())


def not_money(say: Words, _: NotMoney) -> Screen:
    return screen(say, say("I did not understand how much. Please write it like 1200 or 1,200.50."), back=GoHome())


def no_words(say: Words, refusal: NoMoneyWords) -> Screen:
    return screen(say, say("That has to be 1 to {most} characters. Please write it shorter.", most=refusal.most))


def no_proof(say: Words, _: NoProof) -> Screen:
    return screen(say, say("I cannot keep this as a proof. Please send a photo or a file."), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoMoneyDraft: no_draft,
    NotMoney: not_money,
    NoMoneyWords: no_words,
    NoProof: no_proof,
}
