"""Transfers: a membership goes to another branch, step by step, and is in one branch all the way.

Words: transfer 组织关系转接, step 环节, letter 介绍信, receipt 回执, arrival 外来接收.
Obeys: 中国共产党党员教育管理工作条例（2019）第二十五条, 组织关系转接的各地做法.
"""
