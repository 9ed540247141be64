"""The addresses of this room: nouns, one module a resource."""

from . import clearances, exports, plans, tasks

app_name = "plans"
urlpatterns = [*plans.urlpatterns, *tasks.urlpatterns, *clearances.urlpatterns, *exports.urlpatterns]
