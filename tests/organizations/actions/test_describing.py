"""What kind a community is: said by who may, of communities only, and shown with advice."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.describing import set_community_kind
from jingwei.organizations.choices import CommunityKind
from jingwei.organizations.community_kinds import kinds_of_community
from tests.domains.sending import sent, shown
from tests.organizations.conftest import done


def test_every_kind_has_a_meaning_and_advice():
    assert set(kinds_of_community()) == set(CommunityKind.values)
    assert all(kind.meaning and kind.advice for kind in kinds_of_community().values())


def test_a_community_gets_a_kind_and_its_page_the_advice(tree, office_town):
    sent(office_town, f"/organizations/{tree.community.pk}/community-kind/", community_kind="traditional", version=1)
    text = shown(office_town, f"/organizations/{tree.community.pk}/")
    assert "传统街坊社区" in text
    assert kinds_of_community()["traditional"].advice[0] in text


def test_what_is_no_community_has_no_kind(tree, office_town):
    with pytest.raises(Refused, match="只有社区"):
        done(office_town, set_community_kind, tree.branch, community_kind="new")
    tree.branch.community_kind = "new"
    with pytest.raises(IntegrityError), transaction.atomic(), writing(reason="test"):
        tree.branch.save()


@pytest.mark.parametrize("part", ["secretary", "superior", "office_other_town", "auditor"])
def test_who_may_not_amend_says_no_kind(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), set_community_kind, tree.community, community_kind="new")
