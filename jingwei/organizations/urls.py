from django.urls import path

from .views import acting, changes, tree

app_name = "organizations"
urlpatterns = [
    path("", tree.tree, name="tree"),
    path("acting/", acting.acting, name="acting"),
    path("<int:pk>/", tree.organization, name="organization"),
    path("<int:pk>/establishment/", changes.establishment, name="establishment"),
    path("<int:pk>/name/", changes.name, name="name"),
    path("<int:pk>/place/", changes.place, name="place"),
    path("<int:pk>/merger/", changes.merger, name="merger"),
    path("<int:pk>/division/", changes.division, name="division"),
    path("<int:pk>/revocation/", changes.revocation, name="revocation"),
    path("<int:pk>/posts/", changes.appointment, name="appointment"),
    path("<int:pk>/terms/", changes.term, name="term"),
    path("<int:pk>/responsibilities/", changes.new_responsibility, name="new_responsibility"),
    path("<int:pk>/units/", changes.new_unit, name="new_unit"),
    path("posts/<int:pk>/end/", changes.departure, name="departure"),
    path("responsibilities/<int:pk>/", changes.responsibility, name="responsibility"),
    path("responsibilities/<int:pk>/removal/", changes.responsibility_removal, name="responsibility_removal"),
    path("units/<int:pk>/", changes.unit, name="unit"),
]
