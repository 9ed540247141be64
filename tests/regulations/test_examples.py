"""The examples beside this file: name · rule · on · given · expect, written so that a domain expert can add one.

A parameter is asked for the day's value (`expect` gives any of value, op, basis), or whether the `given` number
satisfies it (`expect` is true or false). A clause is asked for its wording of the day (text, basis). A call hands
`given` and `on` to a pure rule and compares its answer. `not in force` says that the library holds nothing that day.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from jingwei.regulations.library import NotInForce, clause, parameter
from jingwei.regulations.sheets import SheetLoader, exact

EXAMPLES = [
    pytest.param(example, id=f"{file.stem}: {example['name']}")
    for file in sorted(Path(__file__).parent.glob("*.yaml"))
    for example in yaml.load(file.read_bytes(), Loader=SheetLoader)
]


def answer(rule: str, on: Any, given: Any) -> Any:
    """What the library, or a pure rule, says about the example."""
    kind, _, name = rule.partition(" ")
    if kind == "call":
        module, _, function = name.rpartition(".")
        return getattr(import_module(module), function)(**exact(given or {}), on=on)
    found = {"parameter": parameter, "clause": clause}[kind](name).at(on)
    return found if given is None else found.met_by(exact(given))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_library_answers_as_the_example_says(example):
    rule, on, given, expect = example["rule"], example["on"], example.get("given"), example["expect"]
    if expect == "not in force":
        with pytest.raises(NotInForce):
            answer(rule, on, given)
        return
    found = answer(rule, on, given)
    if isinstance(expect, dict) and not rule.startswith("call"):
        found = {name: getattr(found, name) for name in expect}
    assert found == exact(expect)


def test_there_are_enough_examples_and_no_two_have_one_name():
    names = [param.values[0]["name"] for param in EXAMPLES]
    assert len(names) >= 60
    assert len(names) == len(set(names))


def test_every_example_says_all_it_must_and_no_more():
    assert {frozenset(param.values[0]) - {"given"} for param in EXAMPLES} == {
        frozenset({"name", "rule", "on", "expect"})
    }
