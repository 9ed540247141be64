"""Floating members and those with whom contact was lost: who is away, where, who keeps in touch, and what is due.

Words: floating 流出登记, inflow 流入登记, feedback 联系与反馈, lost contact 失联, search 查找.
Obeys: 关于进一步加强和改进流动党员管理工作的意见（2024）, 中国共产党党员教育管理工作条例（2019）第二十四条、第二十五条,
中国共产党章程第九条.
"""
