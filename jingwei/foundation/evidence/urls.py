from django.urls import path

from jingwei.foundation.access.side_doors import side_door

from . import selectors, views

app_name = "evidence"
urlpatterns = [path("<int:pk>/", views.attachment, name="attachment")]

side_door("evidence:attachment", of=selectors.attachments)
