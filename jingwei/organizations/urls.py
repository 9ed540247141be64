from django.urls import path

from .views import acting, areas, changes, tree

app_name = "organizations"
urlpatterns = [
    path("", tree.tree, name="tree"),
    path("acting/", acting.acting, name="acting"),
    path("before/", tree.before, name="before"),
    path("areas/", areas.areas, name="areas"),
    path("areas/<int:pk>/", areas.area, name="area"),
    path("areas/<int:pk>/edit/", areas.edit_area, name="edit_area"),
    path("areas/<int:pk>/removal/", areas.area_removal, name="area_removal"),
    path("<int:pk>/areas/", areas.new_area, name="new_area"),
    path("units/<int:pk>/areas/", areas.unit_areas, name="unit_areas"),
    path("<int:pk>/", tree.organization, name="organization"),
    path("<int:pk>/establishment/", changes.establishment, name="establishment"),
    path("<int:pk>/name/", changes.name, name="name"),
    path("<int:pk>/place/", changes.place, name="place"),
    path("<int:pk>/merger/", changes.merger, name="merger"),
    path("<int:pk>/division/", changes.division, name="division"),
    path("<int:pk>/revocation/", changes.revocation, name="revocation"),
    path("<int:pk>/community-kind/", changes.community_kind, name="community_kind"),
    path("<int:pk>/posts/", changes.appointment, name="appointment"),
    path("<int:pk>/terms/", changes.term, name="term"),
    path("<int:pk>/responsibilities/", changes.new_responsibility, name="new_responsibility"),
    path("<int:pk>/units/", changes.new_unit, name="new_unit"),
    path("posts/<int:pk>/end/", changes.departure, name="departure"),
    path("responsibilities/<int:pk>/", changes.responsibility, name="responsibility"),
    path("responsibilities/<int:pk>/removal/", changes.responsibility_removal, name="responsibility_removal"),
    path("units/<int:pk>/", changes.unit, name="unit"),
]
