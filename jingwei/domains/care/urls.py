from django.urls import path

from . import views

app_name = "care"
urlpatterns = [
    path("", views.care, name="care"),
    path("visits/", views.visits, name="visits"),
    path("visits/new/", views.new_visit, name="new_visit"),
    path("members/<int:pk>/visits/", views.visit, name="visit"),
    path("visits/<int:pk>/removal/", views.visit_removal, name="visit_removal"),
    path("visits/<int:pk>/look/", views.visit_look, name="visit_look"),
    path("medals/", views.medals, name="medals"),
    path("medals/export/", views.medals_workbook, name="medals_workbook"),
    path("members/<int:pk>/medal/", views.medal, name="medal"),
    path("medals/<int:pk>/removal/", views.medal_removal, name="medal_removal"),
    path("mine/", views.mine, name="mine"),
]
