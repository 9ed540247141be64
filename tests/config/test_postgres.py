"""The server that lives as long as one command."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from jingwei.config.postgres import PostgresMissing, installed, temporary_postgres

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`


@pytest.fixture
def server():
    try:
        installed()
    except PostgresMissing as missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(missing))
    with temporary_postgres() as url:
        yield url


def test_a_temporary_server_is_empty_and_knows_chinese_letters(server):
    with psycopg.connect(server) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        letter = connection.execute("SELECT '经' ~ '[[:alpha:]]', current_setting('server_encoding')").fetchone()
    assert (tables, letter) == ((0,), (True, "UTF8"))


def test_a_temporary_server_asks_for_its_password(server):
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.replace("@", "x@"))


def test_a_command_gets_a_server_that_is_gone_when_it_ends(server):
    script = "import os, psycopg; url = os.environ['DATABASE_URL']; psycopg.connect(url).close(); print(url); exit(3)"
    command = [sys.executable, "-m", "jingwei.config.postgres", "--", sys.executable, "-c", script]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(done.stdout.strip())
