"""Keys rotate without a change that anybody could see, and go when nothing needs them any more."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from jingwei.foundation.record.models import Act
from jingwei.foundation.secrets import rotation
from jingwei.foundation.secrets.ring import AES, SM4, KeysMissing, add_key, drop_key, keys_file, make_ring, ring
from jingwei.members.models import Member

from .conftest import ADDRESS, HARDSHIP, ID, PHONE, new_member

MEMBERS = 7


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS_FILE = str(tmp_path / "keys.json")
    settings.SECRETS_CIPHER = AES
    return make_ring(AES)


@pytest.fixture
def roster(tree, monkeypatch) -> None:
    """Seven members with 22 secrets: every batch holds three rows."""
    monkeypatch.setattr(rotation, "AT_A_TIME", 3)
    new_member(tree.branch)
    for number in range(1, MEMBERS):
        new_member(tree.branch, id_number=None, phone=f"1381234567{number}", hardship="")


def said(*words: str, **options) -> str:
    out = StringIO()
    call_command("keys", *words, stdout=out, **options)
    return out.getvalue()


def test_everything_is_sealed_anew_and_opens_as_before(roster):
    assert rotation.counts() == {1: 16}
    versions = list(Member._base_manager.values_list("version", flat=True))
    assert "重新加密了 16 项" in said("rotate")
    assert rotation.counts() == {2: 16}
    first, *_, last = Member._base_manager.order_by("pk")
    assert [getattr(first, name).open() for name in ("id_number", "phone", "address", "hardship")] == [
        ID,
        PHONE,
        ADDRESS,
        HARDSHIP,
    ]
    assert last.phone.open() == "13812345676"
    assert list(Member._base_manager.values_list("version", flat=True)) == versions
    assert Act._base_manager.count() == 0


def test_a_rotation_that_was_stopped_goes_on_where_it_was(roster):
    add_key(AES)
    work = rotation.reseal()
    assert next(work) == 8
    work.close()
    assert rotation.counts() == {1: 8, 2: 8}
    assert "接着做" in said("rotate")
    assert (rotation.counts(), ring().current) == ({2: 16}, 2)


def test_a_row_that_is_sealed_already_is_left_alone(roster):
    said("rotate")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM members_member ORDER BY id")
        before = cursor.fetchall()
        assert list(rotation.reseal()) == []
        cursor.execute("SELECT phone FROM members_member ORDER BY id")
        assert cursor.fetchall() == before


def test_rotation_may_change_the_cipher(roster):
    said("rotate", cipher=SM4)
    assert ring().keys[2].algorithm == SM4
    assert Member._base_manager.order_by("pk").first().phone.open() == PHONE


def test_a_key_that_seals_something_is_not_retired(roster):
    add_key(AES)
    with pytest.raises(CommandError, match="还有 16 项"):
        said("retire", "1")
    assert sorted(ring().keys) == [1, 2]


def test_the_key_that_seals_is_not_retired(roster):
    with pytest.raises(CommandError, match="请先换新密钥"):
        said("retire", "1")


def test_a_key_that_nothing_needs_is_retired(roster):
    said("rotate")
    assert "第 1 号密钥已停用" in said("retire", "1")
    assert sorted(ring().keys) == [2]
    assert Member._base_manager.order_by("pk").first().phone.open() == PHONE
    with pytest.raises(CommandError, match="没有第 1 号"):
        said("retire", "1")


def test_the_list_counts_and_shows_no_key(roster):
    said("rotate")
    listed = said("list")
    assert "第 1 号  aes-256-gcm" in listed
    assert "正在使用  已加密 16 项" in listed
    lines = keys_file().read_text(encoding="utf-8").splitlines()
    secrets = [line.split('"')[3] for line in lines if "material" in line or "index" in line]
    assert len(secrets) == 3
    assert [one for one in secrets if one in listed] == []


def test_a_check_finds_everything_well(roster):
    assert "全部内容都能打开" in said("check")


def test_a_check_names_what_does_not_open(roster):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE members_member SET phone = address WHERE id_number IS NOT NULL")
    out = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("keys", "check", stdout=out)
    pk = Member._base_manager.exclude(id_number=None).get().pk
    assert (left.value.code, f"打不开：members.Member.phone 第 {pk} 号" in out.getvalue()) == (1, True)


def test_what_does_not_open_does_not_keep_the_row_from_being_read(roster):
    add_key(AES)
    said("rotate")
    drop_key(1)
    add_key(AES)
    drop_key(2)
    first = Member._base_manager.order_by("pk").first()
    assert (str(first), str(first.phone)) == ("陶党生", "（打不开）")
    with pytest.raises(CommandError, match="keys check"):
        said("rotate")


def test_a_first_ring_is_made_once_and_not_by_itself(settings, tmp_path):
    settings.KEYS_FILE, settings.KEYS_MADE_BY_THEMSELVES = str(tmp_path / "other.json"), False
    with pytest.raises(KeysMissing):
        ring()
    assert "丢了它" in said("new", cipher=SM4)
    assert ring().keys[1].algorithm == SM4
    with pytest.raises(CommandError, match="already"):
        said("new")
