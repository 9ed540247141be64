from django.urls import path

from .views import awards, editing, listing, mine, person, roster

app_name = "members"
urlpatterns = [
    path("", listing.members, name="members"),
    path("filters/", listing.keep_filter, name="keep_filter"),
    path("filters/<int:pk>/removal/", listing.drop_filter, name="drop_filter"),
    path("mine/", mine.mine, name="mine"),
    path("roster/", roster.roster, name="roster"),
    path("enrolment/", editing.enrolment, name="enrolment"),
    path("<int:pk>/", person.member, name="member"),
    path("<int:pk>/correction/", editing.correction, name="correction"),
    path("<int:pk>/contact/", editing.contact, name="contact"),
    path("<int:pk>/change/<slug:kind>/", editing.change, name="change"),
    path("<int:pk>/look/<slug:field>/", person.look, name="look"),
    path("<int:pk>/awards/", awards.new_award, name="new_award"),
    path("awards/<int:pk>/removal/", awards.removal, name="award_removal"),
]
