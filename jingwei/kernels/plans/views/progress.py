"""How far the tasks are: a level, the levels below it, down to the tasks."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.ui.pages import page
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from ..selectors import progress as reading
from ..selectors.tasks import stands


@access(get="task.see")
def progress(request, pk=None):
    wanted = {"path": request.actor.path} if pk is None else {"pk": pk}
    organization = get_object_or_404(organizations().filter(below("path", request.actor.path)), **wanted)
    own = reading.within(organization).filter(organization=organization)
    return page(
        request,
        "plans/progress.html",
        whole=reading.of(organization, on=today()),
        children=reading.by_child(organization, on=today()),
        page=paged(request, own, "next_due_on", "id"),
        stands=stands,
        on=today(),
    )
