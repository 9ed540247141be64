from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    name = "jingwei.foundation.spreadsheets"
    verbose_name = "表格"
