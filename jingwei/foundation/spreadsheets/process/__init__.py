"""Run as a program of its own (see reading/child.py): judges a file, then parses it, within bounds of memory and time.

Here a crash, a bomb or an endless loop takes nothing with it. Nothing of this package imports Django. Frames to the
parent, on standard output: ("refused", code, details), ("offers", format, [Offer …]), ("rows", [(number, original,
cells) …]), ("end", facts). From the parent, on standard input: one Order.
"""
