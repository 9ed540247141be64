from django.urls import path

from . import views

app_name = "grids"
urlpatterns = [
    path("", views.grids, name="grids"),
    path("<int:pk>/", views.community, name="community"),
    path("areas/<int:pk>/households/", views.household, name="household"),
    path("households/<int:pk>/end/", views.household_end, name="household_end"),
]
