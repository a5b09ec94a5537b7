"""Texts in the reader's language: gettext catalogues, values made harmless, dates as people say them.

English texts are the message ids; `bot/locales/zh/LC_MESSAGES/yishi.po` is what residents read. Texts may
hold Telegram's HTML; a value put into a text is escaped, so that no name or sentence of a person can break it.
"""

import gettext
from collections.abc import Mapping
from datetime import date as civil_date
from datetime import datetime, tzinfo
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.kit.people import Language, Reader

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
NAMES = ("name", "helper")
"""Values that are somebody's name. Telegram allows 128 characters; so many of them leave room for what is said:"""
NAME, NAME_ELDER = 64, 16
_DAY = {"zh": "M月d日 EEEE", "en": "EEEE d MMMM"}
_DATE = {"zh": "y年M月d日", "en": "d MMMM y"}
_DAY_ALONE = {"zh": "M月d日", "en": "d MMMM"}
_MONTH = {"zh": "y年M月", "en": "MMMM y"}
_HOUR = {"zh": ("Bh点", "Bh点mm分"), "en": ("h a", "h:mm a")}


def later(message: str) -> str:
    """Mark a text for the catalogue where no reader is known yet; `say` it when one is."""
    return message


class Words:
    """Speaks one language in one manner: `say("Your concern {number} is noted.", number="#12")`.

    `elder` asks views for few, short words (长辈版).
    """

    def __init__(self, language: Language, zone: tzinfo, *, elder: bool = False) -> None:
        self.language = language
        self.elder = elder
        self._zone = zone
        self._texts = _catalogue(language)

    def for_reader(self, reader: Reader) -> "Words":
        """The same clock, spoken to `reader`."""
        return words_for(reader, self._zone)

    def __call__(self, message: str, **values: object) -> str:
        """The text in HTML, with `values` escaped and put in by name."""
        text = self._texts.gettext(message)
        return text.format(**{name: self.quote(str(value)) for name, value in self._fitting(values).items()})

    @staticmethod
    def quote(told: str) -> str:
        """What a person wrote, harmless in HTML."""
        return escape(told, quote=False)

    def plain(self, message: str, **values: object) -> str:
        """The text for buttons and alerts, where Telegram reads no HTML."""
        return self._texts.gettext(message).format(**self._fitting(values))

    def _fitting(self, values: Mapping[str, object]) -> Mapping[str, object]:
        most = NAME_ELDER if self.elder else NAME
        return {name: shorten(str(value), most) if name in NAMES else value for name, value in values.items()}

    def day(self, moment: datetime) -> str:
        """12月2日 星期三 · Wednesday 2 December"""
        return format_datetime(moment.astimezone(self._zone), _DAY[self.language], locale=self.language)

    def date(self, moment: datetime) -> str:
        """2029年11月24日 · 24 November 2029: what is years away"""
        return format_datetime(moment.astimezone(self._zone), _DATE[self.language], locale=self.language)

    def written(self, day: civil_date, *, year: bool = True) -> str:
        """2026年10月5日 · 5 October 2026: a day of the calendar, at no hour"""
        return format_date(day, (_DATE if year else _DAY_ALONE)[self.language], locale=self.language)

    def month(self, day: civil_date) -> str:
        """2026年11月 · November 2026"""
        return format_date(day, _MONTH[self.language], locale=self.language)

    def month_name(self, day: civil_date) -> str:
        """11月 · Nov: where the year is known"""
        return format_date(day, "LLL", locale=self.language)

    def hour(self, moment: datetime) -> str:
        """晚上7点 · 7 PM"""
        local = moment.astimezone(self._zone)
        pattern = _HOUR[self.language][local.minute != 0]
        return format_datetime(local, pattern, locale=self.language)

    def time(self, moment: datetime) -> str:
        """12月2日 星期三 晚上7点 · Wednesday 2 December, 7 PM"""
        joint = " " if self.language == "zh" else ", "
        return joint.join((self.day(moment), self.hour(moment)))


def words_for(reader: Reader, zone: tzinfo) -> Words:
    """How to speak to `reader`."""
    return Words(reader.language, zone, elder=reader.elder)


def shorten(text: str, most: int) -> str:
    """`text` on one line, in at most `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def within(text: str, most: int) -> str:
    """As much of `text` as Telegram counts as `most` characters: UTF-16 units, of which an emoji is two."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def size(text: str) -> int:
    """As how many characters Telegram counts `text`."""
    return len(text.encode("utf-16-le")) // 2


def translated(message: str, language: Language) -> str:
    """`message` as it stands in the catalogue, where nobody in particular reads it."""
    return _catalogue(language).gettext(message)


def every_language(message: str) -> tuple[str, ...]:
    """`message` as each language says it."""
    return tuple(translated(message, language) for language in LANGUAGES)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    source = LOCALES / language / "LC_MESSAGES" / "yishi.po"
    if not source.exists():
        return gettext.NullTranslations()  # English texts are their own catalogue
    compiled = BytesIO()
    with source.open("rb") as po:
        write_mo(compiled, read_po(po, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
