from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from jingwei.foundation.access.side_doors import side_doors
from jingwei.foundation.errors import Refused
from jingwei.foundation.evidence import selectors, store
from jingwei.foundation.evidence.actions import attach
from jingwei.foundation.evidence.models import Attachment, StoredFile
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching, within
from tests.cast import client_of

from .made import TEXT, hang, picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.EVIDENCE_ROOT = tmp_path
    return tmp_path


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_a_file_is_hung_on_a_row_at_its_place(secretary, tree, folder):
    hung = hang(secretary, tree.branch)
    assert (hung.path, hung.subject_label, hung.subject_pk) == (
        tree.branch.path,
        "organizations.Organization",
        str(tree.branch.pk),
    )
    assert (hung.filename, hung.attached_by, hung.stored_file.size) == ("走访记录.txt", secretary.user, len(TEXT))
    sha256 = hung.stored_file.sha256
    assert files_in(folder) == [folder / sha256[:2] / sha256[2:4] / sha256]
    assert files_in(folder)[0].read_bytes() == TEXT


def test_the_same_file_twice_is_stored_once(secretary, superior, tree, folder):
    first, second = hang(secretary, tree.branch), hang(superior, tree.community, "另一个名字.txt")
    assert first.stored_file == second.stored_file
    assert (StoredFile.objects.count(), len(files_in(folder))) == (1, 1)
    photograph = picture()
    assert hang(secretary, tree.branch, "a.jpg", photograph).stored_file == (
        hang(secretary, tree.branch, "b.jpg", photograph).stored_file
    )


def test_a_content_cut_short_by_an_accident_is_written_again(folder):
    sha256 = store.keep(TEXT)
    store.place_of(sha256).write_bytes(TEXT[:5])
    assert store.keep(TEXT) == sha256
    assert store.place_of(sha256).read_bytes() == TEXT


def test_a_write_that_fails_leaves_nothing_behind(folder, monkeypatch):
    def fail(descriptor: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="full"):
        store.keep(TEXT)
    assert files_in(folder) == []


def test_a_file_over_the_limit_is_refused_before_it_is_read(secretary, tree, settings):
    settings.EVIDENCE_LIMIT = 1024 * 1024
    upload = SimpleUploadedFile("a.txt", b"a" * (1024 * 1024 + 1))
    with pytest.raises(Refused, match="文件超过了 1 MB。"), reaching(secretary.reach()):
        attach(secretary, tree.branch, upload=upload)
    assert upload.tell() == 0
    assert hang(secretary, tree.branch, "a.txt", b"a" * 1024 * 1024).stored_file.size == 1024 * 1024


def test_nobody_hangs_a_file_on_what_is_not_theirs(neighbour, member, tree):
    for actor in (neighbour, member):
        with pytest.raises(PermissionDenied):
            hang(actor, tree.branch)
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_attachments_of_a_row_are_listed_within_reach(rows, secretary, tree, django_assert_num_queries):
    for number in range(rows):
        hang(secretary, tree.branch, f"{number}.txt", f"第{number}份".encode())
    with within(tree.branch.path), django_assert_num_queries(1):
        listed = [
            (one.filename, one.stored_file.size, str(one.attached_by)) for one in selectors.attachments_of(tree.branch)
        ]
    assert listed == [(f"{number}.txt", 7, "秦书明") for number in range(rows)]
    with within(tree.other_branch.path):
        assert list(selectors.attachments_of(tree.branch)) == []
    with within(tree.city.path):
        assert list(selectors.attachments_of(tree.other_branch)) == []


def test_a_file_is_served_to_be_saved_under_its_chinese_name(secretary, tree):
    hung = hang(secretary, tree.branch)
    response = client_of(secretary).get(reverse("evidence:attachment", args=[hung.pk]))
    assert b"".join(response.streaming_content) == TEXT
    assert response.status_code == 200
    assert {name: response[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")} == {
        "Content-Type": "text/plain",
        "Content-Disposition": "attachment; filename*=utf-8''%E8%B5%B0%E8%AE%BF%E8%AE%B0%E5%BD%95.txt",
        "X-Content-Type-Options": "nosniff",
    }
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Length"] == str(len(TEXT))


@pytest.mark.parametrize(
    ("part", "status"),
    [("superior", 200), ("committee_member", 200), ("neighbour", 404), ("handler", 404), ("member", 403)],
)
def test_a_file_is_served_by_permission_only(part, status, actor_for, secretary, tree):
    address = reverse("evidence:attachment", args=[hang(secretary, tree.branch).pk])
    with closing(client_of(actor_for(part)).get(address)) as response:
        assert response.status_code == status


def test_a_visitor_is_asked_to_sign_in(secretary, tree):
    response = client_of(None).get(reverse("evidence:attachment", args=[hang(secretary, tree.branch).pk]))
    assert (response.status_code, response["Location"].startswith(reverse("account_login"))) == (302, True)


def test_the_side_door_gives_out_the_rows_of_its_selector(secretary, neighbour, tree):
    reverse("evidence:attachment", args=[1])
    hung = hang(secretary, tree.branch)
    rows = side_doors()["evidence:attachment"].rows
    with reaching(secretary.reach()):
        assert list(rows()) == [hung]
    with reaching(neighbour.reach()):
        assert list(rows()) == []


def test_the_act_of_hanging_is_recorded(secretary, tree):
    hung = hang(secretary, tree.branch)
    with reaching(secretary.reach()):
        act = Act.objects.get()
        assert Attachment.objects.get() == hung
    assert (act.action, act.path, act.user) == ("evidence.attach", tree.branch.path, secretary.user)
