"""How an agenda item is put into words: its step and what happens next, whose matter it is, what it says."""

from datetime import datetime

from bot.agenda.model.item import Item, Outcome, Point, Scope, Side, Verdict
from bot.agenda.model.sight import Seen, in_turn
from bot.agenda.model.steps import Step
from bot.kit.words import Words, later, shorten
from bot.roles.tier_views import FIELDS

STEP_NAMES = {
    Step.COLLECTING: later("collecting support"),
    Step.PROPOSED: later("① proposed"),
    Step.DELIBERATING: later("② deliberation"),
    Step.REVIEWING: later("③ review"),
    Step.RESOLVING: later("④ resolution"),
    Step.PUBLISHED: later("⑤ public notice"),
    Step.CARRIED_OUT: later("being carried out"),
    Step.DONE: later("finished"),
    Step.DROPPED: later("not taken up"),
    Step.JOINED: later("goes on with another item"),
}
NEXT = {
    Step.COLLECTING: later("With the support of {needed} households it comes onto the agenda."),
    Step.PROPOSED: later("A moderator says whose matter it is, then everybody can discuss it."),
    Step.DELIBERATING: later("Everybody can say what is for and against, until {until} at least."),
    Step.REVIEWING: later("The exact words of the motion are being worked out; then a sitting decides."),
    Step.RESOLVING: later("The sitting is deciding about it."),
    Step.PUBLISHED: later("The result is published. Objections are possible until {until}."),
    Step.CARRIED_OUT: later("It is being done. It is finished once we have looked whether it helped."),
    Step.DONE: later("It is done, and we have looked whether it helped."),
    Step.DROPPED: later("Moderators do not take it up. They have written why."),
    Step.JOINED: later("It is the same matter as another item."),
}
"""What everybody reads of each step: how it is, what comes next, until when."""
PASSED = {
    Step.DELIBERATING: later("Everybody can say what is for and against. Next, moderators put it into ③ review."),
    Step.PUBLISHED: later("The time for objections is over. Next, a moderator moves it on."),
}
"""The same where its least time is over."""
WORDED = later("The words of the motion stand. Next, a sitting decides.")
REJECTED = later("It was not adopted.")
WITHDRAWN = later("Who proposed it took it back.")
SCOPES = {
    Scope.COUNCIL: later("the council's matter"),
    Scope.RESIDENTS: later("the residents' meeting's matter"),
    Scope.OWNERS: later("the owners' meeting's matter"),
    Scope.GOVERNMENT: later("the government's matter"),
    Scope.CHARTER: later("a change of the charter"),
}
BINDS = {
    Scope.COUNCIL: later("What is decided here, the council sees to."),
    Scope.RESIDENTS: later("What is decided here, all residents keep to."),
    Scope.OWNERS: later("Here it is discussed; only a vote of the owners by law counts."),
    Scope.GOVERNMENT: later("What is decided here goes to the government as a proposal, with a request to answer."),
    Scope.CHARTER: later("Only a vote with a special majority changes the charter, and only after the public notice."),
}
"""What a decision binds."""
SIDES = {
    Side.PRO: later("For: {words}"),
    Side.CON: later("Against: {words}"),
    Side.QUESTION: later("Question: {words}"),
    Side.ADVICE: later("Advice: {words}"),
    Side.REPLY: later("Reply of the sub-district office: {words}"),
    Side.OBJECTION: later("Objection: {words}"),
    Side.ANSWER: later("Answer: {words}"),
}
VERDICTS = {
    Verdict.UPHELD: later("Upheld: {words}"),
    Verdict.DISMISSED: later("Not upheld: {words}"),
}
TITLE_ELDER = 20
NAME = 12
"""Characters of a signature."""
DIGEST = 8
"""Hex digits of a hash that people compare."""


def about(say: Words, item: Item) -> str:
    """The item in one short line."""
    return say.plain("Item {number}: {what}", number=item.number, what=shorten(item.what, TITLE_ELDER) if say.elder
                     else item.what)  # fmt: skip


def head(say: Words, item: Item, supporters: int) -> str:
    """What it is about, its step, and how many households support it."""
    stands = say.plain("{step}, {count} households support it", step=step_name(say, item), count=supporters)
    return "\n".join((about(say, item), stands))


def step_name(say: Words, item: Item) -> str:
    return say.plain(STEP_NAMES[item.step])


def what_next(say: Words, item: Item, until: datetime | None, needed: int) -> str:
    """How it is and what happens next. `until`: how long its step lasts at least, where that is still ahead."""
    if item.step is Step.DROPPED and not item.reason:
        return say.plain(WITHDRAWN)
    if item.outcome is Outcome.REJECTED and item.step is Step.DONE:
        return say.plain(REJECTED)
    if item.step is Step.REVIEWING and item.version:
        return say.plain(WORDED)
    if until is None and item.step in PASSED:
        return say.plain(PASSED[item.step])
    return say.plain(NEXT[item.step], needed=needed, until=say.time(until) if until else "")


def lines(say: Words, seen: Seen) -> list[str]:
    """All of an item, in plain words; what is said about it stands on screens of its own in 长辈版."""
    item = seen.item
    told = [say.plain("Item {number}: {what}", number=item.number, what=item.what)]
    told.append(say.plain("{step}, {count} households support it", step=step_name(say, item), count=seen.supporters))
    told.append(what_next(say, item, seen.until, seen.needed))
    if item.reason:
        told.append(say.plain("The reason: {words}", words=item.reason))
    told += _proposed(say, item)
    told += stands(say, seen)
    told += [count for count in _counts(say, seen) if count]
    if not say.elder:
        told += [point_line(say, seen, point) for point in in_turn(seen.points)]
    return told


def _proposed(say: Words, item: Item) -> list[str]:
    parts = (
        (later("Where: {words}"), item.where),
        (later("Why: {words}"), item.why),
        (later("What is wanted: {words}"), item.wanted),
    )
    return [say.plain(text, words=words) for text, words in parts if words]


def stands(say: Words, seen: Seen) -> list[str]:
    """What holds of it by now, line by line."""
    item, told = seen.item, []
    if seen.concern is not None:
        told.append(say.plain("It came from concern #{number}.", number=seen.concern))
    if seen.joined_to is not None:
        told.append(say.plain("It goes on as item {number}.", number=seen.joined_to))
    if item.scope is not None:
        told.append(scope(say, item.scope))
    if seen.wording is not None:
        told.append(wording(say, seen))
    if item.outcome is not None:
        adopted = item.outcome is Outcome.ADOPTED
        told.append(say.plain("The result: adopted.") if adopted else say.plain("The result: not adopted."))
    elif seen.sitting is not None:
        when = say.time(seen.sitting.starts_at)
        told.append(say.plain("On the agenda of {when}, number {position}, {minutes} minutes.", when=when,
                              position=item.position, minutes=item.minutes))  # fmt: skip
    if seen.evaluation:
        told.append(say.plain("Whether it helped: {words}", words=seen.evaluation))
    return told


def scope(say: Words, of: Scope) -> str:
    """Whose matter it is, and what a decision binds."""
    return say.plain("It is {whose}. {binds}", whose=say.plain(SCOPES[of]), binds=say.plain(BINDS[of]))


def wording(say: Words, seen: Seen) -> str:
    """The motion; its hash is for those who compare, not for 长辈版."""
    version, words = (seen.wording.version, seen.wording.words) if seen.wording else (0, "")
    if say.elder or seen.wording is None:
        return say.plain("The words of the motion, version {version}: {words}", version=version, words=words)
    return say.plain("The words of the motion, version {version}, hash {digest}: {words}", version=version,
                     digest=seen.wording.digest[:DIGEST], words=words)  # fmt: skip


def _counts(say: Words, seen: Seen) -> list[str]:
    pro, con, asked = (sum(p.side is side for p in seen.points) for side in (Side.PRO, Side.CON, Side.QUESTION))
    said = say.plain("For: {pro}, against: {con}, questions: {asked}.", pro=pro, con=con, asked=asked)
    papers = say.plain("Papers: {count}.", count=len(seen.papers)) if seen.papers else ""
    return [said if pro or con or asked else "", papers]


def point_line(say: Words, seen: Seen, point: Point) -> str:
    """What somebody said, residents without a name, and what was answered."""
    answer = seen.answer_to(point)
    said = [said_by(say, seen, point), *([said_by(say, seen, answer)] if answer else [])]
    return "\n".join(said)


def said_by(say: Words, seen: Seen, point: Point) -> str:
    """For, against, advice …, and the words; a guide's begin with 建议, the office's with 街道回复, both signed."""
    words = say.plain("🎤 voice message") if point.voice else point.words or say.plain("(deleted)")
    name = shorten(seen.names.get(point.author, ""), NAME)
    if name and point.side is Side.REPLY:
        return say.plain("Reply of the sub-district office ({name}): {words}", name=name, words=words)
    if name and point.side is Side.ADVICE:
        if point.expertise is None:
            return say.plain("Advice of {name}: {words}", name=name, words=words)
        field = say.plain(FIELDS[point.expertise])
        return say.plain("Advice of {name}, {field}: {words}", name=name, field=field, words=words)
    return say.plain(VERDICTS[point.verdict] if point.verdict else SIDES[point.side], words=words)
