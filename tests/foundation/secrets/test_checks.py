"""The program does not start without its keys, or with personal data that nobody has thought about."""

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError

from jingwei.config.management.commands.serve import must_have_keys
from jingwei.foundation.secrets import checks, inventory
from jingwei.foundation.secrets.ring import AES, make_ring
from jingwei.members.models import Member


def ids(found) -> list[str]:
    return [one.id for one in found]


@pytest.fixture
def keys_file(settings, tmp_path):
    settings.KEYS_FILE, settings.KEYS_MADE_BY_THEMSELVES = str(tmp_path / "keys.json"), False
    return tmp_path / "keys.json"


def test_a_missing_ring_stops_the_start(keys_file):
    assert ids(checks.there_is_a_key_ring(None)) == ["jingwei.E010"]
    make_ring(AES)
    assert ids(checks.there_is_a_key_ring(None)) == []


def test_a_demo_makes_its_own_ring(settings, keys_file):
    settings.KEYS_MADE_BY_THEMSELVES = True
    assert ids(checks.there_is_a_key_ring(None)) == []


def test_a_ring_that_others_may_read_stops_the_start(keys_file):
    make_ring(AES)
    keys_file.chmod(0o640)
    assert ids(checks.there_is_a_key_ring(None)) == ["jingwei.E011"]


def test_an_unknown_cipher_stops_the_start(settings, keys_file):
    make_ring(AES)
    settings.SECRETS_CIPHER = "rot13"
    assert ids(checks.there_is_a_key_ring(None)) == ["jingwei.E012"]


def test_every_personal_column_is_in_the_inventory():
    assert list(inventory.problems()) == []


@pytest.fixture
def written(monkeypatch):
    """`written(change)` reads the members' file with a change made to it; what is wrong then."""
    folder = apps.get_app_config("members").path
    real = inventory._written

    def changed(change) -> list[str]:
        said = yaml.safe_load(yaml.safe_dump(real(folder)))
        change(said)
        monkeypatch.setattr(inventory, "_written", lambda path: said if path == folder else real(path))
        return list(inventory.problems())

    return changed


def test_a_column_that_is_missing_is_named_with_what_to_write(written):
    (told,) = written(lambda said: said["Member"].pop("phone"))
    assert told.startswith(
        "members.Member holds personal data that the inventory does not know. Add to jingwei/members/"
    )
    assert told.endswith("Member:\n  phone: {purpose: …, basis: …, retention: …}")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda said: said["Member"].update(fax="not personal"), "Member.fax is gone"),
        (lambda said: said.update(Cat={"name": "not personal"}), "names the model Cat"),
        (lambda said: said["Member"].update(phone="secret"), "Member.phone must be"),
        (lambda said: said["Member"].update(phone={"purpose": "联系", "basis": "x"}), "Member.phone must be"),
        (
            lambda said: said["Member"].update(phone={"purpose": "", "basis": "x", "retention": "y"}),
            "Member.phone must",
        ),
    ],
)
def test_what_is_gone_or_half_said_is_named(written, change, told):
    (found,) = written(change)
    assert told in found


def test_a_person_what_leads_to_one_and_what_holds_a_secret_are_about_people():
    about = {name: inventory.is_about_people(apps.get_model(name)) for name in ("members.Member", "members.Award")}
    more = {
        name: inventory.is_about_people(apps.get_model(name)) for name in ("accounts.User", "regulations.LocalValue")
    }
    assert about | more == {
        "members.Member": True,
        "members.Award": True,
        "accounts.User": True,
        "regulations.LocalValue": False,
    }


def test_the_inventory_tells_what_is_sealed_and_what_needs_consent():
    found = {entry.column: entry for entry in inventory.entries(Member)}
    assert {name for name, entry in found.items() if entry.sealed} == {"id_number", "phone", "address", "hardship"}
    assert {name for name, entry in found.items() if entry.consent} == {"hardship"}
    assert found["phone"].key == "members.Member.phone"


def test_without_a_ring_nothing_is_served(keys_file):
    with pytest.raises(CommandError, match="jingwei keys new"):
        must_have_keys()
    make_ring(AES)
    must_have_keys()
