"""`jingwei serve`: where it listens, what it prints, and that it really answers."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from io import StringIO
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from jingwei.config.management.commands import serve
from tests.architecture.sources import ROOT

SECONDS_TO_START = 30


def listing():
    return [{"username": "secretary", "name": "秦书明", "title": "第一支部 书记", "password": "demo-words"}]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org"])
def test_a_demo_is_not_served_to_other_machines(host):
    with override_settings(DEMO=True), pytest.raises(CommandError, match=r"只能在本机打开.*loopback only"):
        call_command("serve", host=host, port="8123")


@pytest.mark.parametrize(
    ("host", "answer"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("a.b", False)],
)
def test_loopback_is_known_by_its_address(host, answer):
    assert serve.is_loopback(host) is answer


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", ""])
def test_a_bad_port_is_refused(port):
    with pytest.raises(CommandError, match="端口要在 1 到 65535 之间"):
        serve.checked_port(port)


def test_a_taken_port_is_named_with_what_to_do():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=rf"{port} 已被占用.*PORT={port + 1} make run"):
            call_command("serve", port=str(port))


def test_the_address_and_the_demo_logins_are_printed():
    said = StringIO()
    with override_settings(DEMO_LOGINS=f"{__name__}.listing"):
        serve.Command(stdout=said).announce("127.0.0.1", 8123)
    assert "http://127.0.0.1:8123" in said.getvalue()
    assert [word in said.getvalue() for word in ("secretary", "demo-words", "秦书明")] == [True, True, True]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetched(address: str) -> tuple[int, bytes, str]:
    """(status, body, type) as soon as the server answers."""
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            with urlopen(address, timeout=5) as answer:
                return answer.status, answer.read(), answer.headers["Content-Type"]
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.mark.slow
def test_it_serves_pages_and_styles_until_it_is_stopped(tmp_path):
    port = free_port()
    chosen = {"JINGWEI_DATA": str(tmp_path), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "jingwei.config.settings.dev"}
    environment = {**os.environ, **chosen, "DATABASE_URL": f"sqlite:///{tmp_path / 'served.sqlite3'}"}
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    running = subprocess.Popen(
        [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        status, body, _ = fetched(f"http://127.0.0.1:{port}/healthz")
        assert (status, json.loads(body)["status"]) == (200, "ok")
        assert fetched(f"http://127.0.0.1:{port}/static/ui/page.css")[2].startswith("text/css")
        assert "登录" in fetched(f"http://127.0.0.1:{port}/account/login/")[1].decode()
    finally:
        running.send_signal(signal.SIGTERM)
        said, _ = running.communicate(timeout=SECONDS_TO_START)
    assert running.returncode == 0
    assert f"http://127.0.0.1:{port}" in said
