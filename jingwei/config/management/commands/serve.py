"""jingwei serve [--host HOST] [--port PORT]: serve the program until it is stopped, then seal the record."""

import os
import socket
from argparse import ArgumentParser
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from jingwei.config.chores import chores
from jingwei.config.workers import worker_beside
from jingwei.foundation.accounts.demo import demo_logins
from jingwei.foundation.secrets.checks import there_is_a_key_ring

# Empty pages came fastest with few threads; each keeps a connection to the database of its own.
BLOCKING_THREADS = 4


class Command(BaseCommand):
    help = "Serve the program. A demo is served on this machine only."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", default=os.environ.get("PORT") or "8000", help="port (default: PORT, else 8000)")

    def handle(self, *args: Any, host: str, port: str, **options: Any) -> None:
        number = checked_port(port)
        if settings.DEMO and not is_loopback(host):
            raise CommandError(
                f"演示环境带有公开的登录名和密码，只能在本机打开，不能监听 {host}。"
                f" A demo listens on loopback only (127.0.0.1, ::1, localhost), not on {host}."
            )
        must_have_keys()
        must_be_free(host, number)
        self.announce(host, number)
        connections.close_all()  # the workers open their own
        with chores(), worker_beside():
            server(host, number).serve()
        if "audit" in get_commands():
            call_command("audit", "seal")

    def announce(self, host: str, port: int) -> None:
        name = f"[{host}]" if ":" in host else host
        self.stdout.write(f"\n经纬 Jingwei: http://{name}:{port}  (Ctrl+C 停止)\n")
        if logins := demo_logins():
            self.stdout.write("\n演示登录 Demo logins:")
            for login in logins:
                self.stdout.write(f"  {login['username']:<16} {login['password']:<20} {login['name']} {login['title']}")
            self.stdout.write("")


def server(host: str, port: int, program: str = "jingwei.config.wsgi:application") -> Any:
    """One process on SQLite, whose writes stand in line anyway; one for each core (at most four) on a server."""
    return Granian(
        program,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1 if connection.vendor == "sqlite" else min(4, os.cpu_count() or 1),
        blocking_threads=BLOCKING_THREADS,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )


def checked_port(text: str) -> int:
    """Raises CommandError for what is no port."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise CommandError(f"端口要在 1 到 65535 之间，不能是 {text}。 The port must be 1-65535, not {text}.")
    return int(text)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def must_have_keys() -> None:
    """Raises CommandError without a key ring that only its owner may read: no secret would open."""
    if found := there_is_a_key_ring(None):
        raise CommandError(" ".join(f"{one.msg} {one.hint or ''}".strip() for one in found))


def must_be_free(host: str, port: int) -> None:
    """Raises CommandError when another program listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"{host}:{port} 已被占用，请换一个端口：PORT={port + 1} make run。"
                f" The port is taken; choose another: PORT={port + 1} make run ({error.strerror})."
            ) from None
