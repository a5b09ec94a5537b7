"""Files for a spreadsheet: what people wrote must never be taken for a formula there."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO

Cell = str | int
BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP: CSV injection), full-width signs included."""


def harmless(cell: Cell) -> Cell:
    """A text that could be a formula is quoted as a text; numbers are numbers, below zero too."""
    if isinstance(cell, str) and cell.lstrip(" \u3000\ufeff").startswith(BEGIN_FORMULAS):
        return f"'{cell}"
    return cell


def csv_of(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(map(harmless, head))
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def xlsx_of(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet, whose first row stays in sight."""
    return book_of({None: (head, *rows)})


def book_of(sheets: Mapping[str | None, Iterable[Sequence[Cell]]]) -> bytes:
    """Sheets by their names; of each the first row stays in sight."""
    from openpyxl import Workbook  # a quarter of a second, for moderators only

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for row in rows:
            sheet.append([harmless(cell) for cell in row])
    written = BytesIO()
    book.save(written)
    return written.getvalue()
