"""The map of routes. What each needs is declared on its view."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("", include("jingwei.domains.desk.urls")),
    path("account/", include("jingwei.foundation.accounts.urls")),
    path("calendar/", include("jingwei.foundation.calendar.urls")),
    path("evidence/", include("jingwei.foundation.evidence.urls")),
    path("healthz", views.healthz, name="healthz"),
    path("members/", include("jingwei.members.urls")),
    path("organizations/", include("jingwei.organizations.urls")),
    path("plans/", include("jingwei.kernels.plans.urls")),
    path("record/", include("jingwei.foundation.record.urls")),
    path("regulations/", include("jingwei.regulations.urls")),
    path("ui/", include("jingwei.foundation.ui.urls")),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler429 = views.too_many
handler500 = views.server_error
