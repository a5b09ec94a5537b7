"""A certificate to be printed: one page of A4, with the letters in it and a QR code by which anybody can check it."""

from typing import TYPE_CHECKING

from bot.honours.model.certificate import Paper
from bot.kit.qr import draw_qr
from bot.kit.sheet import finished

if TYPE_CHECKING:
    from fpdf import FPDF

WIDTH, HEIGHT = 210.0, 297.0
MARGIN, FRAME, QR = 28.0, 10.0, 42.0
"""In mm."""
TITLE, NAME, TEXT, SMALL = 48, 34, 18, 12
"""Sizes of the letters, in points."""
INK, RED, GOLD = (26, 26, 26), (166, 25, 46), (176, 141, 60)


def print_certificate(paper: Paper) -> bytes:
    """A PDF; takes a while, so keep it off the event loop."""
    from fpdf import FPDF
    from pylopdf_fonts_zh_cn import sans_path

    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.add_font("sans", fname=sans_path())
    pdf.add_page()
    _frame(pdf)
    _line(pdf, paper.title, TITLE, 34, RED)
    _line(pdf, paper.name, NAME, 86, INK)
    pdf.set_xy(MARGIN, 120)
    pdf.set_font("sans", size=TEXT)
    for line in paper.lines:
        pdf.multi_cell(WIDTH - 2 * MARGIN, 11, line, align="L", new_x="LMARGIN", new_y="NEXT")
    bottom = HEIGHT - MARGIN
    _line(pdf, paper.issuer, TEXT, bottom - QR, INK, "R")
    _line(pdf, paper.day, TEXT, bottom - QR + 12, INK, "R")
    draw_qr(pdf, paper.link, MARGIN, bottom - QR, QR)
    pdf.set_xy(MARGIN + QR + 8, bottom - 14)
    pdf.set_font("sans", size=SMALL)
    pdf.multi_cell(WIDTH - 2 * MARGIN - QR - 8, 7, paper.check, align="L")
    return finished(pdf)


def _frame(pdf: "FPDF") -> None:
    pdf.set_draw_color(*GOLD)
    for inset, width in ((FRAME, 1.6), (FRAME + 4, 0.4)):
        pdf.set_line_width(width)
        pdf.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)


def _line(pdf: "FPDF", text: str, size: float, y: float, colour: tuple[int, int, int], align: str = "C") -> None:
    """On one line; smaller where it would not fit."""
    room = (WIDTH - 2 * MARGIN) * (1 if align == "C" else 0.6)
    pdf.set_text_color(*colour)
    pdf.set_font("sans", size=size)
    wide = pdf.get_string_width(text)
    if wide > room:
        pdf.set_font("sans", size=size * room / wide)
    pdf.set_xy(WIDTH - MARGIN - room, y)
    pdf.cell(room, size * 0.5, text, align=align)
