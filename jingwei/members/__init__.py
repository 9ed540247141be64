"""Members: people and their membership as dated facts.

Words: member 党员, joined 入党日期, probationary 预备党员.
Obeys: 中国共产党党员教育管理工作条例; 个人信息保护法 (only what the work needs).
"""
