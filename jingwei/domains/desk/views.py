"""The home page."""

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page

from . import selectors


@access(get="home.see")
def home(request):
    return page(request, "desk/home.html", **selectors.home(request.actor, on=today()))
