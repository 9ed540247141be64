from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "jingwei.foundation.calendar"
    verbose_name = "工作日历"
