from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "jingwei.foundation.submissions"
