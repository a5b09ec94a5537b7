"""Figures as a picture for a phone: 1080 px wide, main words 90 px, others 54 px (field notes E3).

Draws with Pillow and the Noto Sans SC that a package brings along: a bare machine has no Chinese letters.
Both take a while to import, so only who draws does it; whoever calls keeps it away from the event loop.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from bot.kit.poster import Bar, Columns, Facts, Poster, Section

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

    Fonts = Mapping[int, ImageFont.FreeTypeFont]
    """By their size in pixels."""

WIDTH, MARGIN, TALLEST = 1080, 60, 2560
"""Pixels. Telegram shrinks a photo that is taller, until nobody can read it."""
MAIN, OTHER = 90, 54
LINE = 1.3
"""Line spacing of the standard for older people's apps."""
NAME, BAR, GAP = 76, 20, 12
"""Pixels from a name's top to its bar, of the bar, and to the next name."""
HIGH, DASH, MOST_COLUMNS = 220, 18, 6
"""Pixels of the highest column and of a dash; and how many columns have room for their numbers."""
MARK, OVER, EDGE = 6, 10, 3
"""Pixels: width of the line in a bar, how far it stands out below, and the paper around it that sets it off."""
PAPER, INK, QUIET, FILLED, EMPTY = "#FFFFFF", "#1A1A1A", "#595959", "#0B6E4F", "#D5DDD9"
STICK = tuple("。，、；：？！”）》")
"""Marks that do not begin a line."""
READ_ON = ((INK, PAPER), (QUIET, PAPER))
"""Colours of words on their ground."""


class CannotDraw(Exception):
    """The letters or the drawing library are missing on this machine."""


def draw(poster: Poster) -> bytes:
    """A PNG, as tall as it takes. Raises `CannotDraw`."""
    return _drawn(poster, _fonts())


def draw_pages(poster: Poster) -> Sequence[bytes]:
    """PNGs of the same title, none taller than `TALLEST`, the footnote below the last. Raises `CannotDraw`.

    A section stays whole where a picture has room for it; otherwise its bars are halved until each part does.
    """
    fonts = _fonts()
    return [_drawn(page, fonts) for page in _pages(poster, fonts)]


def _pages(poster: Poster, fonts: "Fonts") -> Iterator[Poster]:
    waiting, page = list(poster.sections), replace(poster, sections=[])
    while waiting:
        section = waiting.pop(0)
        longer = replace(page, sections=[*page.sections, section])
        if _height(longer, fonts) <= TALLEST:
            page = longer
        elif page.sections:
            yield replace(page, footnote="")
            page, waiting = replace(page, sections=[]), [section, *waiting]
        elif isinstance(section, Section) and len(section.bars) > 1:
            half = -(-len(section.bars) // 2)
            waiting = [replace(section, bars=bars) for bars in (section.bars[:half], section.bars[half:])] + waiting
        else:
            page = longer
    yield page


def _fonts() -> "Fonts":
    try:
        from PIL import ImageFont
        from pylopdf_fonts_zh_cn import sans_path

        return {size: ImageFont.truetype(str(sans_path()), size) for size in (MAIN, OTHER)}
    except (ImportError, OSError) as missing:
        raise CannotDraw(str(missing)) from missing


def _height(poster: Poster, fonts: "Fonts") -> int:
    """Pixels, found by painting where nothing stays."""
    from PIL import Image, ImageDraw

    return _Brush(ImageDraw.Draw(Image.new("RGB", (WIDTH, 1), PAPER)), fonts).paint(poster)


def _drawn(poster: Poster, fonts: "Fonts") -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (WIDTH, _height(poster, fonts)), PAPER)
    _Brush(ImageDraw.Draw(picture), fonts).paint(poster)
    drawn = BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


class Ruler(Protocol):
    """Letters of some size, on whatever."""

    def getlength(self, text: str, /) -> float: ...


def wrapped(text: str, font: Ruler, room: float) -> Iterator[str]:
    """Lines that fit into `room`: Chinese breaks anywhere but before a mark, English between words."""
    while text:
        fits = next(n for n in range(len(text), 0, -1) if font.getlength(text[:n]) <= room or n == 1)
        between = text[fits - 1 : fits + 1]
        if fits < len(text) and between.isascii() and " " not in between:
            fits = text.rfind(" ", 0, fits) + 1 or fits
        while fits > 1 and text[fits : fits + 1] in STICK:
            fits -= 1
        yield text[:fits].rstrip()
        text = text[fits:].lstrip()


class _Brush:
    """Goes down the paper; `paint` returns where it ended, so that a first round measures."""

    def __init__(self, on: "ImageDraw.ImageDraw", fonts: "Fonts") -> None:
        self._on = on
        self._fonts = fonts
        self._y = MARGIN

    def paint(self, poster: Poster) -> int:
        self._line(poster.title, MAIN, INK)
        self._line(poster.total, OTHER, INK)
        for section in poster.sections:
            self._y += OTHER // 2
            self._line(section.heading, OTHER, QUIET)
            match section:
                case Section():
                    self._bars(section.bars)
                case Facts():
                    self._facts(section.rows)
                case Columns():
                    self._columns(section)
        if poster.footnote:
            self._y += OTHER // 2
            self._line(poster.footnote, OTHER, QUIET)
        return self._y + MARGIN

    def _line(self, text: str, size: int, colour: str) -> None:
        """As many lines as it takes."""
        font = self._fonts[size]
        for line in wrapped(text, font, WIDTH - 2 * MARGIN):
            self._on.text((MARGIN, self._y), line, colour, font)
            self._y += round(size * LINE)

    def _facts(self, rows: Sequence[tuple[str, str]]) -> None:
        font, room = self._fonts[OTHER], WIDTH - 2 * MARGIN
        for name, value in rows:
            fits = _clipped(name, font, room - font.getlength(f"  {value}"))
            self._on.text((MARGIN, self._y), fits, INK, font)
            self._on.text((WIDTH - MARGIN, self._y), value, INK, font, anchor="ra")
            self._y += NAME

    def _columns(self, columns: Columns) -> None:
        font, bars = self._fonts[OTHER], columns.bars[-MOST_COLUMNS:]
        wide = (WIDTH - 2 * MARGIN) // MOST_COLUMNS
        tallest = max((bar.share or 0 for bar in bars), default=0)
        tallest = max(tallest, columns.mark or 0) or 1
        ground = self._y + NAME + HIGH
        for number, bar in enumerate(bars):
            x = MARGIN + number * wide
            top = ground - round(HIGH * (bar.share or 0) / tallest)
            self._on.rectangle((x + wide // 6, top, x + wide - wide // 6, ground), FILLED)
            self._on.text((x + wide // 2, ground + GAP), bar.name, QUIET, font, anchor="ma")
        if columns.mark is not None:
            self._dashes(ground - round(HIGH * columns.mark / tallest))
        for number, bar in enumerate(bars):
            middle = MARGIN + number * wide + wide // 2
            above = ground - round(HIGH * (bar.share or 0) / tallest) - GAP
            self._on.text((middle, above), bar.value, INK, font, anchor="md", stroke_width=EDGE * 2, stroke_fill=PAPER)
        self._y = ground + NAME

    def _dashes(self, y: int) -> None:
        for x in range(MARGIN, WIDTH - MARGIN, 2 * DASH):
            self._on.line((x, y, x + DASH, y), INK, EDGE * 2)

    def _bars(self, bars: Sequence[Bar]) -> None:
        """Side by side as far as names and values have room."""
        font, room = self._fonts[OTHER], WIDTH - 2 * MARGIN
        widest = max((font.getlength(f"{bar.name}  {bar.value}") for bar in bars), default=room)
        columns = min(max(int((room + MARGIN) // (widest + MARGIN)), 1), 3 if len(bars) > 6 else 1)
        wide = (room - (columns - 1) * MARGIN) // columns
        rows = -(-len(bars) // columns)
        step = NAME + BAR + GAP
        for number, bar in enumerate(bars):
            column, row = divmod(number, rows)
            self._bar(bar, MARGIN + column * (wide + MARGIN), self._y + row * step, wide)
        self._y += rows * step

    def _bar(self, bar: Bar, x: int, y: int, wide: int) -> None:
        font = self._fonts[OTHER]
        self._on.text((x, y), _clipped(bar.name, font, wide - font.getlength(f"  {bar.value}")), INK, font)
        self._on.text((x + wide, y), bar.value, INK if bar.share is not None else QUIET, font, anchor="ra")
        under = y + NAME
        self._on.rectangle((x, under, x + wide, under + BAR), EMPTY if bar.share is not None else PAPER, EMPTY)
        if bar.share:
            self._on.rectangle((x, under, x + max(round(wide * bar.share), 4), under + BAR), FILLED)
        if bar.mark is not None:
            at = x + round((wide - MARK) * bar.mark)
            self._on.rectangle((at - EDGE, under, at + MARK + EDGE, under + BAR + OVER), PAPER)
            self._on.rectangle((at, under, at + MARK, under + BAR + OVER), INK)


def _clipped(text: str, font: "ImageFont.FreeTypeFont", room: float) -> str:
    """As much of it as there is room for beside the value."""
    if font.getlength(text) <= room:
        return text
    fits = next((n for n in range(len(text), 0, -1) if font.getlength(f"{text[:n]}…") <= room), 0)
    return f"{text[:fits]}…"
