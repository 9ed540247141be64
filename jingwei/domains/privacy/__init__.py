"""Privacy: what is kept of a person and why, the requests of a person about it, who looked too often.

Words: inventory 个人信息清单, request 本人申请, copy 本人信息副本, alarm 查看预警.
Obeys: 个人信息保护法 第十四条至第十五条、第四十四条至第五十一条.
"""
