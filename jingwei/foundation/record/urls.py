from django.urls import path

from jingwei.foundation.access.side_doors import side_door

from . import selectors, views

app_name = "record"
urlpatterns = [
    path("", views.acts, name="acts"),
    path("export.csv", views.export, name="export"),
    path("<int:pk>/", views.act, name="act"),
]

side_door("record:export", of=selectors.acts, shows=lambda act: act.subject_title)
