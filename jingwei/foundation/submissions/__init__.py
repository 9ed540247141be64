"""Submissions: a form that is sent twice is done once.

Words: request key (the number a form carries), submission (the form as it was answered the first time).
"""
