"""The style sheets and scripts keep their promises of size and age."""

import re
from pathlib import Path

import pytest

import jingwei.foundation.ui as ui

STATIC = Path(ui.__file__).parent / "static" / "ui"
SHEETS = sorted(STATIC.glob("*.css"))


def test_the_scripts_are_smaller_than_ten_thousand_bytes():
    assert sum(file.stat().st_size for file in STATIC.glob("*.js")) < 10_000


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.name)
def test_a_sheet_needs_no_browser_younger_than_2020(sheet):
    assert re.findall(r"@layer|@container|:has\(|color-mix|:is\(|:where\(|^\s*&", sheet.read_text(), re.MULTILINE) == []


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tokens(*selectors):
    sheet = (STATIC / "tokens.css").read_text()
    found = {}
    for selector in selectors:
        block = re.search(rf"^{re.escape(selector)} {{(.*?)^}}", sheet, re.MULTILINE | re.DOTALL)
        for name, colour in re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block.group(1)):
            found[name] = colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
    return found


@pytest.mark.parametrize(
    ("modes", "least"),
    [((":root",), 4.5), ((":root", "html.elder"), 7), ((":root", "html.contrast"), 7)],
    ids=["normal", "elder", "contrast"],
)
def test_every_ink_stands_out_from_every_paper(modes, least):
    colour = tokens(*modes)
    inks = ("ink", "ink-2", "red", "red-deep", "link", "good", "warn")
    papers = ("paper", "paper-2", "sheet", "red-wash", "good-wash", "warn-wash")
    pale = [(ink, paper) for ink in inks for paper in papers if contrast(colour[ink], colour[paper]) < least]
    assert pale == []
