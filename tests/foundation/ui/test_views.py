import pytest
from django.urls import reverse


@pytest.fixture
def look(client):
    def ask(**query):
        return client.get(reverse("ui:look"), query)

    return ask


def test_a_look_is_turned_on_and_off_and_the_other_stays(look, client):
    look(change="elder", to="on")
    look(change="contrast", to="on")
    assert client.cookies["look"].value == "elder contrast"
    look(change="elder", to="off")
    assert client.cookies["look"].value == "contrast"


def test_a_look_that_does_not_exist_changes_nothing(look, client):
    look(change="elder", to="on")
    look(change="neon", to="on")
    assert client.cookies["look"].value == "elder"


def test_the_look_is_remembered_for_a_year_and_not_readable_by_scripts(look):
    cookie = look(change="elder", to="on").cookies["look"]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (31536000, True, "Lax")


@pytest.mark.parametrize(
    ("back", "goes_to"),
    [
        ("/plans/3/?page=2", "/plans/3/?page=2"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("plans/", "/"),
        ("", "/"),
    ],
)
def test_the_switch_comes_back_to_this_site_only(look, back, goes_to):
    assert look(change="elder", to="on", next=back).url == goes_to


def test_the_page_after_the_switch_has_the_look_before_the_first_paint(look, client):
    look(change="elder", to="on")
    assert '<html lang="zh-CN" class="no-script elder">' in client.get(reverse("ui:gallery")).content.decode()
