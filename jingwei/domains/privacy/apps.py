from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "jingwei.domains.privacy"
    verbose_name = "个人信息保护"

    def ready(self) -> None:
        from . import checks  # noqa: F401  # registers itself
