"""A real browser in the demo locality. Every journey finds the locality as `jingwei demo` makes it, and may change it.

`visit("login")` opens a page as that person; `visit()` as a visitor. A journey also fails when a page raises an error,
breaks the content policy or asks another host for anything: nobody has to remember to look.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from jingwei.foundation.accounts.models import User
from jingwei.foundation.accounts.second_factor import remember

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = ROOT / "data" / "screenshots"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--lang=zh-CN",
)
SECONDS = 1000
Visit = Callable[..., Page]

# Playwright's own loop runs in this thread, which Django would take for asynchronous code of ours.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def needed(path: str | Path | None, what: str) -> str:
    """The path; without it the journeys are skipped on one's own machine and fail where all must run."""
    if path and Path(path).exists():
        return str(path)
    message = f"{what} is not installed: `make test` sets it up"
    return pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = needed(next(filter(None, map(shutil.which, BROWSERS)), None), "Chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIETLY)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def locality(django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo locality, made once: the copy of its database that each journey begins with. The database is a file,
    not memory: the server's threads and the journey each need a connection of their own."""
    folder = tmp_path_factory.mktemp("locality")
    connection.settings_dict["NAME"] = str(folder / "journeys.sqlite3")
    with django_db_blocker.unblock():
        call_command("migrate", verbosity=0)
        call_command("demo", verbosity=0)
        replace(folder / "begin.sqlite3", connection.settings_dict["NAME"])
        yield folder / "begin.sqlite3"
        connection.close()


def replace(target: str | Path, source: str | Path) -> None:
    """Copy one SQLite database over another, while others may have it open."""
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()


@pytest.fixture(scope="session")
def server(locality: Path) -> Iterator[LiveServer]:
    running = LiveServer("127.0.0.1")
    yield running
    running.stop()


@pytest.fixture
def site(server: LiveServer, locality: Path) -> str:
    """The address of the locality as the demo made it."""
    replace(connection.settings_dict["NAME"], locality)
    return server.url


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """`visit("login", width=375, path="/plans/", javascript=False)` opens a page; every person has a browser of
    their own, so that two can meet in one journey."""
    opened, trouble = [], []

    def go(login: str | None = None, path: str = "/", *, width: int = 1366, height: int = 768, **options) -> Page:
        javascript = options.pop("javascript", True)
        size = {"width": width, "height": height}
        context = browser.new_context(
            base_url=site, viewport=size, java_script_enabled=javascript, locale="zh-CN", **options
        )
        context.set_default_timeout(15 * SECONDS)
        opened.append(context)
        if login:
            context.add_cookies([session_cookie(login, site)])
        page = context.new_page()
        listen(page, site, trouble)
        page.goto(path)
        return page

    yield go
    for context in opened:
        context.close()
    assert trouble == [], "\n" + "\n".join(trouble)


def session_cookie(login: str, site: str) -> dict[str, str]:
    """A person who has just signed in, with the second factor where the post asks for one."""
    client, user = Client(), User.objects.get(username=login)
    client.force_login(user)
    session = client.session
    remember(session, user)
    session.save()
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": site,
    }


def listen(page: Page, site: str, trouble: list[str]) -> None:
    """Write down what no page may do: raise, complain in the console, or ask another host."""
    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("request", lambda request: request.url.startswith((site, "data:", "blob:")) or trouble.append(request.url))
    page.on("response", lambda answer: answer.status < 500 or trouble.append(f"{answer.url}: {answer.status}"))
    page.on(
        "console",
        lambda line: (line.type == "error" and "Content Security" in line.text) and trouble.append(line.text),
    )


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`axe(page) == []`: what a check of accessibility finds wrong, each with the element it is about."""
    script = Path(needed(AXE, "axe-core")).read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(f"{script}; 1")
        found = page.evaluate("axe.run({resultTypes: ['violations']}).then(result => result.violations)")
        return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]

    return violations


@pytest.fixture
def no_sideways_scroll() -> Callable[[Page], None]:
    """Fails when a page is wider than its window, and names what sticks out."""
    sticking_out = """() => [...document.querySelectorAll('body *')]
        .filter(part => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(part => part.outerHTML.slice(0, 90)).slice(0, 5)"""

    def check(page: Page) -> None:
        wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= window, f"{page.url} is {wide} wide in {window}: {page.evaluate(sticking_out)}"

    return check


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """`shoot(page, "home-375")`: a picture of the whole page in data/screenshots."""

    def save(page: Page, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return save
