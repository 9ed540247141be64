"""One POST is one transaction with its key inside: it happens as a whole and once, or not at all."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from jingwei.foundation.journal import writing

from .models import Submission

ALREADY = "这件事刚才已经办好了，没有重复办理。"
# What a form carries besides the person's own words.
NOT_TYPED = {"csrfmiddlewaretoken", "request_key", "version", "next"}
Answer = Callable[[], HttpResponseBase]


class Once:
    """A double tap, a refresh or a lost answer never does a thing twice. A view marked `key_not_needed` with a reason
    is left alone (the login's own forms). An answer that refuses or fails takes the key back, so the corrected form
    can be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if request.method != "POST" or hasattr(view, "key_not_needed"):
            return None
        try:
            key = UUID(request.POST.get("request_key", ""))
        except ValueError:
            return without_key(request)
        owner = owner_of(request)
        if first := answered(owner, key):
            return replay(request, first)
        try:
            return perform(request, owner, key, lambda: view(request, *args, **kwargs))
        except IntegrityError:
            if first := answered(owner, key):  # another request with this key was faster
                return replay(request, first)
            raise


def owner_of(request: HttpRequest) -> str:
    """Whose key it is: another person's same key is another key."""
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    if not request.session.session_key:
        request.session.create()
    return f"session {request.session.session_key}"


def answered(owner: str, key: UUID) -> Submission | None:
    return Submission.objects.filter(owner=owner, key=key).first()


def perform(request: HttpRequest, owner: str, key: UUID, view: Answer) -> HttpResponseBase:
    """Answer, and keep the answer; take everything back when the answer is a refusal."""
    with transaction.atomic():
        submission = Submission(owner=owner, key=key, path=request.path[:300])
        with writing(reason="the key of a form"):
            submission.save(force_insert=True)
        response = view()
        if response.status_code >= 400:
            transaction.set_rollback(True)
        else:
            remember(submission, response)
        return response


def remember(submission: Submission, response: HttpResponseBase) -> None:
    """Keep the answer with the key, in the transaction of what it answers. A file that was sent, or a page that may
    not be kept (no-store: it shows what is sealed), is not: who sends the form again is led home."""
    submission.status = response.status_code
    submission.location = response.headers.get("Location", "")
    submission.content_type = response.headers.get("Content-Type", "")
    if response.streaming or "no-store" in response.headers.get("Cache-Control", ""):
        submission.status, submission.location = 302, "/"
    elif isinstance(response, HttpResponse) and not submission.location:
        submission.body = response.content
    with writing(reason="the answer to a form"):
        submission.save()


def replay(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The answer of the first time, with a word that nothing was done again."""
    messages.info(request, ALREADY)
    if submission.location:
        return redirect(submission.location)
    return HttpResponse(
        bytes(submission.body), status=submission.status, headers={"Content-Type": submission.content_type}
    )


def without_key(request: HttpRequest) -> HttpResponse:
    """The page that says so, with all that the person wrote, to be copied from there."""
    fields = ((name, text) for name, texts in request.POST.lists() for text in texts)
    typed = [text for name, text in fields if text.strip() and name not in NOT_TYPED and "password" not in name]
    return render(request, "ui/error.html", {"status": 400, "reason": "key", "typed": typed}, status=400)
