from django.urls import path

from . import reference, routes

app_name = "api"
urlpatterns = [
    path("", reference.reference, name="reference"),
    path("openapi.json", routes.openapi, name="openapi"),
    *routes.patterns(),
]
