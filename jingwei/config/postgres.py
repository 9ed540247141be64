"""A PostgreSQL server that lives as long as one command: for tests and measurements, never for records worth keeping.

    python -m jingwei.config.postgres -- pytest tests

runs the command with `DATABASE_URL` pointing at a new, empty server, and removes the server afterwards.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

NAME = "jingwei"
SECONDS_TO_START = 30
SECONDS_TO_STOP = 120  # what was measured may have left much to write
# Nothing here outlives the command, so nothing needs to reach the disk.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "listen_addresses": "127.0.0.1",
}
# For measurements: as a careful administrator would run it on a machine with memory to spare. Every commit reaches the
# disk.
MEASURED = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "2GB",
    "effective_cache_size": "8GB",
    "work_mem": "32MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_connections": "50",
    "listen_addresses": "127.0.0.1",
}


class PostgresMissing(RuntimeError):
    """No server is installed on this machine, or none that the current user may start."""


def installed() -> Path:
    """The folder of the newest PostgreSQL's programs. Raises PostgresMissing."""
    by_version = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: float(found.parts[-3]))
    on_path = shutil.which("initdb")
    found = [*([Path(on_path).resolve()] if on_path else []), *by_version]
    if not found:
        raise PostgresMissing("PostgreSQL is not installed. Debian, Ubuntu: sudo apt-get install postgresql")
    return found[-1].parent


def owner() -> str | None:
    """Whom the server runs as: `postgres` for root, whom PostgreSQL refuses, else ourselves (None)."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise PostgresMissing("root cannot run PostgreSQL, and the user `postgres` does not exist.") from None


@contextmanager
def temporary_postgres(settings: Mapping[str, str] = SETTINGS) -> Iterator[str]:
    """Yield the DATABASE_URL of a new server on a free port of this machine; stop and remove it at the end."""
    with (
        tempfile.TemporaryDirectory(prefix=f"{NAME}-postgres-") as folder,
        kept_postgres(Path(folder), settings) as url,
    ):
        yield url


@contextmanager
def kept_postgres(folder: Path, settings: Mapping[str, str] = SETTINGS) -> Iterator[str]:
    """The same with its records in a folder, made at the first time and found again at the next."""
    programs, user = installed(), owner()
    folder.mkdir(parents=True, exist_ok=True)
    if user:
        shutil.chown(folder, user)
    is_new = not (folder / "data" / "PG_VERSION").exists()
    if is_new:
        _create(programs, user, folder, secrets.token_hex(16))
    password, port = (folder / "password").read_text(), _free_port()
    server = _start(programs, user, folder, {**settings, "port": str(port), "unix_socket_directories": str(folder)})
    try:
        _wait(programs, server, folder, port)
        if is_new:
            _run(programs / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", NAME, NAME, PGPASSWORD=password)
        yield f"postgres://{NAME}:{password}@127.0.0.1:{port}/{NAME}"
    finally:
        server.send_signal(signal.SIGINT)  # "fast": connections are cut, then it ends
        server.wait(timeout=SECONDS_TO_STOP)


def _create(programs: Path, user: str | None, folder: Path, password: str) -> None:
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o600)
    if user:
        shutil.chown(secret, user)
    # Not the locale C: text search by trigrams needs to know what a letter is.
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={secret}", "--no-sync"]
    _run(programs / "initdb", "-D", str(folder / "data"), "-U", NAME, *options, user=user)


def _start(programs: Path, user: str | None, folder: Path, settings: Mapping[str, str]) -> subprocess.Popen[bytes]:
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(programs / "postgres"), "-D", str(folder / "data"), *options],
            user=user,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            process_group=0,  # a Ctrl-C at the terminal is for the command; we stop the server ourselves
        )


def _wait(programs: Path, server: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    ready: list[str | Path] = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise PostgresMissing(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _run(program: Path, *arguments: str, user: str | None = None, **environment: str) -> None:
    command = [str(program), *arguments]
    done = subprocess.run(
        command, user=user, cwd="/", env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise PostgresMissing(f"{program.name} failed:\n{done.stderr}")


def main(arguments: Sequence[str]) -> int:
    """Run a command with `DATABASE_URL` set; answer with its exit code."""
    if arguments[:1] != ["--"] or not arguments[1:]:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
    try:
        with temporary_postgres() as url:
            return subprocess.run(arguments[1:], env=os.environ | {"DATABASE_URL": url}, check=False).returncode
    except PostgresMissing as missing:
        sys.exit(str(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
