"""The working days of the country.

Words: working day (a day on which offices are open), make-up day (a Saturday or Sunday worked for a holiday).
Obeys: 全国年节及纪念日放假办法, and the yearly notice of the State Council, as the library chinesecalendar has it;
what an administrator fills in at /calendar/ goes before it. A year without data counts by weekdays and says so.
"""
