"""The lock files pin every package by its hash and name no registry: an address is the business of the machine."""

import json
import re

import pytest

from tests.architecture.sources import ROOT

PINNED = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("file", PINNED, ids=lambda file: file.name)
def test_requirements_name_no_registry(file):
    assert re.findall(r"^.*(?:://|--(?:extra-)?index|--find-links).*$", file.read_text(), re.MULTILINE) == []


@pytest.mark.parametrize("file", PINNED, ids=lambda file: file.name)
def test_every_requirement_is_pinned_with_a_hash(file):
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", file.read_text(), flags=re.MULTILINE).strip())
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_what_runs_is_what_was_tested():
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==\S+", (ROOT / "requirements" / name).read_text(), re.MULTILINE))

    assert pins("run.txt") - pins("test.txt") == set()


def test_the_npm_lock_names_no_registry_and_has_every_hash():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in installed.items() if "resolved" in entry or "integrity" not in entry] == []
    assert "registry" not in (ROOT / ".npmrc").read_text().replace("lockfile-registry-resolved", "")
