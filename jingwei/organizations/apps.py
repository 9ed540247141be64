from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "jingwei.organizations"
    verbose_name = "组织"
