"""Whole documents: what is read out of each stands beside it in a file `<name>.outline`."""

from pathlib import Path

import pytest

from jingwei.kernels.plans.reader import as_json, read_plan

from .shorthand import measures_of, outline_of

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_is_read_as_its_outline_says(document: Path) -> None:
    plan = read_plan(document.read_text(encoding="utf-8"))
    assert outline_of(plan) == document.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_places_are_characters_of_the_text_that_was_read(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    plan = read_plan(text)
    duties = [duty for chapter in plan.chapters for item in chapter.items for duty in item.duties]
    assert [text[duty.start : duty.end] for duty in duties] == [duty.text for duty in duties]
    measures = measures_of(plan)
    assert [text[measure.start : measure.end] for measure in measures] == [measure.text for measure in measures]


def test_half_width_and_full_width_signs_are_read_alike() -> None:
    full = "云桥镇２０２６年工作要点\n一、党建\n（一）教育。每年培训不少于２次，覆盖率达到９５％以上；\n"
    half = "云桥镇2026年工作要点\n一、党建\n(一)教育。每年培训不少于2次,覆盖率达到95%以上;\n"
    assert outline_of(read_plan(full)).replace("２０２６", "2026") == outline_of(read_plan(half))


PRINTED = {
    "title": "云桥镇2026年工作要点",
    "year": 2026,
    "issuer": "云桥镇",
    "chapters": [
        {
            "number": "一",
            "title": "党建",
            "start": 13,
            "end": 38,
            "items": [
                {
                    "number": "一",
                    "title": "教育",
                    "start": 18,
                    "end": 38,
                    "duties": [
                        {
                            "text": "镇党委年内培训支部书记2次",
                            "start": 25,
                            "end": 38,
                            "actors": ["镇党委"],
                            "measures": [
                                {
                                    "text": "年内培训支部书记2次",
                                    "start": 28,
                                    "end": 38,
                                    "subject": "培训支部书记",
                                    "value": 2,
                                    "upper": None,
                                    "unit": "次",
                                    "comparator": "equal",
                                    "period": "once",
                                    "per": None,
                                    "deadline": "2026-12-31",
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    ],
}


def test_a_plan_is_printed_in_the_shape_that_was_agreed() -> None:
    plan = read_plan("云桥镇2026年工作要点\n一、党建\n（一）教育。\n镇党委年内培训支部书记2次。\n")
    assert as_json(plan) == PRINTED
