"""What stands in the files of a preview: the sheet of paper, and the calendar's entry. Plain text, no HTML."""

from datetime import datetime, timedelta

from bot.kit.words import Words, shorten
from bot.previews.agenda_views import details
from bot.previews.ics import Event
from bot.previews.model.program import Program
from bot.previews.sheet import Row, Sheet

LASTS = timedelta(hours=1)
"""At least; longer where the minutes planned say so."""
REMINDS = timedelta(hours=2)


def on_paper(say: Words, program: Program, link: str) -> Sheet:
    """For the notice board, with the wordings that are voted; `link` is where the bot's private chat opens."""
    rows = [
        Row(say.plain("{number}. {what}", number=entry.number, what=entry.item.what), details(say, entry), entry.words)
        for entry in program.entries
    ]
    notes = [] if rows else [say.plain("There are no items yet. Everybody can propose one.")]
    if not program.locked:
        notes.append(say.plain("This is not final yet. The agenda is published {days} days before.",
                               days=program.preview_days))  # fmt: skip
    return Sheet(
        title=say.plain("Preview of the deliberation day"),
        when=say.time(program.sitting.starts_at),
        place=program.place,
        rows=rows,
        notes=notes,
        beside_code=say.plain("Scan it to ask, to support, or to say that you come"),
        link=_link(program, link),
    )


def in_calendar(say: Words, program: Program, link: str, now: datetime) -> Event:
    """`link` as above; the bot's name is in the id, so that two bots' sittings are two."""
    minutes = sum(entry.item.minutes for entry in program.entries)
    items = [
        say.plain("{number}. {what}", number=entry.number, what=shorten(entry.item.what, 60))
        for entry in program.entries
    ]
    return Event(
        uid=f"sitting-{program.sitting.id}-{link.rpartition('/')[2]}@t.me",
        starts_at=program.sitting.starts_at,
        lasts=max(LASTS, timedelta(minutes=minutes)),
        written_at=now,
        summary=say.plain("Deliberation day"),
        location=program.place,
        description="\n".join(items) or say.plain("There are no items yet. Everybody can propose one."),
        url=_link(program, link),
        alarm=REMINDS,
    )


def _link(program: Program, link: str) -> str:
    return f"{link}?start=preview-{program.sitting.id}"
