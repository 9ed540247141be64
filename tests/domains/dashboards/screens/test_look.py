"""The colours of charts and walls: letters are read, and what is drawn is told from what it is drawn on."""

import re
from pathlib import Path

import pytest

from jingwei.domains import dashboards
from tests.foundation.ui.test_static import contrast
from tests.foundation.ui.test_static import tokens as page_tokens

STATIC = Path(dashboards.__file__).parent / "static" / "dashboards"


def tokens(sheet: str, selector: str) -> dict[str, str]:
    """Name → colour of six digits, of one block of a style sheet."""
    block = re.search(rf"^{re.escape(selector)} {{(.*?)^}}", (STATIC / sheet).read_text(), re.MULTILINE | re.DOTALL)
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6}|[0-9a-f]{3})\b", block.group(1))
    return {name: "#" + (colour if len(colour) == 6 else "".join(2 * one for one in colour)) for name, colour in found}


LOOKS = {
    "paper": page_tokens(":root") | tokens("charts.css", ":root"),
    "contrast": page_tokens(":root", "html.contrast") | tokens("charts.css", "html.contrast"),
    "wall": page_tokens(":root") | tokens("charts.css", ":root") | tokens("screen.css", "html.wall"),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ink", ["ink", "ink-2"])
@pytest.mark.parametrize("ground", ["sheet", "paper", "paper-2"])
def test_letters_can_be_read(look, ink, ground):
    assert contrast(LOOKS[look][ink], LOOKS[look][ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("step", "ink"), [(1, "ink"), (2, "ink"), (3, "on-step"), (4, "on-step")])
def test_the_number_on_an_area_can_be_read(look, step, ink):
    colours = LOOKS[look]
    letters = colours.get(ink, LOOKS["paper"]["on-step"])
    assert contrast(letters, colours[f"step-{step}"]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("number", range(1, 8))
def test_what_is_drawn_stands_out_from_the_sheet(look, number):
    assert contrast(LOOKS[look][f"chart-{number}"], LOOKS[look]["sheet"]) >= 3
