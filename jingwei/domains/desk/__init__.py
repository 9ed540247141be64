"""The desk: the home page, which lists what is due, by when, with one button. Owns no truth; reads others' selectors.

Words: home 首页, due 待办.
"""
