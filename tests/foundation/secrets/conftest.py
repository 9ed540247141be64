"""Actions of the test's own, by which people look at the data of members, and a member with every secret."""

from datetime import date

import pytest

from jingwei.foundation.actions import action, writing
from jingwei.foundation.secrets.looks import look, look_at_all
from jingwei.members.models import Member

ID, PHONE, ADDRESS, HARDSHIP = "99000019850312001X", "13812345678", "云溪区云桥镇杏花巷十八号", "腿脚不便独自居住"
SECRETS = (ID, PHONE, ADDRESS, HARDSHIP)


@action("member.reveal", title="看个人信息")
def reveal(actor, member, /, *, field="phone", purpose="contact", words="通知周五的会议"):
    return look(actor, member, field=field, purpose=purpose, words=words)


@action("mine.see", title="看自己的信息")
def reveal_own(actor, member, /, *, field="phone"):
    return look(actor, member, field=field, purpose="self")


@action("mine.see", title="看自己的全部信息")
def reveal_all(actor, member, /):
    return look_at_all(actor, member, what="全部内容")


def new_member(organization, **facts) -> Member:
    """A member with every secret, saved."""
    plain = {"id_number": ID, "phone": PHONE, "address": ADDRESS, "hardship": HARDSHIP}
    known = {"name": "陶党生", "gender": "1", "ethnic": "HA", "education": "20", "occupation": "30"}
    days = {"born_on": date(1985, 3, 12), "joined_on": date(2010, 7, 1), "full_on": date(2011, 7, 1)}
    member = Member(organization=organization, **{**known, **days, **plain, **facts})
    with writing(reason="test"):
        member.save()
    return member


@pytest.fixture
def known(tree, member) -> Member:
    """The member of the cast with every secret, and a login."""
    return new_member(tree.branch, user=member.user)
