from django.urls import path

from ..views import duties, plans

urlpatterns = [
    path("", plans.plans, name="plans"),
    path("new/", plans.new, name="new"),
    path("<int:pk>/", plans.plan, name="plan"),
    path("<int:pk>/review/", plans.review, name="review"),
    path("<int:pk>/again/", plans.again, name="again"),
    path("<int:pk>/removal/", plans.removal, name="plan_removal"),
    path("<int:pk>/approval/", plans.approval, name="approval"),
    path("<int:pk>/revision/", plans.revision, name="revision"),
    path("<int:pk>/heading/", duties.heading, name="heading"),
    path("chapters/<int:pk>/items/", duties.new_item, name="new_item"),
    path("items/<int:pk>/", duties.item, name="item"),
    path("items/<int:pk>/duties/", duties.new_duty, name="new_duty"),
    path("duties/<int:pk>/", duties.duty, name="duty"),
    path("duties/<int:pk>/split/", duties.split, name="split"),
    path("duties/<int:pk>/merge/", duties.merge, name="merge"),
    path("duties/<int:pk>/removal/", duties.drop, name="drop"),
    path("duties/<int:pk>/return/", duties.restore, name="restore"),
    path("duties/<int:pk>/measures/", duties.new_measure, name="new_measure"),
    path("measures/<int:pk>/", duties.measure, name="measure"),
    path("measures/<int:pk>/removal/", duties.measure_removal, name="measure_removal"),
]
