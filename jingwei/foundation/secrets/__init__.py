"""Secrets: columns that are encrypted at rest, masked wherever they are shown, found by a blind index, and opened only
for a purpose that is logged and shown to the person they are about.

Words: secret (an encrypted value, masked unless opened), key ring (the keys of this installation), blind index (a
keyed hash by which equal values are found), look (one opening: who, when, why).
Obeys: 个人信息保护法 第五十一条; GB/T 39786-2021.
"""
