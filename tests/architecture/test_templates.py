"""Pages obey the strict content policy: nothing inline, nothing from elsewhere."""

import re

import pytest

from tests.architecture.sources import PROGRAM, matches, none_of, templates

FORBIDDEN = {
    "a script in the page": r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/json)[^>]*>",
    "a style in the page": r"<style\b[^>]*>",
    "a style on an element": r"<[a-z][^<>]*\sstyle\s*=",
    "a script on an element": r"<[a-z][^<>]*\s(on[a-z]+|hx-on[:\w-]*|hx-vars)\s*=",
    "a script as an address": r"(href|src|action)\s*=\s*.?javascript:",
    "something from another host": r"(src|srcset|action|poster|data)\s*=\s*[\"']?(https?:)?//",
    "a style or script from another host": r"<link\b[^>]*href\s*=\s*[\"']?(https?:)?//",
    "a page marked as safe without a look": r"\|\s*safe\b",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_template_has_no(what):
    none_of(matches(templates(), FORBIDDEN[what]))


def test_styles_and_scripts_fetch_nothing_from_elsewhere():
    files = [found for kind in ("css", "js") for found in sorted(PROGRAM.rglob(f"static/**/*.{kind}"))]
    none_of(matches(files, r"(@import|url\(|fetch\(|import\(?)\s*[\"']?(https?:)?//"))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("<script>go()</script>", "a script in the page"),
        ('<p class="a"\n   style="color:red">', "a style on an element"),
        ('<button onclick="go()">', "a script on an element"),
        ('<img src="//example.org/a.png">', "something from another host"),
    ],
)
def test_the_patterns_find_what_they_forbid(line, what):
    assert re.search(FORBIDDEN[what], line, re.IGNORECASE)
    assert not re.search(FORBIDDEN[what], '<a class="on" href="/style=1" data-once="x"><script src="/a.js"></script>')
