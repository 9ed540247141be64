from django.urls import path

from ..views import burden, clearances

urlpatterns = [
    path("clearances/", clearances.clearances, name="clearances"),
    path("clearances/new/", clearances.ask, name="ask"),
    path("clearances/<int:pk>/", clearances.clearance, name="clearance"),
    path("clearances/<int:pk>/withdrawal/", clearances.clearance_withdrawal, name="clearance_withdrawal"),
    path("burden/", burden.burden, name="burden"),
    path("burden/<int:pk>/", burden.community_burden, name="community_burden"),
    path("self-check/", burden.self_check, name="self_check"),
]
