from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "jingwei.foundation.evidence"
    verbose_name = "佐证材料"
