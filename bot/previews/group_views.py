"""What the whole group reads of a preview. It is one message, that always shows how things are."""

from collections.abc import Mapping

from bot.agenda.model.item import Item, Paper, PaperKind
from bot.attendance.taps import Rsvp, WantToSpeak
from bot.kit.home import PROPOSE, Propose
from bot.kit.screens import Choice, Screen
from bot.kit.words import Words, shorten, size, within
from bot.previews.agenda_views import lines
from bot.previews.model.program import Program

SHOWN = 20
"""Items in the group's message, as many as an agenda holds."""
TEXT, CAPTION = 4000, 200
"""Characters of a paper that is a text, and of what a file is called."""
ROOM = 3900
"""Characters of what is read in one message; Telegram takes 4096, and some are left for what is below the items."""


def preview(say: Words, program: Program, link: str) -> Screen:
    """The whole agenda. What needs a chat with one person opens the private one."""
    when = say.time(program.sitting.starts_at)
    if program.sitting.off:
        return called_off(say, program)
    text = [
        say("<b>Preview of the deliberation day</b>\n{when}, {place}", when=when, place=program.place),
        "",
        *_items(say, program),
        "",
    ]
    if program.counted.coming:
        text.append(say("{count} say that they come.", count=program.counted.coming))
    if program.entries:
        text.append(say("Only what is marked as a vote here is voted, in the wording that can be read now."))
    return Screen("\n".join(text), _buttons(say, program, link))


def notice(say: Words, program: Program, days: int, link: str) -> Screen:
    """What needs a longer notice than the rest."""
    when = say.time(program.sitting.starts_at)
    if program.sitting.off:
        return called_off(say, program)
    text = [
        say("<b>For the owners, {days} days before the vote</b>\n{when}, {place}", days=days, when=when,
            place=program.place),
        "",
        *_items(say, program),
    ]  # fmt: skip
    return Screen("\n".join(text), _buttons(say, program, link))


def _items(say: Words, program: Program) -> list[str]:
    """With the motions, folded, so that the group has what it votes on; what does not fit is read behind the button."""
    told = list(lines(say, program, SHOWN))
    room = ROOM - sum(size(line) + 1 for line in told)
    for place, entry in reversed(list(enumerate(program.entries[:SHOWN]))):
        if entry.words and size(entry.words) < room:
            room -= size(entry.words) + 1
            told.insert(2 * place + 2, f"<blockquote expandable>{say.quote(entry.words)}</blockquote>")
    return told


def paper(say: Words, item: Item, paper: Paper) -> tuple[str, Mapping[str, object]]:
    """By which method of the Bot API it is sent, and with which parameters."""
    if paper.file is None:
        text = say("To read with item {number}:\n{words}", number=item.number, words=within(paper.title, TEXT))
        return "sendMessage", {"text": text}
    caption = say("Item {number}: {what}", number=item.number, what=shorten(paper.title, CAPTION))
    if paper.kind is PaperKind.PHOTO:
        return "sendPhoto", {"photo": paper.file, "caption": caption}
    return "sendDocument", {"document": paper.file, "caption": caption}


def called_off(say: Words, program: Program) -> Screen:
    when, reason = say.time(program.sitting.starts_at), program.sitting.reason
    return Screen(say("<b>Called off: the deliberation day</b>\n{when}\nReason: {reason}", when=when, reason=reason))


def _buttons(say: Words, program: Program, link: str) -> tuple[tuple[Choice, ...], ...]:
    sitting = program.sitting.id
    come = Choice(say.plain("I will come"), Rsvp(sitting=sitting))
    speak = Choice(say.plain("I want to speak"), WantToSpeak(sitting=sitting))
    read = Choice(say.plain("Read, ask, support"), url=f"{link}?start=preview-{sitting}")
    if not program.entries:
        return (come,), (Choice(say.plain(PROPOSE), Propose()).in_group(link),)
    return (come, speak), (read,)
