from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "jingwei.foundation.background"
    verbose_name = "后台事项"
