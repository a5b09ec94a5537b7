"""A report on paper: A4, for the notice board, with a QR code that opens the bot.

The libraries are imported where they are used: they and the font take half a second, and few ever print.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.kit.picture import wrapped
from bot.kit.poster import Bar, Section
from bot.kit.qr import draw_qr
from bot.kit.sheet import finished

if TYPE_CHECKING:
    from fpdf import FPDF

WIDTH, MARGIN, BOTTOM = 210.0, 18.0, 18.0
"""Of the paper, in mm."""
QR, BAR, APART = 32.0, 3.2, 2.4
TITLE, WHEN, HEADING, TEXT, SMALL = 30, 19, 16, 13, 9.5
"""Sizes of the letters, in points."""
LEADING = 0.48
"""Millimetres of a line for each point."""
INK, GREY, FILLED, EMPTY = 26, 95, (11, 110, 79), (213, 221, 217)
FEW, GUTTER = 6, 9.0
"""Bars of which two have room side by side; of more, three."""


@dataclass(frozen=True)
class Row:
    """A number; `share` None draws no bar."""

    bar: Bar
    definition: str


@dataclass(frozen=True)
class Sheet:
    title: str
    when: str
    rows: Sequence[Row]
    sections: Sequence[Section]
    notes: Sequence[str]
    beside_code: str
    """What the QR code is for."""
    link: str


def print_sheet(sheet: Sheet) -> bytes:
    """A PDF with its letters in it, of as many pages as it takes; half a second, so keep it off the event loop."""
    from fpdf import FPDF
    from pylopdf_fonts_zh_cn import sans_path

    pdf = FPDF(format="A4")
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(True, margin=BOTTOM)
    pdf.c_margin = 0
    pdf.add_font("sans", fname=sans_path())
    pdf.set_title(sheet.title)
    pdf.add_page()
    _head(pdf, sheet)
    for row in sheet.rows:
        _row(pdf, row)
    for section in sheet.sections:
        _section(pdf, section)
    pdf.ln(APART)
    for note in sheet.notes:
        _write(pdf, note, SMALL, GREY)
    return finished(pdf)


def _head(pdf: "FPDF", sheet: Sheet) -> None:
    """The code stands on the right, the words on the left of it."""
    left = WIDTH - MARGIN - QR
    pdf.set_fill_color(0)
    draw_qr(pdf, sheet.link, left, MARGIN, QR)
    pdf.set_xy(left, MARGIN + QR + 1)
    _write(pdf, sheet.beside_code, SMALL, GREY, QR)
    below_code = pdf.get_y()
    pdf.set_xy(MARGIN, MARGIN)
    _write(pdf, sheet.title, TITLE, INK, left - 2 * MARGIN)
    pdf.ln(APART)
    _write(pdf, sheet.when, WHEN, GREY, left - 2 * MARGIN)
    pdf.set_y(max(below_code, pdf.get_y()) + APART)


def _row(pdf: "FPDF", row: Row) -> None:
    """Its name and value on a line, the bar, and how it is counted; never parted by the end of a page."""
    if pdf.will_page_break((TEXT + 2 * SMALL) * LEADING + (0 if row.bar.share is None else BAR)):
        pdf.add_page()
    _bar(pdf, row.bar, MARGIN, WIDTH - 2 * MARGIN)
    _write(pdf, row.definition, SMALL, GREY)
    pdf.ln(APART)


def _section(pdf: "FPDF", section: Section) -> None:
    """Two or three bars side by side."""
    step = TEXT * LEADING + BAR + 2 * APART
    if pdf.will_page_break(HEADING * LEADING + 2 * step):
        pdf.add_page()
    pdf.ln(APART)
    _write(pdf, section.heading, HEADING, INK)
    pdf.ln(APART / 2)
    columns = 2 if len(section.bars) <= FEW else 3
    wide = (WIDTH - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    for start in range(0, len(section.bars), columns):
        if pdf.will_page_break(step):
            pdf.add_page()
        y = pdf.get_y()
        for column, bar in enumerate(section.bars[start : start + columns]):
            pdf.set_y(y)
            _bar(pdf, bar, MARGIN + column * (wide + GUTTER), wide)
        pdf.set_y(y + step - APART)


def _bar(pdf: "FPDF", bar: Bar, x: float, wide: float) -> None:
    pdf.set_font("sans", size=TEXT)
    pdf.set_text_color(INK)
    y, high = pdf.get_y(), TEXT * LEADING
    pdf.set_xy(x, y)
    pdf.cell(wide, high, bar.name)
    pdf.set_xy(x, y)
    pdf.cell(wide, high, bar.value, align="R")
    y += high + 0.5
    if bar.share is not None:
        pdf.set_fill_color(*EMPTY)
        pdf.rect(x, y, wide, BAR, style="F")
        pdf.set_fill_color(*FILLED)
        pdf.rect(x, y, wide * min(bar.share, 1), BAR, style="F")
        if bar.mark is not None:
            pdf.set_fill_color(INK)
            pdf.rect(x + wide * bar.mark - 0.4, y - 0.6, 0.8, BAR + 1.8, style="F")
        y += BAR + 1.4
    pdf.set_xy(MARGIN, y)


def _write(pdf: "FPDF", text: str, size: float, colour: int, room: float = 0) -> None:
    """Over as many lines as it takes, from where the pen is; `room` in mm, or up to the margin."""
    pdf.set_font("sans", size=size)
    pdf.set_text_color(colour)
    x = pdf.get_x()
    for line in wrapped(text, _Ruler(pdf), room or WIDTH - MARGIN - x):
        pdf.set_x(x)
        pdf.cell(0, size * LEADING, line)
        pdf.ln(size * LEADING)
    pdf.set_x(x)


class _Ruler:
    def __init__(self, pdf: "FPDF") -> None:
        self._pdf = pdf

    def getlength(self, text: str) -> float:
        """In mm."""
        return float(self._pdf.get_string_width(text))
