"""The ZIP of a community: JSON lines for programs, a workbook for people. Written row by row, whatever its size."""

import hashlib
import json
import re
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.archive.model import BOOK, FORMAT, HEAD, TABLES, Extract, Head, Plain
from bot.kit.cells import harmless

if TYPE_CHECKING:
    from openpyxl import Workbook

THEN = (1980, 1, 1, 0, 0, 0)
"""The date of everything in it: the same rows make the same file."""
MOST_ROWS, MOST_LETTERS = 1_000_000, 32_000
"""Of a sheet and of a cell; Excel takes few more. What is cut there is whole in the JSON lines."""
NOT_IN_CELLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def pack(head: Head, extracts: Iterable[Extract], path: Path) -> int:
    """Write the file, to `path`; how many bytes."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    tables: dict[str, dict[str, Plain]] = {}
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for extract in extracts:
            tables[extract.table] = _pour(packed, book, extract)
        with NamedTemporaryFile(suffix=".xlsx") as written:
            book.save(written)
            written.seek(0)
            with packed.open(_named(BOOK), "w", force_zip64=True) as member:
                while part := written.read(2**16):
                    member.write(part)
        said = {"format": FORMAT, "schema": head.schema, "community": head.community, "people": head.people}
        packed.writestr(_named(HEAD), json.dumps({**said, "tables": tables}, ensure_ascii=False, indent=1))
    return path.stat().st_size


def _pour(packed: ZipFile, book: "Workbook", extract: Extract) -> dict[str, Plain]:
    """What the head says of this table: how many rows, and the digest of its lines."""
    rows, digest = 0, hashlib.sha256()
    sheets = _sheets(book, extract)
    next(sheets)
    with packed.open(_named(f"{TABLES}{extract.table}.jsonl"), "w", force_zip64=True) as member:
        for row in extract.rows:
            said = json.dumps(dict(zip(extract.columns, row, strict=True)), ensure_ascii=False, separators=(",", ":"))
            line = said.encode() + b"\n"
            member.write(line)
            digest.update(line)
            sheets.send(row)
            rows += 1
    last: dict[str, Plain] = {"last": extract.last} if extract.last is not None else {}
    return {"rows": rows, "sha256": digest.hexdigest(), **last}


def _sheets(book: "Workbook", extract: Extract) -> Generator[None, Sequence[Plain]]:
    """Takes a row each time it is sent one; after so many rows another sheet goes on."""
    for number in range(1, 1000):
        sheet = book.create_sheet(extract.table if number == 1 else f"{extract.table[:26]} {number}")
        sheet.freeze_panes = "A2"
        sheet.append(list(extract.columns))
        for _ in range(MOST_ROWS):
            sheet.append(_cells((yield)))


def _cells(row: Sequence[Plain]) -> list[object]:
    return [_cell(value) for value in row]


def _cell(value: Plain) -> object:
    """Telegram's numbers have more digits than a spreadsheet keeps of a number."""
    match value:
        case None | bool():
            return value
        case int() if abs(value) >= 10**15:
            return str(value)
        case int() | float():
            return value
        case str():
            return harmless(NOT_IN_CELLS.sub(" ", value)[:MOST_LETTERS])
        case _:
            return json.dumps(value, ensure_ascii=False)[:MOST_LETTERS]


def _named(name: str) -> ZipInfo:
    member = ZipInfo(name, THEN)
    member.compress_type = ZIP_DEFLATED
    return member
