"""A QR code on a page to be printed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF

MASK = 2
"""Any of the eight can be read; to look for the prettiest takes six times as long."""


def draw_qr(pdf: "FPDF", link: str, x: float, y: float, width: float) -> None:
    """What opens `link`, its upper left corner at `x`, `y`; all in mm."""
    import segno

    matrix = segno.make(link, micro=False, error="m", mask=MASK).matrix
    side = width / len(matrix)
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            end = column
            while end < len(modules) and modules[end]:
                end += 1
            if end > column:
                pdf.rect(x + column * side, y + row * side, (end - column) * side, side, style="F")
            column = end + 1
