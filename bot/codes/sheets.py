"""Slips to cut out, eight on a page of A4: an address, a number, a QR code, a few lines how to use them.

The libraries are imported where they are used: they and the font take half a second, and few ever print.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bot.kit.qr import draw_qr
from bot.kit.sheet import finished

if TYPE_CHECKING:
    from fpdf import FPDF

COLUMNS, ROWS = 2, 4
WIDTH, HEIGHT = 105.0, 74.25
"""Of a slip, in mm: an eighth of A4."""
MARGIN, QR = 8.0, 30.0
TITLE, NUMBER, TEXT = 15, 21, 11.5
"""Sizes of the letters, in points."""


@dataclass(frozen=True)
class Slip:
    title: str
    number: str
    lines: Sequence[str]
    link: str = ""
    """What the QR code opens; without one there is none."""


def print_slips(slips: Iterable[Slip]) -> bytes:
    """A PDF with the Chinese letters in it; about 4 ms a slip, so keep it off the event loop."""
    from fpdf import FPDF
    from pylopdf_fonts_zh_cn import sans_path

    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.add_font("sans", fname=sans_path())
    for number, slip in enumerate(slips):
        place = number % (COLUMNS * ROWS)
        if place == 0:
            pdf.add_page()
            _cut_lines(pdf)
        _put(pdf, slip, (place % COLUMNS) * WIDTH, (place // COLUMNS) * HEIGHT)
    return finished(pdf)


def picture(link: str) -> bytes:
    """A QR code as PNG, large enough to be held up to another phone."""
    import segno

    png = BytesIO()
    segno.make(link, micro=False, error="m").save(png, kind="png", scale=14, border=4)
    return png.getvalue()


def _cut_lines(pdf: "FPDF") -> None:
    pdf.set_draw_color(140)
    pdf.set_dash_pattern(dash=2, gap=2)
    for column in range(1, COLUMNS):
        pdf.line(column * WIDTH, 0, column * WIDTH, ROWS * HEIGHT)
    for row in range(1, ROWS):
        pdf.line(0, row * HEIGHT, COLUMNS * WIDTH, row * HEIGHT)
    pdf.set_dash_pattern()


def _put(pdf: "FPDF", slip: Slip, x: float, y: float) -> None:
    room = WIDTH - 2 * MARGIN
    _write(pdf, slip.title, TITLE, x + MARGIN, y + MARGIN, room - (QR if slip.link else 0))
    _write(pdf, slip.number, NUMBER, x + MARGIN, y + MARGIN + 14, room - (QR if slip.link else 0))
    for number, line in enumerate(slip.lines):
        _write(pdf, line, TEXT, x + MARGIN, y + MARGIN + QR + 6 + 7 * number, room)
    if slip.link:
        draw_qr(pdf, slip.link, x + WIDTH - MARGIN - QR, y + MARGIN, QR)


def _write(pdf: "FPDF", text: str, size: float, x: float, y: float, room: float) -> None:
    """On one line; smaller where it would not fit."""
    pdf.set_font("sans", size=size)
    width = pdf.get_string_width(text)
    if width > room:
        pdf.set_font("sans", size=size * room / width)
    pdf.set_xy(x, y)
    pdf.cell(room, size * 0.5, text)
