"""Finds the post a person acts through, sets the reach, and refuses what a route does not allow."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.problems import is_for_programs, problem
from jingwei.foundation.access.routes import need_for, needs_of
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import NOTHING, Reach, reaching

from .models import Post
from .selectors import posts_held
from .selectors.rows import post_held

SESSION_KEY = "post"


class ActingAs:
    """Sets `request.posts`, `request.actor` and the reach. Posts are read at each request, so a post that has ended
    ends its rights with the next one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.posts = posts_held(request.user, on=today()) if request.user.is_authenticated else []
        request.actor = actor_of(chosen(request.posts, request.session.get(SESSION_KEY)))
        with reaching(reach_of(request)):
            return self.get_response(request)

    def process_view(self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        need = need_for(view, request.method)
        if need is None and needs_of(view):
            return HttpResponseNotAllowed(list(needs_of(view)))
        if need is None:
            raise PermissionDenied("this route declares nothing")
        if need.met_by(request.actor, request.user.is_authenticated):
            return None
        if not request.user.is_authenticated:
            return problem(401) if is_for_programs(view) else redirect_to_login(request.get_full_path())
        raise PermissionDenied(str(need))


def chosen(posts: list[Post], pk: Any) -> Post | None:
    """The post chosen in the header if it is still held, else the first."""
    return next((post for post in posts if post.pk == pk), posts[0] if posts else None)


def actor_of(post: Post | None) -> Actor | None:
    """The person acting through the post."""
    if post is None:
        return None
    return Actor(post.user, post.role, post.organization.path, post.title, post.pk)


def reach_of(request: Any) -> Reach:
    """What this request may see."""
    return request.actor.reach() if request.actor else NOTHING


def actor_through(post_id: int) -> Actor | None:
    """The holder of a post acting through it, as long as the post is held today and its holder may sign in."""
    post = post_held(post_id, on=today())
    return actor_of(post) if post is not None and post.user.is_active else None
