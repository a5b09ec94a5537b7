"""The tests' PostgreSQL leaves nothing behind, however the tests end."""

import select
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from tests import postgres
from tests.bot_process import ROOT

HOLDS_ONE = """
import sys
from pathlib import Path
from tests import postgres

with postgres.server(Path(sys.argv[1])) as address:
    print(address, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("killed", [False, True])
def test_it_ends_with_the_process_that_started_it(*, killed: bool) -> None:
    programs = postgres.programs()
    if programs is None:
        pytest.skip("no PostgreSQL")
    command = [sys.executable, "-c", HOLDS_ONE, str(programs)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        address = urlsplit(holder.stdout.readline().strip())
        folder = Path(parse_qs(address.query)["host"][0])
        with psycopg.connect(host=str(folder), user="yishi", dbname="postgres", autocommit=True) as connection:
            if killed:
                holder.kill()
                holder.wait()
            assert holder.stdin is not None
            holder.stdin.close()
            select.select([connection.fileno()], [], [])  # the server has hung up
            with pytest.raises(psycopg.OperationalError):
                connection.execute("SELECT 1")
        assert holder.stdout.read() == ""  # its watch has ended too, which holds the other end
    assert not folder.exists()
