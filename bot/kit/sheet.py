"""A text on paper: A4, for the notice board.

The libraries are imported where they are used: they and the font take half a second, and few ever print.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN, BOTTOM = 20.0, 18.0
"""Of the paper, in mm."""
TEXT, SMALL = 14, 11
"""Sizes of the letters, in points."""
LEADING, APART = 0.55, 2.5
"""Millimetres of a line for each point, and between two paragraphs."""
GREY = 95


def print_lines(lines: Sequence[str], link: str) -> bytes:
    """A PDF of as many pages as it takes, `link` below the text; half a second, so keep it off the event loop."""
    from fpdf import FPDF
    from fpdf.enums import WrapMode, XPos, YPos
    from pylopdf_fonts_zh_cn import sans_path

    pdf = FPDF(format="A4")
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(True, margin=BOTTOM)
    pdf.add_font("sans", fname=sans_path())
    pdf.add_page()

    def write(text: str, size: int) -> None:
        """A Chinese line may end after any letter."""
        pdf.set_font("sans", size=size)
        pdf.multi_cell(0, size * LEADING, text, align="L", wrapmode=WrapMode.CHAR, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(APART)

    for line in lines:
        write(line, TEXT)
    pdf.set_text_color(GREY)
    write(link, SMALL)
    return finished(pdf)


def finished(pdf: "FPDF") -> bytes:
    """The PDF. The library reads fonts as it goes, and leaves their files open."""
    from fpdf.fonts import TTFFont

    content = bytes(pdf.output())
    for font in pdf.fonts.values():
        if isinstance(font, TTFFont):
            font.close()
    return content
