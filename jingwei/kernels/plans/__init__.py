"""Plans: a year's key points are read, corrected, approved, dispatched as tasks, reported on and shown.

Words: plan 工作要点, chapter 章, item 条, duty 职责, measure 量化要求, task 任务, report 进展, clearance 准入,
burden 负担账本, notice 督办单.
Obeys: 政务移动互联网应用程序规范化管理办法（国办函〔2026〕12号）, 关于防治“指尖上的形式主义”的若干意见,
社区工作准入的各地做法.
"""
