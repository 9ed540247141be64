from django.apps import AppConfig


class SecretsConfig(AppConfig):
    name = "jingwei.foundation.secrets"
    verbose_name = "个人信息"

    def ready(self) -> None:
        from . import checks  # noqa: F401  # registers itself
