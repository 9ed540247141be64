"""What is kept of a person, for everybody to read."""

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page

from ..selectors import sections


@access.signed_in("everybody may know what is kept of a person, why and how long")
def inventory(request):
    return page(request, "privacy/inventory.html", sections=sections())
