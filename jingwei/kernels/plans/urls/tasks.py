from django.urls import path

from ..views import dispatch, notices, progress, reports, tasks

urlpatterns = [
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/<int:pk>/", tasks.task, name="task"),
    path("tasks/<int:pk>/reports/", reports.reports, name="reports"),
    path("tasks/<int:pk>/responsibility/", tasks.responsibility, name="responsibility"),
    path("tasks/<int:pk>/withdrawal/", tasks.withdrawal, name="withdrawal"),
    path("tasks/<int:pk>/notices/", notices.issue, name="issue"),
    path("tasks/<int:pk>/passing/", dispatch.passing, name="passing"),
    path("reports/<int:pk>/striking/", reports.striking, name="striking"),
    path("duties/<int:pk>/dispatch/", dispatch.dispatch, name="dispatch"),
    path("duties/<int:pk>/tasks/", dispatch.duty_tasks, name="duty_tasks"),
    path("progress/", progress.progress, name="progress"),
    path("progress/<int:pk>/", progress.progress, name="progress_of"),
    path("responsibilities/", tasks.responsibilities, name="responsibilities"),
    path("responsibilities/<int:pk>/", tasks.responsibilities, name="responsibilities_of"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<int:pk>/", notices.notice, name="notice"),
    path("notices/<int:pk>/closing/", notices.closing, name="closing"),
    path("notices/<int:pk>/return/", notices.sending_back, name="sending_back"),
    path("notices/bulletin/", notices.bulletin, name="bulletin"),
]
