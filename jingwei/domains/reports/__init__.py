"""Reports that write themselves (总结自动成稿): a template in ordinary Chinese whose blanks are figures becomes a
draft; every number in it opens to what it counts, a person edits it, and it goes out as an official document.

Words: template 模板, report 总结, paragraph 段落, number 数.
Obeys: GB/T 9704-2012; 统计法 第七条.
"""
