import pytest
from django.urls import NoReverseMatch, reverse

from jingwei.foundation.ui.addresses import known_url, url


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("desk:home", ()),
        ("members:member", (0,)),
        ("members:member", (7_000_000_000,)),
        ("spreadsheets:template", ("a-key",)),
        ("regulations:clause", ("transfer.step",)),
        ("regulations:clause", ("三 章",)),
        ("members:member", ("12",)),
        ("regulations:clause", (12,)),
    ],
)
def test_an_address_is_the_one_that_the_library_makes(name, args):
    assert [url(name, *args), url(name, *args)] == [reverse(name, args=args)] * 2


@pytest.mark.parametrize(
    ("name", "args"),
    [("members:nothing", ()), ("members:member", ()), ("members:member", (-1,)), ("members:member", ("a",)),
     ("members:member", (1, 2)), ("spreadsheets:template", ("a.key",))],
)  # fmt: skip
def test_an_address_that_no_route_takes_is_an_error(name, args):
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            url(name, *args)


def test_a_named_part_is_passed_on_to_the_library():
    assert url("members:member", pk=3) == reverse("members:member", kwargs={"pk": 3})


def test_a_room_that_is_not_there_has_no_address():
    assert (known_url("members:members"), known_url("nowhere:nothing")) == (reverse("members:members"), "")


def test_another_map_of_routes_gives_other_addresses(settings):
    class Routes:
        from jingwei.config.urls import urlpatterns

    before = url("members:members")
    settings.ROOT_URLCONF = Routes
    assert (before, url("members:members")) == ("/members/", "/members/")
    settings.ROOT_URLCONF = type("Fewer", (), {"urlpatterns": []})
    with pytest.raises(NoReverseMatch):
        url("members:members")
    assert known_url("members:members") == ""
