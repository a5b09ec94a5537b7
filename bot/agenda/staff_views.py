"""What moderators do with an item, and the questions on the way."""

from collections.abc import Sequence

from bot.agenda import taps
from bot.agenda.forms import Kind
from bot.agenda.item_views import BINDS, SCOPES, TITLE_ELDER, about, scope, stands, step_name, what_next
from bot.agenda.model.item import Item, Scope
from bot.agenda.model.sight import Seen
from bot.agenda.model.steps import DROPPABLE, STEPS, Contribution, Mover, Step
from bot.agenda.taps import staff
from bot.agenda.taps.drafts import Write
from bot.agenda.views import see_item, see_items
from bot.config import AgendaRules
from bot.kit.home import BEGIN_VOTE, OpenVote
from bot.kit.screens import Choice, Screen, page_of, screen
from bot.kit.words import Words, later, shorten
from bot.sittings.model.sitting import Sitting

SCHEDULABLE = (Step.DELIBERATING, Step.REVIEWING)
ON_LABEL = {
    Step.PROPOSED: later("On to ② deliberation"),
    Step.DELIBERATING: later("On to ③ review"),
    Step.PUBLISHED: later("The notice is over"),
    Step.CARRIED_OUT: later("Finish it"),
}


def how_to_manage(say: Words) -> Screen:
    text = say("Write for example: /item 3. Or choose an item:")
    return screen(say, text, see_items(say))


def manage(say: Words, seen: Seen, page: int = 0) -> Screen:
    """What can be done with it now."""
    found = seen.item
    told = [about(say, found), step_name(say, found)]
    if not say.elder:
        told.append(what_next(say, found, seen.until, seen.needed))
        told += stands(say, seen)
    choices = [*_on(say, seen), *_scheduling(say, seen), *_ending(say, seen)]
    shown = page_of(say, choices, page, staff.ManageItem(item=found.id, page=page + 1))
    return screen(say, say.quote("\n".join(told)), *shown, back=taps.SeeItem(item=found.id))


def _on(say: Words, seen: Seen) -> list[Choice]:
    found, stage = seen.item, STEPS[seen.item.step]
    choices = []
    if found.step in DROPPABLE:
        choices.append(Choice(say.plain("Whose matter it is"), staff.AskScope(item=found.id)))
    if Contribution.WORDING in stage.allows:
        choices.append(_write(say, later("Freeze the wording"), found, Kind.WORDING))
    if Contribution.EVALUATION in stage.allows:
        choices.append(_write(say, later("Write whether it helped"), found, Kind.EVALUATION))
    if Contribution.VOTE in stage.allows:
        choices.append(Choice(say.plain(BEGIN_VOTE), OpenVote(item=found.id)))
    if stage.mover is Mover.MODERATOR:
        choices.append(Choice(say.plain(ON_LABEL[found.step]), staff.MoveOn(item=found.id, step=found.step)))
    return choices


def _scheduling(say: Words, seen: Seen) -> list[Choice]:
    found = seen.item
    if found.step not in SCHEDULABLE:
        return []
    choices = [Choice(say.plain("Put it on an agenda"), staff.Schedule(item=found.id))]
    if found.sitting is not None:
        choices += [
            Choice(say.plain("Treat it earlier"), staff.Shift(item=found.id, up=True)),
            Choice(say.plain("Treat it later"), staff.Shift(item=found.id, up=False)),
            Choice(say.plain("Take it off the agenda"), staff.TakeOff(item=found.id, sitting=found.sitting)),
        ]
    return choices


def _ending(say: Words, seen: Seen) -> list[Choice]:
    found = seen.item
    choices = [] if found.over else [Choice(say.plain("Add papers"), staff.AddPapers(item=found.id))]
    if found.step in DROPPABLE:
        choices.append(Choice(say.plain("Join it to another"), staff.JoinTo(item=found.id)))
        choices.append(_write(say, later("Do not take it up"), found, Kind.DROP))
    return choices


def _write(say: Words, label: str, found: Item, kind: Kind) -> Choice:
    return Choice(say.plain(label), Write(item=found.id, kind=kind))


def _manage(say: Words, found: Item) -> Choice:
    return Choice(say.plain("Look after this item"), staff.ManageItem(item=found.id))


def ask_scope(say: Words, found: Item, page: int = 0) -> Screen:
    """Whose matter; what each decision binds stands beside it."""
    text = say("Whose matter is item {number}?", number=found.number)
    if not say.elder:
        told = [
            say.plain("{whose}: {binds}", whose=say.plain(SCOPES[one]), binds=say.plain(BINDS[one])) for one in Scope
        ]
        text = "\n".join([text, *map(say.quote, told)])
    choices = [Choice(say.plain(SCOPES[one]), staff.SetScope(item=found.id, scope=one)) for one in Scope]
    shown = page_of(say, choices, page, staff.AskScope(item=found.id, page=page + 1))
    return screen(say, text, *shown, columns=1, back=staff.ManageItem(item=found.id))


def scoped(say: Words, found: Item, days: int) -> Screen:
    """`days`: before the sitting, on which the group has to have it."""
    text = say("Nobody has said whose matter it is.")
    if found.scope is not None:
        notice = say("The group has to have it {days} days before the sitting.", days=days)
        told = [say.quote(scope(say, found.scope)), notice]
        if found.scope is Scope.CHARTER:
            told = [notice, say("In the motion write, for example: Charter: weekday becomes thursday")]
        text = "\n".join(told)
    return screen(say, text, _manage(say, found))


def moved_on(say: Words, seen: Seen) -> Screen:
    """After one more step."""
    found = seen.item
    text = say("Item {number} is now in: {step}.", number=found.number, step=step_name(say, found))
    return screen(say, text, *([] if found.over else [_manage(say, found)]), see_item(say, found))


def pick_sitting(say: Words, found: Item, sittings: Sequence[Sitting], page: int = 0) -> Screen:
    back = staff.ManageItem(item=found.id)
    if not sittings:
        return screen(say, say("No deliberation day stands in the calendar yet."), back=back)
    choices = [
        Choice(say.time(sitting.starts_at), staff.Plan(item=found.id, sitting=sitting.id)) for sitting in sittings
    ]
    shown = page_of(say, choices, page, staff.Schedule(item=found.id, page=page + 1))
    return screen(say, say("On which day shall item {number} be treated?", number=found.number), *shown, columns=1,
                  back=back)  # fmt: skip


def pick_minutes(say: Words, found: Item, sitting: Sitting, rules: AgendaRules) -> Screen:
    choices = [
        Choice(say.plain("{minutes} minutes", minutes=minutes),
               staff.PutOn(item=found.id, sitting=sitting.id, minutes=minutes))
        for minutes in rules.planned_minutes
    ]  # fmt: skip
    text = say("How long will item {number} take?", number=found.number)
    return screen(say, text, *choices, back=staff.Schedule(item=found.id))


def put_on(say: Words, found: Item, sitting: Sitting) -> Screen:
    text = say("Item {number} is on the agenda of {when}, number {position}.", number=found.number,
               when=say.time(sitting.starts_at), position=found.position)  # fmt: skip
    return screen(say, text, _manage(say, found), see_item(say, found))


def taken_off(say: Words, found: Item) -> Screen:
    return screen(say, say("Item {number} is on no agenda now.", number=found.number), _manage(say, found))


def shifted(say: Words, found: Item) -> Screen:
    text = say("Item {number} is number {position} now.", number=found.number, position=found.position)
    return screen(say, text, _manage(say, found))


def pick_other(say: Words, found: Item, others: Sequence[Item], page: int = 0) -> Screen:
    """With which one shall it go on?"""
    back = staff.ManageItem(item=found.id)
    if not others:
        return screen(say, say("There is no other item with which it could go on."), back=back)
    choices = [
        Choice(shorten(about(say, other), 30), staff.JoinInto(item=found.id, other=other.id)) for other in others
    ]
    shown = page_of(say, choices, page, staff.JoinTo(item=found.id, page=page + 1))
    text = say("With which one shall item {number} go on?", number=found.number)
    return screen(say, text, *shown[:90], columns=1, back=back)


def ask_join(say: Words, found: Item, other: Item) -> Screen:
    text = say("Item {number} goes on as item {other}, with its supporters. Right?", number=found.number,
               other=other.number)  # fmt: skip
    if not say.elder:
        text += "\n" + say.quote(shorten(other.what, TITLE_ELDER))
    sure = staff.JoinInto(item=found.id, other=other.id, sure=True)
    return screen(say, text, Choice(say.plain("Yes, join them"), sure), back=staff.JoinTo(item=found.id))


def joined(say: Words, found: Item, other: Item) -> Screen:
    text = say("Done. Item {number} goes on as item {other}; who proposed it is told.", number=found.number,
               other=other.number)  # fmt: skip
    return screen(say, text, see_item(say, other), see_items(say))


def ask_papers(say: Words, key: str, count: int, rules: AgendaRules) -> Screen:
    """`count`: so many lie there already."""
    text = say("Please send texts, photos or files now. There are {count} papers, {most} fit.", count=count,
               most=rules.papers)  # fmt: skip
    return screen(say, text, Choice(say.plain("That is all"), staff.PapersSent(key=key)))


def papers_done(say: Words) -> Screen:
    return screen(say, say("Good. Everybody finds the papers under the item."), see_items(say))


def cannot_keep(say: Words) -> Screen:
    return screen(say, say("I can keep texts, photos and files here, not this."))
