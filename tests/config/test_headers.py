"""What every answer carries, and what an installation is checked for."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from tests.architecture.sources import ROOT
from tests.cast import client_of

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

PAGES = ["/account/login/", "/nowhere/", "/healthz"]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_keeps_foreign_code_out(db, page):
    headers = Client().get(page).headers
    policy = dict(directive.split(" ", 1) for directive in headers["Content-Security-Policy"].split("; "))
    assert policy == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_cookies_of_a_session_are_out_of_reach_of_scripts_and_other_sites(secretary):
    client = client_of(secretary)
    client.get("/account/devices/")
    session, token = client.cookies["sessionid"], client.cookies["csrftoken"]
    assert [session["httponly"], session["samesite"], token["httponly"], token["samesite"]] == [
        True,
        "Lax",
        True,
        "Lax",
    ]


def test_pages_about_signing_in_are_kept_nowhere(db):
    assert "no-store" in Client().get("/account/login/").headers["Cache-Control"]


def test_an_installation_passes_the_check_for_deployment(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "jingwei.config.settings.prod",
        "JINGWEI_SECRET_KEY": "a-secret-of-fifty-signs-and-more-0123456789-abcdefgh",
        "JINGWEI_HOSTS": "jingwei.example",
        "JINGWEI_KEYS": str(tmp_path / "keys.json"),
    }
    subprocess.run([sys.executable, "manage.py", "keys", "new"], cwd=ROOT, env=environment, check=True)
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


@pytest.mark.parametrize("missing", ["JINGWEI_SECRET_KEY", "JINGWEI_HOSTS"])
def test_an_installation_without_its_own_secret_or_names_does_not_start(missing):
    given = {"JINGWEI_SECRET_KEY": "x" * 50, "JINGWEI_HOSTS": "jingwei.example"} | {missing: None}
    environment = {name: value for name, value in {**os.environ, **given}.items() if value is not None}
    command = [sys.executable, "-c", "import jingwei.config.settings.prod"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert missing in done.stderr
