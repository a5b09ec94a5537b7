"""The agenda on paper: A4, large letters, a QR code that opens the preview.

The libraries are imported where they are used: they and the font take half a second, and few ever print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.kit.qr import draw_qr
from bot.kit.sheet import finished

if TYPE_CHECKING:
    from fpdf import FPDF

WIDTH, MARGIN, BOTTOM = 210.0, 18.0, 20.0
"""Of the paper, in mm."""
QR = 38.0
TITLE, WHEN, ITEM, TEXT, SMALL = 32, 21, 19, 15, 11
"""Sizes of the letters, in points."""
LEADING = 0.5
"""Millimetres of a line for each point."""
GREY = 95
NEVER_FIRST = "，。；：、！？）》”’…,.;:!?)"
"""No line begins with one of these."""


@dataclass(frozen=True)
class Row:
    what: str
    details: str
    words: str = ""
    """The exact wording; empty where there is none yet."""


@dataclass(frozen=True)
class Sheet:
    title: str
    when: str
    place: str
    rows: Sequence[Row]
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
    pdf.add_font("sans", fname=sans_path())
    pdf.set_title(sheet.title)
    pdf.add_page()
    _head(pdf, sheet)
    for row in sheet.rows:
        _row(pdf, row)
    for note in sheet.notes:
        _write(pdf, note, TEXT, after=2)
    return finished(pdf)


def _head(pdf: "FPDF", sheet: Sheet) -> None:
    """The code stands on the right, the words on the left of it."""
    left = WIDTH - MARGIN - QR
    draw_qr(pdf, sheet.link, left, MARGIN, QR)
    pdf.set_xy(left, MARGIN + QR + 1)
    _write(pdf, sheet.beside_code, SMALL, QR)
    below_code = pdf.get_y()
    pdf.set_xy(MARGIN, MARGIN)
    room = left - MARGIN - 6
    _write(pdf, sheet.title, TITLE, room, after=5)
    _write(pdf, sheet.when, WHEN, room, after=2)
    _write(pdf, sheet.place, WHEN, room)
    pdf.set_y(max(below_code, pdf.get_y()) + 3)
    pdf.set_draw_color(GREY)
    pdf.line(MARGIN, pdf.get_y(), WIDTH - MARGIN, pdf.get_y())
    pdf.ln(6)


def _row(pdf: "FPDF", row: Row) -> None:
    if pdf.will_page_break(ITEM * LEADING * 3):  # no heading without a line of its text
        pdf.add_page()
    _write(pdf, row.what, ITEM, after=1)
    pdf.set_text_color(GREY)
    _write(pdf, row.details, TEXT, after=1)
    pdf.set_text_color(0)
    if row.words:
        _write(pdf, row.words, TEXT)
    pdf.ln(5)


def _write(pdf: "FPDF", text: str, size: float, room: float = 0, after: float = 0) -> None:
    """Over as many lines as it takes, from where the pen is; `room` in mm, or up to the margin."""
    pdf.set_font("sans", size=size)
    x = pdf.get_x()
    for line in _lines(pdf, text, room or WIDTH - MARGIN - x):
        pdf.set_x(x)
        pdf.cell(0, size * LEADING, line)
        pdf.ln(size * LEADING)
    pdf.ln(after)


def _lines(pdf: "FPDF", text: str, room: float) -> Iterator[str]:
    """A Chinese line may end after any letter, unless a comma would begin the next; an English one between words."""
    for paragraph in text.splitlines() or [""]:
        rest = paragraph
        while pdf.get_string_width(rest) > room:
            end = len(rest)
            while end > 1 and pdf.get_string_width(rest[:end]) > room:
                end -= 1
            cut = end
            while cut > 1 and (rest[cut] in NEVER_FIRST or (_latin(rest[cut]) and _latin(rest[cut - 1]))):
                cut -= 1
            cut = cut if cut > end // 2 else end
            yield rest[:cut].rstrip()
            rest = rest[cut:].lstrip()
        yield rest


def _latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
