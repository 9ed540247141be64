"""Accounts: who can sign in. Password and second factor, sessions, limits on guessing (django-allauth does the work).

Words: account 账号 (a login), second factor 动态口令, recovery code 备用口令, session 登录设备 (a signed-in device),
temporary password 临时密码 (set by the security administrator, changed by the person before anything else).
Obeys GB/T 22239-2019, 8.1.4.1 (two kinds of proof for staff, guesses limited, sessions end).
"""
