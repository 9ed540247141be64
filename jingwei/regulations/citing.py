"""How a basis, such as "branch-work-regulations-2018, 第四条", is shown and linked wherever a rule says no."""

from django.urls import reverse

from .library import citation, instruments


def basis_link(basis: str) -> tuple[str, str]:
    """(words, address of the paper's page). A basis that names no paper of the library is shown as it is, unlinked."""
    key = basis.partition(", ")[0]
    if key not in instruments():
        return basis, ""
    return citation(basis), reverse("regulations:instrument", args=[key])
