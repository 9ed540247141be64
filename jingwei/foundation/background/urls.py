from django.urls import path

from . import views

app_name = "background"
urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<int:pk>/again/", views.again, name="again"),
]
