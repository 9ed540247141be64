"""The design language: the frame of every page, its parts, and the look in its three modes.

Words: look (normal, elder 长辈版, contrast 高对比), part (a macro of templates/ui), field (one question of a form).
Pages extend "ui/page.html" and take their parts from "ui/parts.html"; /ui/ shows all of them.
Obeys 无障碍环境建设法 (large type, contrast, keyboard) and the content policy: nothing inline.
"""
