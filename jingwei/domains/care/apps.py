from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "jingwei.domains.care"
    verbose_name = "关怀激励"
