from django.urls import path

from .views import looks, mine, papers, requests

app_name = "privacy"
urlpatterns = [
    path("inventory/", papers.inventory, name="inventory"),
    path("mine/", mine.mine, name="mine"),
    path("mine/copy/", mine.copy, name="copy"),
    path("mine/sheet/", mine.sheet, name="sheet"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:pk>/", requests.one, name="request"),
    path("requests/<int:pk>/done/", requests.done, name="done"),
    path("looks/", looks.looks, name="looks"),
    path("alarms/", looks.alarms, name="alarms"),
    path("alarms/<int:pk>/", looks.alarm, name="alarm"),
]
