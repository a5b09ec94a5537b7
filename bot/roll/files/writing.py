"""The roll as a file that `reading` takes again, and the empty template."""

import csv
import io
from collections.abc import Sequence

from bot.kit.people import Language
from bot.residents.model import NewMember
from bot.roll.files.columns import AGES, KINDS, TENURES, Column, header
from bot.roll.model import Unit, plain_name

SHEET = {"zh": "名册", "en": "Roll"}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet computes a cell that begins so: a name could be a program."""
WIDTHS = (8, 8, 10, 10, 10, 16, 10, 24, 12, 16)


def as_csv(units: Sequence[Unit], language: Language) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows(units, language))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(units: Sequence[Unit], language: Language) -> bytes:
    """One sheet, all cells text: 89.50 stays 89.50, and nothing is computed."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET[language])
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHIJ", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for number, row in enumerate(_rows(units, language)):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text)
            cell.data_type = "s"
            cell.number_format = "@"
            if number == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(units: Sequence[Unit], language: Language) -> list[list[str]]:
    rows = [[header(column, language) for column in Column]]
    for unit in sorted(units, key=lambda unit: unit.door):
        nobody: Sequence[NewMember | None] = (None,)
        rows += [_row(unit, member, language) for member in unit.people or nobody]
    return [[_harmless(cell) for cell in row] for row in rows]


def _row(unit: Unit, member: NewMember | None, language: Language) -> list[str]:
    owners = unit.ownership.owners if unit.ownership else ()
    return [
        str(unit.door.building),
        str(unit.door.unit),
        unit.door.room,
        format(unit.area, "f"),
        _word(TENURES[unit.tenure], unit.tenure, language),
        plain_name(member.name) if member else "",
        _word(AGES[member.age_band], member.age_band, language) if member else "",
        "、".join(owner.name for owner in owners),
        "、".join(_word(KINDS[owner.kind], owner.kind, language) for owner in owners),
        unit.ownership.voter.name if unit.ownership else "",
    ]


def _word(words: Sequence[str], value: str, language: Language) -> str:
    return words[0] if language == "zh" else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(DANGEROUS) else text
