"""What the whole group sees of a sitting: one card that always shows how things are. Nobody is named on it."""

from bot.floor import taps
from bot.floor.model.desk import Desk, Done, OnFloor
from bot.floor.part_views import counted, title, want_floor, whether_voted, who_is_there
from bot.kit.screens import Choice, Screen, screen
from bot.kit.words import Words, later


def board(say: Words, desk: Desk) -> Screen:
    """`desk` of a sitting that was opened, or should have been."""
    done = [_done(say, one) for one in desk.done]
    if desk.session is None or not desk.session.runs:
        return Screen("\n".join((ended(say, desk), *done)))
    now_open = [_on_floor(say, desk.open)] if desk.open else []
    text = "\n".join((say("<b>The deliberation day is on</b>"), who_is_there(say, desk.present), *done, *now_open))
    remote = Choice(say.plain("Check in from afar"), taps.CheckInFromAfar(sitting=desk.sitting.id))
    room = Choice(say.plain("I am in the room"), taps.CheckInHere())
    return screen(say, text, remote, room, *([want_floor(say)] if desk.open else []))


def ended(say: Words, desk: Desk) -> str:
    """How it came out, in one or two lines."""
    day = say.day(desk.sitting.starts_at)
    session = desk.session
    there = session.present if session and session.present else desk.present
    if session is None or session.opened_at is None or desk.sitting.off:
        return say("<b>The deliberation day of {day} was not held</b>", day=day)
    if session.adjourned:
        return say("<b>The deliberation day of {day} was adjourned</b>\n{people} people were here, {missing} too few.",
                   day=day, people=there.people, missing=there.missing)  # fmt: skip
    return say("<b>The deliberation day of {day} is over</b>\n{people} people were here. Thank you for coming.",
               day=day, people=there.people)  # fmt: skip


def _done(say: Words, done: Done) -> str:
    values = {"position": done.treated.position, "what": title(say, done.item)}
    if done.treated.result is not None:
        line = say("{position}. {what}", **values)
        return "\n".join((line, counted(say, done.treated.result)))
    if done.treated.balloted:
        return say("{position}. {what}: a vote runs on it", **values)
    if done.treated.voted:
        return say("{position}. {what}: not decided, comes again", **values)
    return say("{position}. {what}: talked about", **values)


def _on_floor(say: Words, on_floor: OnFloor) -> str:
    line = say("Now: {position}. {what} ({whether})", position=on_floor.treated.position,
               what=title(say, on_floor.item), whether=whether_voted(say, on_floor.treated))  # fmt: skip
    lines = [line]
    if on_floor.speaks:
        message = later("Speaker number {number} has the floor; {waiting} wait.")
        if not on_floor.following:
            message = later("Speaker number {number} has the floor.")
        lines.append(say(message, number=on_floor.called, waiting=len(on_floor.following)))
    elif on_floor.following:
        lines.append(say("{waiting} wait for the floor.", waiting=len(on_floor.following)))
    return "\n".join(lines)
