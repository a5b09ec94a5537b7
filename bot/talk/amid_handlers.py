"""Free text while a form is open: mostly the form's answer, but nobody is shut in with it."""

import zlib
from typing import Final

from aiogram.types import Message

from bot.kit.ears import Spoken
from bot.kit.forms import Form
from bot.kit.routes import Routes
from bot.kit.visit import Visit
from bot.talk import taps, views
from bot.talk.forms import Unclear
from nlu.answer import CANCEL, way_out
from nlu.meaning import ANSWERS, OUT_OF_SCOPE, Meaning

CLEAR: Final = 0.97
"""From this confidence on, another wish than the answer is asked about; confidently, for it interrupts."""
NO_WISH: Final = ANSWERS | {OUT_OF_SCOPE, "raise_concern", "greet", "redeem", "rsvp"}
"""What is said in a form as well as elsewhere: the form takes it. A lamp is exchanged (换好了) as points are, and who
repairs it comes as to a sitting."""


async def wrote_amid(visit: Visit, message: Message) -> None:
    """Words to cancel and to find a person always work; a clear other wish is asked about; all else is the form's."""
    words = (message.text or "").strip()
    way = way_out(words)
    if isinstance(visit.form, Unclear):
        await visit.answers(message)  # it asks what is meant, and reads all anew
    elif way == CANCEL:
        await visit.keep(None)
        await visit.show(views.left(visit.say))
    elif way is not None:
        await visit.means(way, Spoken(words, Meaning(way, 1.0), str(visit.key)))
    elif _is_short(words) and (wish := await _wish(visit, words)) is not None:
        await visit.show(views.answer_or_wish(visit.say, str(visit.key), _digest(visit.form), words, wish))
    else:
        await visit.answers(message)


async def belongs(visit: Visit, tap: taps.Belongs) -> None:
    """It was the answer: as if it came only now. Tapped twice, the second one would answer the next question."""
    if visit.form is None or _digest(visit.form) != tap.form:
        await visit.show(views.said_already(visit.say))
    else:
        await visit.answers(visit.message.model_copy(update={"text": tap.words}))


def _is_short(words: str) -> bool:
    """Whether a button can carry them: a wish is short, and what is longer is an answer."""
    return ":" not in words and len(words.encode()) <= taps.MOST_BYTES


def _digest(form: Form | None) -> str:
    return f"{zlib.crc32(form.dump().encode()):08x}" if form else ""


async def _wish(visit: Visit, words: str) -> str | None:
    meaning = await visit.ears.understand(words)
    clear = meaning.confidence >= CLEAR and not meaning.doubted
    return meaning.intent if clear and meaning.intent not in NO_WISH else None


def routes() -> Routes:
    """What is written while something else is asked."""
    return Routes(taps={taps.Belongs: belongs}, otherwise={"amid": wrote_amid})
