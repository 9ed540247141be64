"""The registers of members and of posts as spreadsheets: what goes out, what comes in, how a row finds its row.

A row of members means the member of its number (编号), else the one of its ID number, else the one of that name and day
of birth in that branch; then the preview says that it may be the same person. A blank cell leaves what is registered
alone, and so does a masked one. The branch and the standing of a known member change by their own procedures only.
"""

from jingwei.foundation.spreadsheets.registers import register

from .declared import MemberRegister
from .posts import PostRegister

MEMBERS = register(MemberRegister())
POSTS = register(PostRegister())
