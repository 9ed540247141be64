from django.urls import path

from .views import exports, paragraphs, reports, starting, templates, then

app_name = "reports"
urlpatterns = [
    path("", reports.reports, name="reports"),
    path("new/", starting.choose, name="choose"),
    path("new/<slug:key>/", starting.start, name="start"),
    path("<int:pk>/", reports.report, name="report"),
    path("<int:pk>/title/", reports.title, name="title"),
    path("<int:pk>/changes/", reports.changes, name="changes"),
    path("<int:pk>/then/", then.then, name="then"),
    path("<int:pk>/renewal/", reports.renewal, name="renewal"),
    path("<int:pk>/finish/", reports.finish, name="finish"),
    path("<int:pk>/reopening/", reports.reopening, name="reopening"),
    path("<int:pk>/removal/", reports.removal, name="removal"),
    path("<int:pk>/word/", exports.word, name="word"),
    path("paragraphs/<int:pk>/", paragraphs.paragraph, name="paragraph"),
    path("templates/", templates.templates, name="templates"),
    path("templates/new/<slug:key>/", templates.new, name="new_template"),
    path("templates/<int:pk>/", templates.template, name="template"),
    path("templates/<int:pk>/removal/", templates.removal, name="template_removal"),
    path("names/", templates.names, name="names"),
]
