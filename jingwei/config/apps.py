from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that concern the whole program, such as `serve`."""

    name = "jingwei.config"
    label = "config"
