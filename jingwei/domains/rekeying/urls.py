from django.urls import path

from . import views

app_name = "rekeying"
urlpatterns = [
    path("", views.progress, name="progress"),
    path("branches/<int:pk>/", views.branch, name="branch"),
    path("members/<int:pk>/", views.member, name="member"),
    path("differences/", views.differences, name="differences"),
    path("workbook/", views.workbook, name="workbook"),
]
