"""The text of minutes in the reader's words, line by line; only figures, exact words, and who was in the chair."""

from collections.abc import Iterator, Mapping, Sequence

from bot.agenda.model.item import Outcome
from bot.floor.model.treated import NoVote, Result, TalkOnly
from bot.kit.words import Words, later, shorten
from bot.minutes.model.erratum import Reading, Verdict
from bot.minutes.model.minutes import Minutes, State
from bot.minutes.model.record import Balloted, Matter, Record
from bot.previews.model.notice import WhyTalkOnly

TOO_LATE = later("Talked about, not voted on: the neighbourhood had it too late.")
NOT_ON_IT = later("Talked about, not voted on: it did not stand on this agenda.")
REASONS: Mapping[TalkOnly, str] = {
    WhyTalkOnly.GONE: NOT_ON_IT,
    WhyTalkOnly.WRONG_STEP: later("Talked about, not voted on: it is not ready for a decision."),
    WhyTalkOnly.NO_WORDING: later("Talked about, not voted on: the motion had no fixed words yet."),
    WhyTalkOnly.SHORT: TOO_LATE,
    WhyTalkOnly.NOT_YET: TOO_LATE,
    WhyTalkOnly.ADDED: later("Talked about, not voted on: it was added after the agenda was published."),
    WhyTalkOnly.REWORDED: later("Talked about, not voted on: the motion was changed after it was published."),
    WhyTalkOnly.LATE: TOO_LATE,
    NoVote.OTHER_BUSINESS: NOT_ON_IT,
    NoVote.QUORUM: later("Talked about, not voted on: too few had come."),
}
OUTCOMES = {
    Outcome.ADOPTED: later("Adopted: {yes} for, {no} against, {abstained} abstained."),
    Outcome.REJECTED: later("Not adopted: {yes} for, {no} against, {abstained} abstained."),
}

BALLOTED = {
    Outcome.ADOPTED: later("Adopted by ballot (vote {vote}): {cast} of {entitled}, {sides}, abstained {abstained}."),
    Outcome.REJECTED: later(
        "Not adopted by ballot (vote {vote}): {cast} of {entitled}, {sides}, abstained {abstained}."
    ),
    None: later("By ballot (vote {vote}) too few took part, {cast} of {entitled}; nothing was decided."),
}
SIDES = {"yes": later("for"), "no": later("against")}


def lines(say: Words, reading: Reading) -> Sequence[str]:
    """All of it, plain."""
    minutes, record = reading.minutes, reading.minutes.record
    status = [_status(say, minutes)]
    return [
        *([] if minutes.public else status),
        *_head(say, reading),
        attendance(say, record),
        _quorum(say, record),
        *([adjourned(say)] if record.adjourned else []),
        *_matters(say, minutes),
        _next(say, record),
        *_added(say, reading),
        *(status if minutes.public else []),
    ]


def attendance(say: Words, record: Record) -> str:
    there = record.present
    return say.plain("There: {people}, of these {remote} online.", people=there.people, remote=there.remote)


def adjourned(say: Words) -> str:
    return say.plain("Too few had come, so it was adjourned and nothing was decided.")


def became(say: Words, minutes: Minutes, matter: Matter, *, short: bool = False) -> str:
    """What became of an item, on one line; `short` without the reason why it was only talked about."""
    if matter.result is not None:
        return _result(say, matter.result)
    if matter.balloted:
        return _by_ballot(say, minutes.ballots_on(matter.item))
    if matter.motion is not None:
        return say.plain("It was put to the vote; no result was counted.")
    if matter.talk_only is None or short:
        return say.plain("Talked about, not voted on.")
    return say.plain(REASONS[matter.talk_only])


def _by_ballot(say: Words, counted: Balloted | None) -> str:
    """The figures of a vote that ran for days, each with its name."""
    if counted is None:
        return say.plain("A vote by ballot runs on it. Its result will stand here.")
    named = [(say.plain(SIDES[side]) if side in SIDES else side, number) for side, number in counted.sides]
    sides = say.plain(", ").join(say.plain("{side} {count}", side=side, count=number) for side, number in named)
    text = say.plain(
        BALLOTED[counted.outcome], vote=counted.vote, entitled=counted.entitled, cast=counted.cast, sides=sides,
        abstained=counted.abstained,
    )  # fmt: skip
    return text if counted.stands else say.plain("{result} It does not stand: an objection was upheld.", result=text)


def _head(say: Words, reading: Reading) -> Iterator[str]:
    record = reading.minutes.record
    title = later("Minutes of the deliberation day of {when}, {place}")
    if not record.by_rule:
        title = later("Minutes of the extraordinary deliberation day of {when}, {place}")
    yield say.plain(title, when=say.time(record.starts_at), place=record.place)
    yield say.plain("In the chair: {name}", name=reading.chair or say.plain("(deleted)"))
    opened, closed = say.hour(record.opened_at), say.hour(record.closed_at)
    yield say.plain("Opened {opened}, closed {closed}", opened=opened, closed=closed)


def _quorum(say: Words, record: Record) -> str:
    there = record.present
    values = {"seats": there.seats, "counted": there.counted, "needed": there.needed}
    if there.seats and there.quorum_met:
        return say.plain("Of {seats} representatives {counted} were there, {needed} are needed to decide: enough.",
                         **values)  # fmt: skip
    if there.seats:
        return say.plain("Of {seats} representatives {counted} were there, {needed} are needed to decide: too few.",
                         **values)  # fmt: skip
    if there.quorum_met:
        return say.plain("To decide, {needed} residents are needed: enough.", needed=there.needed)
    return say.plain("To decide, {needed} residents are needed: too few.", needed=there.needed)


def _matters(say: Words, minutes: Minutes) -> Iterator[str]:
    record = minutes.record
    if not record.matters:
        yield say.plain("No item was opened.")
    for position, matter in enumerate(record.matters, 1):
        yield say.plain("{position}. {what} (item {number})", position=position, what=matter.what,
                        number=matter.number)  # fmt: skip
        yield from _motion(say, matter)
        yield became(say, minutes, matter)
        if matter.result is not None:
            yield say.plain("The rule: adopted when more say yes than no; who abstains counts for neither.")
        if matter.pro or matter.con:
            yield say.plain("Reasons given: {pro} for, {con} against.", pro=matter.pro, con=matter.con)
    for left in record.left:
        yield say.plain("Not reached: {what} (item {number})", what=left.what, number=left.number)


def _motion(say: Words, matter: Matter) -> Iterator[str]:
    """Its exact words; in 长辈版 without the digits by which a machine tells them apart."""
    motion = matter.motion
    if motion is None:
        return
    if say.elder:
        yield say.plain("The motion: {words}", words=motion.words)
        return
    yield say.plain("The motion (version {version}, {digest}): {words}", version=motion.version, digest=motion.digest,
                    words=motion.words)  # fmt: skip


def _result(say: Words, result: Result) -> str:
    return say.plain(OUTCOMES[result.outcome], yes=result.yes, no=result.no, abstained=result.abstained)


def _next(say: Words, record: Record) -> str:
    if record.next_at is None:
        return say.plain("When the next one is has not been fixed yet.")
    return say.plain("The next one: {when}", when=say.time(record.next_at))


def _added(say: Words, reading: Reading) -> Iterator[str]:
    minutes = reading.minutes
    if minutes.note:
        yield say.plain("Note of the chair: {note}", note=minutes.note)
    for erratum in reading.with_verdict(Verdict.ACCEPTED):
        yield say.plain("Correction: {words}", words=erratum.words)
    if minutes.state is State.FINAL:
        for erratum in reading.with_verdict(Verdict.PENDING):
            yield say.plain("Correction not dealt with: {words}", words=erratum.words)
    if minutes.approved_at is not None:
        yield say.plain("Written by the bot from what happened, approved on {day}.", day=say.day(minutes.approved_at))


def _status(say: Words, minutes: Minutes) -> str:
    if minutes.state is State.DRAFT:
        return say.plain("A draft. Please read it and approve it; until then nobody else can read it.")
    if minutes.state is State.APPROVED:
        return say.plain("Approved. It goes to everybody on {when}.", when=_when(say, minutes))
    if minutes.state is State.PUBLISHED:
        return until(say, minutes)
    return say.plain("Final since {day}.", day=say.day(minutes.final_at or minutes.record.closed_at))


def until(say: Words, minutes: Minutes) -> str:
    """How long corrections are taken."""
    return say.plain("If something is wrong in it, please tell before {when}.", when=_when(say, minutes))


def _when(say: Words, minutes: Minutes) -> str:
    return say.time(minutes.due_at or minutes.record.closed_at)


def named(say: Words, what: str) -> str:
    """An item's title where there is little room."""
    return shorten(what, 10 if say.elder else 40)
