from django.urls import path

from .views import away, here, lost

app_name = "floating"
urlpatterns = [
    path("", away.floating, name="floating"),
    path("new/", away.choose, name="choose"),
    path("members/<int:pk>/", away.register, name="register"),
    path("<int:pk>/", away.one, name="one"),
    path("<int:pk>/contacts/", away.contact, name="contact"),
    path("<int:pk>/end/", away.end, name="end"),
    path("here/", here.inflows, name="inflows"),
    path("here/new/", here.register, name="register_here"),
    path("here/<int:pk>/", here.inflow, name="inflow"),
    path("here/<int:pk>/confirmation/", here.confirmation, name="confirmation"),
    path("here/<int:pk>/claim/", here.claim, name="claim"),
    path("here/<int:pk>/feedback/", here.feedback, name="feedback"),
    path("here/<int:pk>/end/", here.end, name="inflow_end"),
    path("lost/", lost.lost, name="lost"),
    path("lost/new/", lost.choose, name="lost_choose"),
    path("lost/members/<int:pk>/", lost.register, name="lost_register"),
    path("lost/<int:pk>/", lost.one, name="lost_one"),
    path("lost/<int:pk>/searches/", lost.search, name="search"),
    path("lost/<int:pk>/suspension/", lost.suspension, name="suspension"),
    path("lost/<int:pk>/resolution/", lost.resolution, name="resolution"),
    path("lost/<int:pk>/removal/", lost.removal, name="removal"),
    path("lost/<int:pk>/found/", lost.found, name="found"),
]
