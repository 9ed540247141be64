from django.urls import path

from . import views

app_name = "health"
urlpatterns = [
    path("", views.health, name="health"),
    path("workbook/", views.workbook, name="workbook"),
    path("matters/", views.matters, name="matters"),
    path("matters/<int:pk>/", views.matter, name="matter"),
    path("matters/<int:pk>/closing/", views.closing, name="closing"),
    path("<int:pk>/opening/", views.opening, name="opening"),
]
