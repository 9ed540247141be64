"""The rules of this room: pure, no database, no clock.

periods    the stretches of time in which something is due
standing   how far a task is, and its light
passing    a task passed on is never weaker than what was received
asking     what may not be asked, and what need not be asked
burden     what is asked of a community, in minutes a month
"""
