"""From bytes to rows of text: CSV in its dialects, XLSX without formulas and merged cells."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.roll.faults import BadRoll, Fault, NotASpreadsheet, SeveralSheets, TooManyRows, Why
from bot.roll.files.columns import column_named

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

ENCODINGS = ("utf-8-sig", "gb18030")
"""GB18030 holds GBK, which is what Excel writes as CSV on a Chinese Windows."""
DELIMITERS = ",\t;，；"
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of an unpacked XLSX: a roll of 20,000 rows has about 10 MB."""
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Row:
    """One row that is not blank; `number` as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


def rows_of(content: bytes, most: int) -> Sequence[Row]:
    """Every row that is not blank, the header first.

    Raises `NotASpreadsheet`, `SeveralSheets`, `TooManyRows`, and `BadRoll` for what cannot be a plain table.
    """
    rows = _from_xlsx(content, most) if content.startswith(b"PK\x03\x04") else _from_csv(content, most)
    return [row for row in rows if any(row.cells)]


def cell_name(column: int, row: int) -> str:
    """`D5` for column 3, counted from 0, of row 5."""
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _from_csv(content: bytes, most: int) -> list[Row]:
    text = _decoded(content)
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda sign: sum(column_named(title) is not None for title in header.split(sign)))
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            rows.append(Row(number, tuple(cell.strip() for cell in cells)))
            if len(rows) > most + 1:
                raise TooManyRows(most)
    except csv.Error as reason:
        raise BadRoll((Fault(Why.BROKEN, len(rows) + 1),)) from reason
    _refuse([fault for row in rows for fault in _csv_formulas(row)])
    return [Row(row.number, tuple(map(_without_guard, row.cells))) for row in rows]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotASpreadsheet


def _csv_formulas(row: Row) -> Iterator[Fault]:
    """What a spreadsheet would compute. A minus before figures is a number: rooms under ground have it."""
    for column, cell in enumerate(row.cells):
        if cell[:1] in {"=", "+", "@"} or (cell[:1] == "-" and cell[1:] and not cell[1].isalnum()):
            yield Fault(Why.FORMULA, row.number, cell_name(column, row.number), cell)


def _without_guard(cell: str) -> str:
    """What our own export puts before a sign that a spreadsheet would compute."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell


def _from_xlsx(content: bytes, most: int) -> list[Row]:
    sheet = _only_sheet(content)
    if sheet.max_row > most + 1:
        raise TooManyRows(most)
    merged = [str(area) for area in sheet.merged_cells.ranges]
    faults = [Fault(Why.MERGED, int("".join(filter(str.isdigit, area.split(":")[0]))), area) for area in merged]
    rows = []
    for number, cells in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS)), 1):
        rows.append(Row(number, tuple(_without_guard(_text(cell)) for cell in cells)))
        faults += [fault for cell in cells for fault in _xlsx_faults(cell, number)]
    _refuse(faults)
    return rows


def _only_sheet(content: bytes) -> "Worksheet":
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise NotASpreadsheet
        book = load_workbook(io.BytesIO(content), keep_links=False)
    except NotASpreadsheet:
        raise
    except Exception as reason:  # openpyxl raises whatever it stumbles over in a broken file
        raise NotASpreadsheet from reason
    used = [sheet for sheet in book.worksheets if sheet.max_row > 1 or sheet.max_column > 1]
    if len(used) > 1:
        raise SeveralSheets(len(used))
    if not book.worksheets:
        raise NotASpreadsheet
    return used[0] if used else book.worksheets[0]


def _text(cell: "Cell | MergedCell") -> str:
    """As the spreadsheet shows it: numbers with its own 15 digits, so that 89.37 is not 89.36999999999999."""
    value = cell.value
    if isinstance(value, float):
        return format(value, ".15g")
    return "" if value is None else str(value).strip()


def _xlsx_faults(cell: "Cell | MergedCell", row: int) -> Iterator[Fault]:
    name = f"{cell.column_letter}{row}" if hasattr(cell, "column_letter") else cell.coordinate
    if cell.data_type == "f":
        yield Fault(Why.FORMULA, row, name, _text(cell))
    elif isinstance(cell.value, datetime.date | datetime.time):
        yield Fault(Why.DATE, row, name, _text(cell))


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise BadRoll(tuple(faults))
