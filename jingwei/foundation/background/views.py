from typing import Any

from django.http import Http404, HttpResponse

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page

from . import selectors
from .actions import given_up, retry


@access(get="platform.operate")
def jobs(request: Any) -> HttpResponse:
    """What runs, waits, was given up, is done."""
    return page(request, "background/jobs.html", form=None, **facts())


@access(post="platform.operate")
def again(request: Any, pk: int) -> HttpResponse:
    """Let a job that was given up wait again."""
    form, job = Press(request.POST), selectors.failed_job(pk)
    if job is None:
        raise Http404
    answer = lead_on(request, form, retry, given_up(request.actor, job), "已重新排队。", "background:jobs")
    return answer or page(request, "background/jobs.html", form=form, **facts())


def facts() -> dict[str, Any]:
    """What the page shows."""
    return {
        "running": selectors.running(),
        "waiting": selectors.waiting(),
        "failed": selectors.failed(),
        "finished": selectors.finished(),
    }
