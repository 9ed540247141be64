from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "jingwei.demo"
    verbose_name = "演示"
