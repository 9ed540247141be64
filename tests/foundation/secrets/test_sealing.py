"""What is sealed opens with its key and for its column only."""

import pytest

from jingwei.foundation.secrets import ring as rings
from jingwei.foundation.secrets.ring import AES, SM4, KeysMissing, KeysThere, add_key, make_ring, ring
from jingwei.foundation.secrets.sealing import NotOpened, blind, blinder, opened, seal, sealer

COLUMN = "members.Member.phone"


@pytest.fixture(params=[AES, SM4])
def keys(settings, tmp_path, request):
    settings.KEYS_FILE = str(tmp_path / "keys.json")
    settings.SECRETS_CIPHER = request.param
    return make_ring(request.param)


def test_what_is_sealed_opens(keys):
    assert opened(seal("13812345678", COLUMN), COLUMN) == "13812345678"
    assert opened(seal("住址：云溪区", COLUMN), COLUMN) == "住址：云溪区"


def test_the_same_text_is_sealed_differently_each_time(keys):
    assert len({seal("13812345678", COLUMN) for _ in range(50)}) == 50


def test_what_is_sealed_for_one_column_does_not_open_in_another(keys):
    with pytest.raises(NotOpened):
        opened(seal("13812345678", COLUMN), "members.Member.id_number")


@pytest.mark.parametrize(
    "change", [lambda b: b[:-1], lambda b: b[:-1] + bytes([b[-1] ^ 1]), lambda b: b[:5], lambda b: b""]
)
def test_what_was_changed_does_not_open(keys, change):
    with pytest.raises(NotOpened):
        opened(change(seal("13812345678", COLUMN)), COLUMN)


def test_a_later_key_seals_and_the_earlier_still_opens(keys):
    before = seal("一", COLUMN)
    assert add_key(keys.keys[1].algorithm).number == 2
    after = seal("二", COLUMN)
    assert (before[0], after[0], opened(before, COLUMN), opened(after, COLUMN)) == (1, 2, "一", "二")


def test_ciphers_may_follow_each_other(keys):
    before = seal("一", COLUMN)
    add_key(SM4 if keys.keys[1].algorithm == AES else AES)
    assert [opened(one, COLUMN) for one in (before, seal("二", COLUMN))] == ["一", "二"]


def test_the_blind_index_of_equal_texts_is_equal_in_one_column_only(keys):
    assert blind("13812345678", COLUMN) == blind("13812345678", COLUMN)
    assert blind("13812345678", COLUMN) != blind("13812345678", "members.Member.id_number")
    assert blind("13812345678", COLUMN, tail=4) == blind("13999995678", COLUMN, tail=4)
    assert 0 <= blind("13812345678", COLUMN) < 2**63


def test_the_blind_index_stays_when_keys_rotate(keys):
    before = blind("13812345678", COLUMN)
    add_key(AES)
    assert blind("13812345678", COLUMN) == before


def test_the_ways_for_many_values_do_the_same(keys):
    assert opened(sealer(COLUMN)("13812345678"), COLUMN) == "13812345678"
    assert blinder(COLUMN)("13812345678") == blind("13812345678", COLUMN)
    assert blinder(COLUMN, tail=4)("13812345678") == blind("13812345678", COLUMN, tail=4)


@pytest.mark.parametrize(("fresh", "number"), [(-1.0, 2), (60.0, 1)])
def test_a_key_of_another_process_is_taken_up_after_a_while(keys, monkeypatch, fresh, number):
    monkeypatch.setattr(rings, "FRESH", fresh)
    one = sealer(COLUMN)
    one("一")
    held = list(rings._held)
    add_key(AES)
    rings._held[:] = held  # as if another process had added it
    assert one("二")[0] == number


def test_a_ring_is_made_once(keys):
    with pytest.raises(KeysThere):
        make_ring(AES)
    assert ring() == keys


def test_a_ring_is_for_its_owner_only(keys):
    file = rings.keys_file()
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_ring_never_shows_its_keys(keys):
    shown = repr(keys) + str(keys.keys[1])
    assert repr(keys.index)[2:-1] not in shown
    assert repr(keys.keys[1].material)[2:-1] not in shown


def test_without_a_ring_nothing_is_sealed(settings, tmp_path):
    settings.KEYS_FILE, settings.KEYS_MADE_BY_THEMSELVES = str(tmp_path / "keys.json"), False
    with pytest.raises(KeysMissing, match="jingwei keys new"):
        seal("一", COLUMN)


def test_a_demo_makes_its_ring_by_itself(settings, tmp_path):
    settings.KEYS_FILE, settings.KEYS_MADE_BY_THEMSELVES = str(tmp_path / "deep" / "keys.json"), True
    assert opened(seal("一", COLUMN), COLUMN) == "一"


def test_a_ring_that_another_process_has_changed_is_read_anew(keys):
    ring()
    other = make_other(rings.keys_file())
    assert ring().index == other


def make_other(file) -> bytes:
    file.unlink()
    return make_ring(AES).index
