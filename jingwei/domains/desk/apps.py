from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "jingwei.domains.desk"
    verbose_name = "首页"
