"""Why something about an item cannot be."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.agenda.item_views import STEP_NAMES
from bot.agenda.model.refusals import (
    AdvisedBefore,
    AgendaFull,
    EnoughPapers,
    GuideAdvises,
    ItemOver,
    MovedMeanwhile,
    MovesAtSitting,
    NoItem,
    NoItemDraft,
    NotAllowedNow,
    NothingToAnswer,
    NotYet,
    NotYourMatter,
    NotYours,
    ObjectionsOver,
    OnlyGuides,
    OptionsUnclear,
    OwnObjection,
    StepMissing,
    WordsUnfit,
    WrongStep,
)
from bot.agenda.model.steps import Contribution, Need, Step
from bot.agenda.views import propose, see_items
from bot.kit.refusals import Refused
from bot.kit.screens import Screen, screen
from bot.kit.words import Words, later

NOT_NOW = {
    Contribution.SUPPORT: later("Item {number} is in {step} now. Support is counted before that."),
    Contribution.POINT: later("Item {number} is in {step} now. For and against are said in ② deliberation."),
    Contribution.ADVICE: later("Item {number} is in {step} now. Advice is given in ② and ③."),
    Contribution.WORDING: later("Item {number} is in {step} now. Its words are frozen in ③ review."),
    Contribution.VOTE: later("Item {number} is in {step} now. It is voted on in ④ resolution."),
    Contribution.OBJECTION: later("Item {number} is in {step} now. Objections are heard in ⑤ public notice."),
    Contribution.EVALUATION: later("Item {number} is in {step} now. It is evaluated once it is carried out."),
}
TOO_LATE = later("Item {number} is in {step} now. The time for objections is over.")
MISSING = {
    Need.SUPPORTERS: later("Item {number} has too few supporters yet."),
    Need.SCOPE: later("Please say first whose matter item {number} is."),
    Need.WORDING: later("Please freeze the words of item {number} first: nothing is voted on without them."),
    Need.NOTICE: later("The group has not had item {number} long enough. It can be discussed, not voted on."),
    Need.OUTCOME: later("Item {number} has no result yet."),
    Need.OBJECTIONS_ANSWERED: later("Please decide on every objection to item {number} first."),
    Need.EVALUATION: later("Please write first whether item {number} has helped. Before, it is not finished."),
}


def no_item(say: Words, _: NoItem) -> Screen:
    return screen(say, say("There is no such item here."), see_items(say))


def no_draft(say: Words, _: NoItemDraft) -> Screen:
    text = say("This was finished or dropped before. The item shows how it stands.")
    return screen(say, text, see_items(say), propose(say))


def over(say: Words, refusal: ItemOver) -> Screen:
    return screen(say, say("Item {number} is over; nothing more can be done with it.", number=refusal.number))


def not_allowed_now(say: Words, refusal: NotAllowedNow) -> Screen:
    text = NOT_NOW[refusal.contribution]
    if refusal.contribution is Contribution.OBJECTION and refusal.step is Step.CARRIED_OUT:
        text = TOO_LATE
    return screen(say, say(text, number=refusal.number, step=say.plain(STEP_NAMES[refusal.step])))


def wrong_step(say: Words, refusal: WrongStep) -> Screen:
    step = say.plain(STEP_NAMES[refusal.step])
    return screen(say, say("Item {number} is in {step} now; there this is not possible.", number=refusal.number,
                           step=step))  # fmt: skip


def not_yet(say: Words, refusal: NotYet) -> Screen:
    text = say("Item {number} stays in this step until {until}, so that all can take part.", number=refusal.number,
               until=say.time(refusal.until))  # fmt: skip
    return screen(say, text)


def step_missing(say: Words, refusal: StepMissing) -> Screen:
    return screen(say, say(MISSING[refusal.need], number=refusal.number))


def words_unfit(say: Words, refusal: WordsUnfit) -> Screen:
    return screen(say, say("Please write it in at most {most} characters.", most=refusal.most))


def moves_at_sitting(say: Words, refusal: MovesAtSitting) -> Screen:
    text = say("Who chairs the sitting moves item {number} on from here, at the sitting.", number=refusal.number)
    return screen(say, text)


def moved_meanwhile(say: Words, refusal: MovedMeanwhile) -> Screen:
    text = say("Something has changed about item {number} since. Please look how it stands.", number=refusal.number)
    return screen(say, text, see_items(say))


def objections_over(say: Words, refusal: ObjectionsOver) -> Screen:
    text = say("Objections to item {number} were possible until {until}. That is over.", number=refusal.number,
               until=say.time(refusal.until))  # fmt: skip
    return screen(say, text)


def advised_before(say: Words, refusal: AdvisedBefore) -> Screen:
    text = say("You have advised on item {number}, so others decide about it. Thank you.", number=refusal.number)
    return screen(say, text)


def guide_advises(say: Words, refusal: GuideAdvises) -> Screen:
    text = say("Guides advise and take no side. Please give item {number} your advice.", number=refusal.number)
    return screen(say, text)


def only_guides(say: Words, refusal: OnlyGuides) -> Screen:
    text = say("Advice comes from guides. Please say what is for or against item {number}.", number=refusal.number)
    return screen(say, text)


def nothing_to_answer(say: Words, refusal: NothingToAnswer) -> Screen:
    text = say("This about item {number} is answered already, or asks nothing.", number=refusal.number)
    return screen(say, text)


def own_objection(say: Words, refusal: OwnObjection) -> Screen:
    text = say("This objection to item {number} is yours. Please let another moderator decide on it.",
               number=refusal.number)  # fmt: skip
    return screen(say, text)


def enough_papers(say: Words, refusal: EnoughPapers) -> Screen:
    text = say("Item {number} has {most} papers; more do not fit.", number=refusal.number, most=refusal.most)
    return screen(say, text)


def agenda_full(say: Words, refusal: AgendaFull) -> Screen:
    return screen(say, say("That day has {most} items already. Please choose another one.", most=refusal.most))


def not_yours(say: Words, refusal: NotYours) -> Screen:
    return screen(say, say("Only who proposed item {number} takes it back.", number=refusal.number))


def not_your_matter(say: Words, refusal: NotYourMatter) -> Screen:
    text = say("Only who raised #{number}, or a moderator, makes it an item. You may propose your own.",
               number=refusal.number)  # fmt: skip
    return screen(say, text, propose(say))


def options_unclear(say: Words, _: OptionsUnclear) -> Screen:
    return screen(say, say("Please write two options at least, each on a line of its own, none like another."))


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    NoItem: no_item,
    NoItemDraft: no_draft,
    OptionsUnclear: options_unclear,
    ItemOver: over,
    NotAllowedNow: not_allowed_now,
    WrongStep: wrong_step,
    NotYet: not_yet,
    StepMissing: step_missing,
    WordsUnfit: words_unfit,
    MovesAtSitting: moves_at_sitting,
    MovedMeanwhile: moved_meanwhile,
    ObjectionsOver: objections_over,
    AdvisedBefore: advised_before,
    GuideAdvises: guide_advises,
    OnlyGuides: only_guides,
    NothingToAnswer: nothing_to_answer,
    OwnObjection: own_objection,
    EnoughPapers: enough_papers,
    AgendaFull: agenda_full,
    NotYours: not_yours,
    NotYourMatter: not_your_matter,
}
