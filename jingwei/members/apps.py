from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "jingwei.members"
    verbose_name = "党员"

    def ready(self) -> None:
        from . import reactions, registers  # noqa: F401  # both register themselves
