"""Organizations: the tree of Party organizations and what belongs to it — units of an area, posts, terms, history.

Words: organization 组织, post 岗位, term 届期, unit 单位, resident unit 驻区单位, change 沿革.
Obeys: 中国共产党支部工作条例（试行）, 中国共产党基层组织选举工作条例, 关于党的基层组织任期的意见.
"""
