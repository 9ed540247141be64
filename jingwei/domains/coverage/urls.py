from django.urls import path

from .views import numbers, sightings, walking

app_name = "coverage"
urlpatterns = [
    path("", numbers.coverage, name="coverage"),
    path("units/", numbers.unit_list, name="units"),
    path("units/export/", numbers.units_workbook, name="workbook"),
    path("units/<int:pk>/", numbers.unit, name="unit"),
    path("units/<int:pk>/cover/", numbers.cover, name="cover"),
    path("coverages/<int:pk>/end/", numbers.end_coverage, name="end"),
    path("sightings/", sightings.sightings, name="sightings"),
    path("<int:pk>/sightings/", sightings.collect, name="collect"),
    path("sightings/<int:pk>/", sightings.sighting, name="sighting"),
    path("sightings/<int:pk>/correction/", sightings.correct, name="correct"),
    path("sightings/<int:pk>/analysis/", sightings.analyse, name="analyse"),
    path("sightings/<int:pk>/check/", sightings.check, name="check"),
    path("sightings/<int:pk>/registration/", sightings.register, name="register"),
    path("sightings/<int:pk>/rejection/", sightings.reject, name="reject"),
    path("teams/", walking.teams, name="teams"),
    path("<int:pk>/teams/", walking.new_team, name="new_team"),
    path("teams/<int:pk>/", walking.team, name="team"),
    path("teams/<int:pk>/end/", walking.team_end, name="team_end"),
    path("day/", walking.day, name="day"),
    path("week/", walking.week, name="week"),
]
