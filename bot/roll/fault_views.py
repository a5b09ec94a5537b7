"""Why a file cannot be taken, in words: which row, which cell, what to do about it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.kit.refusals import Refused
from bot.kit.screens import Choice, GoHome, Screen, screen
from bot.kit.words import Words, later, shorten
from bot.roll import taps
from bot.roll.faults import (
    BadRoll,
    EmptyFile,
    Fault,
    FileNotFetched,
    FileTooBig,
    ImportOver,
    NotASpreadsheet,
    NotInGroup,
    SeveralSheets,
    TooManyRows,
    WhichCommunity,
    Why,
)

FEW = 5
"""So many faults are told at once: who mends these finds the others."""
SHOWN = 20
"""Characters of what stands in a cell."""

REASONS = {
    Why.MISSING: later("Row {row}: {column} is missing."),
    Why.NOT_A_NUMBER: later("Row {row}: “{value}” in {cell} is no building or unit number; write a number such as 3."),
    Why.NOT_A_ROOM: later("Row {row}: “{value}” in {cell} is no room number; write one such as 502."),
    Why.NOT_AN_AREA: later("Row {row}: “{value}” in {cell} is no area; write square metres such as 89.37."),
    Why.NOT_A_TENURE: later("Row {row}: “{value}” in {cell} is neither owner nor tenant."),
    Why.NOT_AN_AGE: later("Row {row}: “{value}” in {cell} is no age group; write minor, young, middle or older."),
    Why.NOT_A_KIND: later("Row {row}: “{value}” in {cell} is no kind of owner; write person, firm or developer."),
    Why.NOT_A_NAME: later("Row {row}: “{value}” in {cell} is too long for a name."),
    Why.LIKE_A_NUMBER: later("Row {row}: in {cell} stands what looks like a phone or ID number. Please take it out."),
    Why.NOT_A_VOTER: later("Row {row}: “{value}” in {cell} is to vote for the unit and is not among its owners."),
    Why.DEVELOPER_VOTES: later(
        "Row {row}: “{value}” in {cell} cannot vote for the unit yet: until it is handed over, the developer does."
    ),
    Why.TWICE: later("Row {row}: “{value}” stood in row {earlier} already, in the same household."),
    Why.DISAGREES: later("Row {row}: “{value}” in {cell} is not what row {earlier} says of the same household."),
    Why.FORMULA: later("Cell {cell} holds a formula. Please put in what it gives."),
    Why.MERGED: later("Cells {cell} are merged. Please take them apart and fill in each."),
    Why.DATE: later("Cell {cell} became a date. Please format it as text and write it again."),
    Why.TOO_WIDE: later("Row {row} has more cells than there are columns; perhaps a comma too many."),
    Why.BROKEN: later("Row {row}: a quotation mark is not closed."),
    Why.FORBIDDEN_COLUMN: later("The column “{value}” cannot be taken: of people, only names and age groups are kept."
                                " Please delete it."),
    Why.COLUMN_TWICE: later("The column “{value}” is there twice."),
    Why.COLUMN_MISSING: later("There is no column “{column}”."),
}  # fmt: skip

COLUMNS = {
    "building": later("Building"),
    "unit": later("Unit"),
    "room": later("Room"),
    "area": later("Area"),
    "tenure": later("Owner or tenant"),
    "name": later("Name"),
    "age group": later("Age group"),
    "owners": later("Owners"),
    "owner kind": later("Kind of owner"),
    "voter": later("Who votes"),
}


def bad_roll(say: Words, refusal: BadRoll) -> Screen:
    """The first faults, and how many more there are."""
    lines = [fault_line(say, fault) for fault in refusal.faults[:FEW]]
    if len(refusal.faults) > FEW:
        lines.append(say("And {more} more places.", more=len(refusal.faults) - FEW))
    parts = (
        say("<b>I cannot take this file yet</b>"),
        "\n".join(lines),
        say("Nothing has changed. Mend the file and send it again."),
    )
    return screen(say, "\n\n".join(parts), Choice(say.plain("Empty template"), taps.GiveTemplate()), back=GoHome())


def fault_line(say: Words, fault: Fault) -> str:
    """One fault, in a sentence."""
    return say(
        REASONS[fault.why],
        row=fault.row,
        cell=fault.cell,
        value=shorten(fault.value, SHOWN),
        earlier=fault.earlier,
        column=say.plain(COLUMNS[fault.value]) if fault.value in COLUMNS else shorten(fault.value, SHOWN),
    )


def not_a_spreadsheet(say: Words, _: NotASpreadsheet) -> Screen:
    return _refused(say, say("I cannot open this file. Please save it as XLSX or CSV and send it again."))


def several_sheets(say: Words, refusal: SeveralSheets) -> Screen:
    text = say("There are {sheets} sheets in this file. Please put everybody on one.", sheets=refusal.sheets)
    return _refused(say, text)


def empty_file(say: Words, _: EmptyFile) -> Screen:
    return _refused(say, say("There is nobody in this file."))


def too_many_rows(say: Words, refusal: TooManyRows) -> Screen:
    return _refused(say, say("This file has more than {most} rows. Please ask a person.", most=refusal.most))


def file_too_big(say: Words, refusal: FileTooBig) -> Screen:
    text = say("This file is larger than {megabytes} MB. A roll is much smaller: is it the right one?",
               megabytes=refusal.megabytes)  # fmt: skip
    return _refused(say, text)


def file_not_fetched(say: Words, _: FileNotFetched) -> Screen:
    return _refused(say, say("The file did not arrive. Please send it once more."))


def import_over(say: Words, _: ImportOver) -> Screen:
    text = say("This file is not waiting any more. To renew the roll, send a file again.")
    return screen(say, text, Choice(say.plain("See the roll"), taps.SeeRoll()), back=GoHome())


def which_community(say: Words, refusal: WhichCommunity) -> Screen:
    """Said to the terminal."""
    if not refusal.names:
        return screen(say, say("There is no community yet. It begins with /setup in its group."))
    names = "\n".join(refusal.names)
    return screen(say, say("Which community is meant? Name one with --community:\n{communities}", communities=names))


def not_in_group(say: Words, _: NotInGroup) -> Screen:
    return screen(say, say("The roll has names in it. Please ask me in our private chat."))


def _refused(say: Words, text: str) -> Screen:
    return screen(say, text, Choice(say.plain("Empty template"), taps.GiveTemplate()), back=GoHome())


EXPLANATIONS: Mapping[type[Refused], Callable[[Words, Any], Screen]] = {
    BadRoll: bad_roll,
    NotASpreadsheet: not_a_spreadsheet,
    SeveralSheets: several_sheets,
    EmptyFile: empty_file,
    TooManyRows: too_many_rows,
    FileTooBig: file_too_big,
    FileNotFetched: file_not_fetched,
    ImportOver: import_over,
    WhichCommunity: which_community,
    NotInGroup: not_in_group,
}
