from django.apps import AppConfig


class RekeyingConfig(AppConfig):
    name = "jingwei.domains.rekeying"
    verbose_name = "对照录入"
