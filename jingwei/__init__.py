"""Jingwei 经纬: the open platform for the grassroots work of Party organizations and the service of communities.

The program is a stack; each storey knows only those below:
config → demo → domains → kernels → members → organizations → regulations → foundation.
"""
