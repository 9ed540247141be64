"""Dashboards: what the platform holds, as figures that open to what they count. Owns no truth.

Words: dashboard 看板, board 看板, drill-down 明细, screen 大屏, outline 地图边界.
Obeys: 统计法 第七条; 个人信息保护法 第六条（最小范围）; 整治形式主义为基层减负若干规定.
"""
