from django.urls import path

from ..views import exports

urlpatterns = [
    path("<int:pk>/word/", exports.plan_word, name="plan_word"),
    path("<int:pk>/workbook/", exports.plan_workbook, name="plan_workbook"),
    path("tasks/workbook/", exports.tasks_workbook, name="tasks_workbook"),
]
