"""A form of the tests' own: it writes a unit down, refuses, or answers with a page or a file."""

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import path

from jingwei.config import urls as routes
from jingwei.config import views
from jingwei.foundation.access.routes import access
from jingwei.foundation.actions import action
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Unit


@action("unit.edit", title="登记单位")
def register_unit(actor, organization, /, *, name):
    Unit(organization=organization, name=name, kind=UnitKind.SCHOOL).save()


@access(post="unit.edit")
def register(request):
    name = request.POST["name"]
    if not name:
        return HttpResponse("请填写名称", status=422)
    post = next(post for post in request.posts if post.pk == request.actor.post_id)
    register_unit(request.actor, post.organization, name=name)
    if name == "出错":
        raise ZeroDivisionError
    answers = {"页面": HttpResponse(f"已登记{name}"), "文件": StreamingHttpResponse([b"x"])}
    return answers.get(name, redirect(f"/registered/{Unit._base_manager.count()}/"))


@access.public("test")
def ask(request):
    return HttpResponse("问过了")


class Routes:
    urlpatterns = [*routes.urlpatterns, path("register/", register), path("ask/", ask)]
    handler400, handler403, handler404 = views.bad_request, views.forbidden, views.not_found
    handler500 = views.server_error


@pytest.fixture(autouse=True)
def form(settings):
    settings.ROOT_URLCONF = Routes
