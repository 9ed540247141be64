"""The map of routes. What each needs is declared on its view."""

from django.urls import include, path

from . import views

urlpatterns = [
    path("", include("jingwei.domains.desk.urls")),
    path("account/", include("jingwei.foundation.accounts.urls")),
    path("background/", include("jingwei.foundation.background.urls")),
    path("calendar/", include("jingwei.foundation.calendar.urls")),
    path("care/", include("jingwei.domains.care.urls")),
    path("coverage/", include("jingwei.domains.coverage.urls")),
    path("evidence/", include("jingwei.foundation.evidence.urls")),
    path("grids/", include("jingwei.domains.grids.urls")),
    path("handover/", include("jingwei.domains.handover.urls")),
    path("health/", include("jingwei.domains.health.urls")),
    path("", include("jingwei.domains.dashboards.urls")),
    path("floating/", include("jingwei.domains.floating.urls")),
    path("healthz", views.healthz, name="healthz"),
    path("members/", include("jingwei.members.urls")),
    path("organizations/", include("jingwei.organizations.urls")),
    path("plans/", include("jingwei.kernels.plans.urls")),
    path("privacy/", include("jingwei.domains.privacy.urls")),
    path("record/", include("jingwei.foundation.record.urls")),
    path("regulations/", include("jingwei.regulations.urls")),
    path("rekeying/", include("jingwei.domains.rekeying.urls")),
    path("reports/", include("jingwei.domains.reports.urls")),
    path("spreadsheets/", include("jingwei.foundation.spreadsheets.urls")),
    path("transfers/", include("jingwei.domains.transfers.urls")),
    path("ui/", include("jingwei.foundation.ui.urls")),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler429 = views.too_many
handler500 = views.server_error
