"""Re-keying: the national member system has no interface, so people type there what is known here (对照录入). Told in
the order of its screens, ticked when done, and what differs since.

Words: re-keying 对照录入, screen item 录入项, ticked 已录入.
Obeys: 个人信息保护法第六条.
"""
