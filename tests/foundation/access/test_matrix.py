"""Who may enter which route: declared, written down, reviewed as one file, and what the program really does."""

import re
from io import StringIO
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import get_resolver, path

from jingwei.config import urls, views
from jingwei.foundation.access.matrix import Entrance, entrances
from jingwei.foundation.access.problems import is_for_programs
from jingwei.foundation.access.routes import access, need_for, needs_of
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.cast import PARTS, client_of

FILE = settings.ROOT / "docs" / "reference" / "access-matrix.md"
# What stands for each kind of argument in an address: rows and keys that do not exist.
ARGUMENTS = {"int": "987654321", "str": "nothing", "slug": "nothing", "uuid": str(uuid4()), "path": "nothing"}


def all_entrances() -> list[Entrance]:
    return list(entrances(get_resolver().url_patterns))


def routes(patterns=None):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        yield from routes(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]


def address(entrance: Entrance) -> str:
    return "/" + re.sub(r"<(\w+):\w+>", lambda found: ARGUMENTS[found[1]], entrance.address)


def test_every_route_declares_its_access():
    assert [str(route.pattern) for route in routes() if not needs_of(route.callback)] == []


def test_the_reviewed_file_is_up_to_date(tmp_path):
    call_command("access_matrix", str(tmp_path / "fresh.md"), stdout=StringIO())
    fresh = (tmp_path / "fresh.md").read_text(encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == fresh, "run `jingwei access-matrix` and review what changed"


def asked_for(client, entrance: Entrance):
    """The answer to a request that names no existing row and carries no key: harmless whoever sends it."""
    if entrance.method == "GET":
        return client.get(address(entrance))
    return client.post(address(entrance))


def is_turned_away(entrance: Entrance, answer) -> bool:
    """A person is led to the login; a program is told."""
    if is_for_programs(entrance.view):
        return answer.status_code == 401
    return answer.status_code == 302 and answer.url.startswith("/account/login/")


@pytest.mark.slow
@pytest.mark.parametrize("part", sorted(PARTS))
def test_every_route_lets_in_whom_the_matrix_lets_in(actor_for, part):
    actor = actor_for(part)
    client = client_of(actor)
    client.raise_request_exception = False
    wrong = []
    for entrance in all_entrances():
        if entrance.need.kind != "permission":
            continue
        status = asked_for(client, entrance).status_code
        if status >= 500 or (status == 403) is entrance.need.met_by(actor, signed_in=True):
            wrong.append(f"{entrance.method} {address(entrance)}: {status}")
    assert wrong == []


def test_a_visitor_is_turned_away_from_every_route_that_is_not_public(db):
    closed = [entrance for entrance in all_entrances() if entrance.need.kind != "public"]
    let_in = [one for one in closed if not is_turned_away(one, asked_for(client_of(None), one))]
    assert [address(entrance) for entrance in let_in] == []


def test_only_the_login_the_look_the_screens_and_the_state_of_the_program_are_public():
    public = {entrance.address for entrance in all_entrances() if entrance.need.kind == "public"}
    assert {address.split("/")[0] for address in public} == {"account", "healthz", "screen", "ui"}
    assert {address for address in public if address.startswith("account/")} == {
        "account/login/",
        "account/login/code/",
        "account/logout/",
        "account/inactive/",
    }


def test_a_method_that_is_not_named_is_not_allowed(secretary):
    for method in ("post", "put", "delete"):
        answer = getattr(client_of(secretary), method)("/organizations/")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")


def test_a_row_that_a_person_cannot_see_is_not_there(secretary, neighbour, tree):
    for actor, status in ((secretary, 200), (neighbour, 404)):
        assert client_of(actor).get(f"/organizations/{tree.branch.pk}/").status_code == status


def test_who_is_not_in_a_post_any_more_may_do_nothing_on_the_next_request(secretary, time_machine):
    client = client_of(secretary)
    assert client.get("/").status_code == 200
    with writing(reason="test"):
        post = Post.objects.get(pk=secretary.post_id)
        post.until = today()
        post.save()
    assert client.get("/").status_code == 403


def test_a_view_that_declares_nothing_is_refused(settings, secretary):
    class Routes:
        urlpatterns = [path("forgotten/", lambda request: HttpResponse("leaked")), *urls.urlpatterns]
        handler403 = views.forbidden

    settings.ROOT_URLCONF = Routes
    assert client_of(secretary).get("/forgotten/").status_code == 403
    assert client_of(None).get("/forgotten/").status_code == 403


def test_an_open_route_says_why():
    with pytest.raises(ValueError, match="reason"):
        access.public("")
    with pytest.raises(ValueError, match="reason"):
        access.signed_in("")


def test_a_route_with_a_misspelt_permission_stops_the_start():
    with pytest.raises(KeyError, match=r"plan\.se"):
        access(get="plan.se")


@pytest.mark.parametrize(("method", "permission"), [("GET", "plan.see"), ("HEAD", "plan.see"), ("OPTIONS", "plan.see")])
def test_reading_in_any_form_needs_the_right_to_read(method, permission):
    @access(get="plan.see", post="plan.edit")
    def view(request):
        return None

    assert str(need_for(view, method)) == permission
    assert str(need_for(view, "POST")) == "plan.edit"
    assert need_for(view, "DELETE") is None
