"""What the pass over the XML of a sheet finds, however the XML is cut and written."""

import pytest

from jingwei.foundation.spreadsheets.process.frames import Refusal
from jingwei.foundation.spreadsheets.process.scanning import Found, Scanner, place_of

SHEET = (
    '<?xml version="1.0"?><worksheet><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    '<row r="2" hidden="1"><c t="e" r="AB2" s="3"><v>#REF!</v></c><c r="C2"><f>A1</f><v>2</v></c></row>'
    '<row r="3" spans="1:3" hidden="true"><c r="D3" t="str"><f>A9</f><v></v></c><c r="E3" s="1"/></row>'
    "{more}</sheetData></worksheet>"
)
FOUND = Found(cells=6, hidden=2, errors={(0, 1): "#N/A", (1, 27): "#REF!"}, unreckoned="")


def found(text: str, size: int) -> Found:
    scanner = Scanner(is_sheet=True)
    data = text.encode()
    for start in range(0, len(data), size):
        scanner.feed(data[start : start + size], is_xml=True)
    scanner.end()
    return scanner.found


@pytest.mark.parametrize("size", [1, 2, 7, 50, 100_000])
def test_errors_and_hidden_rows_are_found_wherever_the_chunks_end(size):
    assert found(SHEET.format(more=""), size) == FOUND


def test_a_prefix_before_every_element_changes_nothing():
    prefixed = SHEET.format(more="").replace("</", "</x:").replace("<x", "<x").replace("<?xml", "<?XML")
    for name in ("worksheet", "sheetData", "row", "c ", "v>", "f>"):
        prefixed = prefixed.replace(f"<{name}", f"<x:{name}")
    assert found(prefixed, 64) == FOUND


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B5"><f>A1+1</f></c>',
        '<c r="B5"><f>A1+1</f><v></v></c>',
        '<c r="B5" s="2"><f t="shared" si="0"/><v/></c>',
        '<c s="2" r="B5"><f>A1</f><v /></c>',
    ],
)
@pytest.mark.parametrize("size", [3, 100_000])
def test_a_formula_without_a_result_is_found(cell, size):
    assert found(SHEET.format(more=f'<row r="5">{cell}</row>'), size).unreckoned == "B5"


def test_declarations_of_entities_are_refused():
    for start in ("<!DOCTYPE lolz [", '<?xml version="1.0"?><!ENTITY a "b">'):
        with pytest.raises(Refusal, match="bomb"):
            found(start, 5)
    with pytest.raises(Refusal, match="bomb"):
        Scanner(is_sheet=False).feed("<!DOCTYPE a>".encode("utf-16-le"), is_xml=True)


def test_a_cell_without_an_end_is_refused():
    scanner = Scanner(is_sheet=True)
    scanner.feed(b"<worksheet><sheetData><row><c r='A1'><v>", is_xml=True)
    with pytest.raises(Refusal, match="broken"):
        for _ in range(12):
            scanner.feed(b"a" * 1_000_000, is_xml=True)


def test_a_reference_is_a_place():
    assert [place_of(text) for text in (b"A1", b"B5", b"AA10", b"XFD1048576", b"5", b"A0")] == [
        (0, 0),
        (4, 1),
        (9, 26),
        (1_048_575, 16_383),
        None,
        None,
    ]
