"""Coverage: which units of an area have a Party organization, which one reaches them with its work, and how a unit that
somebody found on a walk becomes one of the register (收集→分析→校核→登记).

Words: coverage 覆盖, sighting 摸排线索, team 走访小组, week's analysis 周研判, owner of last resort 兜底.
Obeys: 关于加强和改进非公有制企业党的建设工作的意见（试行）; 整治形式主义为基层减负若干规定: no forced photographs,
tracks, check-ins; no ranking of persons or teams.
"""
