from django.urls import path

from . import views

app_name = "handover"
urlpatterns = [
    path("", views.packs, name="packs"),
    path("posts/<int:pk>/", views.preparing, name="preparing"),
    path("<int:pk>/", views.pack, name="pack"),
    path("<int:pk>/word/", views.word, name="word"),
    path("<int:pk>/revision/", views.revision, name="revision"),
    path("<int:pk>/successor/", views.successor, name="successor"),
    path("<int:pk>/giving/", views.giving, name="giving"),
    path("<int:pk>/giving-instead/", views.giving_instead, name="giving_instead"),
    path("<int:pk>/taking/", views.taking, name="taking"),
    path("<int:pk>/withdrawal/", views.withdrawal, name="withdrawal"),
]
