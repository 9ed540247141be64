"""A fictional locality, lifelike enough to try every page: 临澄市 with two districts.

Places (`locality/*.yaml`), about 110 branches and 2,500 members (`people.py`, shares in `distribution.yaml` as in the
national figures), key points written for it (`documents/`), and a login for each role (`logins.yaml`).
The command `jingwei demo` builds it, in demo mode only, and tells the story of a half-finished year through the real
actions. Nothing here is imported by the product; no name belongs to a real place or is meant to be a real person.
"""
