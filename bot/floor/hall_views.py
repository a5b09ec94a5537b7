"""Today's sitting as somebody finds it who comes to it by its button; who chairs finds the desk."""

from bot.floor import group_views
from bot.floor.chair_views import to_open
from bot.floor.model.desk import Hall
from bot.floor.part_views import check_in, from_afar, see_desk, title, want_floor, who_is_there
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words


def hall(say: Words, hall: Hall) -> Screen:
    """How it stands, and what this person can do now."""
    desk = hall.desk
    if desk.session is None:
        return to_open(say, desk)
    if not desk.session.runs:
        text = group_views.ended(say, desk) if say.elder else group_views.board(say, desk).text
        return screen(say, text, back=GoHome())
    text = _now(say, hall) if say.elder else group_views.board(say, desk).text
    return screen(say, text, *_deeds(say, hall), columns=1, back=GoHome())


def _now(say: Words, hall: Hall) -> str:
    lines = [say("<b>The deliberation day is on</b>"), who_is_there(say, hall.desk.present)]
    if hall.desk.open is not None:
        lines.append(say("Now: {what}", what=title(say, hall.desk.open.item)))
    return "\n".join(lines)


def _deeds(say: Words, hall: Hall) -> list[Choice]:
    sitting = hall.desk.sitting.id
    choices = [] if hall.came else [check_in(say), from_afar(say, sitting)]
    if hall.came and hall.desk.open is not None:
        choices.append(want_floor(say))
    return [*choices, see_desk(say, sitting)] if hall.may_chair else choices
