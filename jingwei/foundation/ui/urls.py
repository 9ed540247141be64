from django.conf import settings
from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [path("look/", views.look, name="look")]
if settings.DEMO:
    urlpatterns += [path("", views.gallery, name="gallery")]
