"""Files as moderators have them, and what the bot sends back."""

import csv
import io
from base64 import b64encode
from collections.abc import Iterable, Sequence

import aiohttp
from openpyxl import Workbook, load_workbook

from bot.sunshine import roll
from tests.neighbours import Neighbourhood, Someone

HEADER = ("楼号", "单元", "房号", "面积", "居住", "姓名", "年龄段", "业主", "业主类型", "投票人")
AGES = {"minor": "未成年", "young": "青年", "middle": "中年", "older": "老年"}
TENURES = {"owner": "业主", "tenant": "租户"}
Cells = Sequence[object]


def csv_of(rows: Iterable[Cells], header: Cells = HEADER, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """A CSV as Excel saves it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([header, *rows])
    return out.getvalue().encode(encoding)


def xlsx_of(rows: Iterable[Cells], header: Cells = HEADER) -> bytes:
    """An XLSX with one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (header, *rows):
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_back(content: bytes) -> list[list[str]]:
    """The rows of a file that the bot has sent, CSV or XLSX."""
    if content.startswith(b"PK"):
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def sunshine_rows() -> list[list[object]]:
    """阳光社区 as its moderator's file has it."""
    return [
        [home.building, home.unit, home.room, home.area, TENURES[home.tenure], one.name, AGES[one.age_band], "", "", ""]
        for home in roll()
        for one in home.members
    ]


async def sends_file(person: Someone, content: bytes, name: str = "名册.csv") -> None:
    await person.sends("document", content=b64encode(content).decode(), file_name=name)


async def last_document(town: Neighbourhood, person: Someone) -> tuple[str, bytes]:
    """Name and content of the newest file on somebody's phone."""
    messages = (await person.screen())["messages"]
    document = next(message["document"] for message in reversed(messages) if "document" in message)
    url = f"{town.playground.url}/control/files/{document['file_id']}"
    async with aiohttp.ClientSession() as http, http.get(url) as answer:
        return document["file_name"], await answer.read()
