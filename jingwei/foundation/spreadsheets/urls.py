from django.urls import path

from .registers import registers
from .views import exports, intakes, sending

app_name = "spreadsheets"
urlpatterns = [
    path("", intakes.spreadsheets, name="spreadsheets"),
    path("intakes/<int:pk>/", intakes.intake, name="intake"),
    path("intakes/<int:pk>/confirmation/", intakes.confirmation, name="confirmation"),
    path("intakes/<int:pk>/dropping/", intakes.dropping, name="dropping"),
    path("intakes/<int:pk>/undoing/", intakes.undoing, name="undoing"),
    path("intakes/<int:pk>/errors/", exports.errors, name="errors"),
    path("<slug:key>/import/", sending.sending, name="sending"),
    path("<slug:key>/template/", exports.template, name="template"),
    *(path(f"{key}/export/", exports.export, {"key": key}, name=f"export_{key}") for key in registers()),
]
