"""Grids: how a community stands on its ground — its Party organization, the branch of each grid, the group of each
building, and member households.

Words: grid 网格, building 楼栋, member household 党员中心户.
Obeys: 关于加强和改进城市基层党的建设工作的意见; 个人信息保护法 (a household is a member's by consent).
"""
