"""A secretary who leaves and the next one, both with the post."""

from datetime import date

import pytest

from jingwei.domains.handover.actions import prepare
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Post


def done(actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def post_of(actor) -> Post:
    return Post.objects.get(pk=actor.post_id)


@pytest.fixture
def next_secretary(tree) -> Actor:
    """A second secretary of the branch, given the post to take over."""
    with writing(reason="test"):
        user = User(username="next", name="新任职")
        user.set_unusable_password()
        user.save()
        post = Post(user=user, organization=tree.branch, role="secretary", duty=Duty.SECRETARY, since=date(2026, 1, 1))
        post.save()
    return Actor(user, "secretary", tree.branch.path, post.title, post.pk)


@pytest.fixture
def pack(secretary, next_secretary):
    """The pack that the leaving secretary has made for the next one."""
    keys = "公章在保险柜"
    return done(secretary, prepare, post_of(secretary), keys=keys, successor=post_of(next_secretary))
