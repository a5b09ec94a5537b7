"""After somebody was erased, nothing of them stays in the bytes of an SQLite file.

`secure_delete` overwrites what is deleted, but pages that were split or merged may hold older copies, and the
write-ahead log holds pages as they were: so the file is written anew and the log is cut off. That this is still
to be done is kept in the file (`user_version`, written with the erasure), should the power fail in between.
"""

import sqlite3

from sqlalchemy import Connection

from storage.prepared import run

_ASKED = "shred"


def ask(connection: Connection) -> None:
    """In the transaction that erases: do it once that is committed."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.info[_ASKED] = True


def is_asked(connection: Connection) -> bool:
    """Cheap: asks the memory, not the file."""
    return _ASKED in connection.info


def was_left_undone(connection: Connection) -> bool:
    """Asks the file, at the start."""
    return bool(run(connection, "PRAGMA user_version").fetchone()[0])


def shred(connection: Connection) -> bool:
    """Between transactions. False, and to be tried again, while somebody else reads or writes, or the disk is full."""
    try:
        run(connection, "VACUUM")
        busy, *_ = run(connection, "PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            run(connection, "PRAGMA user_version = 0")
            connection.info.pop(_ASKED, None)
    except sqlite3.OperationalError:
        busy = 1
    return not busy
