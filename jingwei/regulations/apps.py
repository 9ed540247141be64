from django.apps import AppConfig


class RegulationsConfig(AppConfig):
    """Reads the whole library at the start, so that a misprint is found then and not by a reader."""

    name = "jingwei.regulations"
    label = "regulations"
    verbose_name = "法规"

    def ready(self) -> None:
        from .library import clauses, parameters

        parameters()
        clauses()
