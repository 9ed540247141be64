from django.urls import path

from . import views

app_name = "regulations"
urlpatterns = [
    path("", views.areas, name="areas"),
    path("areas/<str:key>/", views.area, name="area"),
    path("numbers/<str:key>/", views.number, name="number"),
    path("clauses/<str:key>/", views.clause, name="clause"),
    path("instruments/", views.instruments, name="instruments"),
    path("instruments/<str:key>/", views.instrument, name="instrument"),
    path("unverified/", views.unverified, name="unverified"),
    path("house-practice/", views.house_practice, name="house_practice"),
    path("local/", views.local, name="local"),
]
