"""Who is given which post by whom, what that ends, terms and responsibilities."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.posts import (
    add_responsibility,
    appoint,
    drop_responsibility,
    edit_responsibility,
    end_post,
    start_term,
)
from jingwei.organizations.choices import Duty, ResponsibilityKind
from jingwei.organizations.models import Post, Responsibility, Term
from tests.organizations.conftest import done

SINCE = date(2026, 3, 1)
CONCRETE, DIRECT = ResponsibilityKind.CONCRETE, ResponsibilityKind.DIRECT


@pytest.fixture
def newcomer(db) -> User:
    user = User(username="newcomer", name="新来人")
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def give(tree, newcomer):
    """`give(actor, role)` appoints the newcomer in the branch, or at another place."""

    def appointed(actor, role="secretary", place="branch", **changed):
        data = {"user": newcomer, "duty": Duty.SECRETARY, "role": role, "since": SINCE, **changed}
        return done(actor, appoint, getattr(tree, place), **data)

    return appointed


def post_of(actor) -> Post:
    return Post._base_manager.get(pk=actor.post_id)


def test_a_post_is_given_and_recorded(give, office_town, newcomer, acts):
    post = give(office_town)
    assert (post.user, post.role, post.since, post.until) == (newcomer, "secretary", SINCE, None)
    assert acts() == ["organizations.appoint"]


@pytest.mark.parametrize("part", ["secretary", "superior", "handler", "auditor", "security_admin"])
def test_who_may_not_appoint_gives_no_post(give, actor_for, part):
    with pytest.raises(PermissionDenied):
        give(actor_for(part))


def test_an_office_appoints_nobody_in_another_town(give, office_other_town):
    with pytest.raises(PermissionDenied):
        give(office_other_town)


def given_by(give, actor, place) -> set[str]:
    """The roles that an actor can give at a place."""
    given = set()
    for role in roles():
        try:
            give(actor, role, place)
        except Refused:
            continue
        given.add(role)
    return given


def test_nobody_gives_a_role_above_the_own(give, office_town):
    anywhere = {"secretary", "committee_member", "member", "resident"}
    assert given_by(give, office_town, "branch") == anywhere
    assert given_by(give, office_town, "town") == {*anywhere, "office_town"}


def test_a_role_is_held_at_its_own_level(give, office_district):
    anywhere = {"secretary", "committee_member", "member", "resident"}
    assert given_by(give, office_district, "district") == {*anywhere, "office_district"}
    assert given_by(give, office_district, "department") == {*anywhere, "handler"}


@pytest.mark.parametrize("role", ["auditor", "system_admin", "security_admin"])
def test_no_office_makes_an_administrator(give, office_city, role):
    with pytest.raises(Refused, match="超出您自己的权限"):
        give(office_city, role)


def test_a_post_is_not_given_twice(give, office_town):
    give(office_town)
    with pytest.raises(Refused, match="已经在这个岗位上"):
        give(office_town)


def test_a_post_that_ended_is_given_again(give, office_town):
    done(office_town, end_post, give(office_town), until=date(2026, 4, 1))
    assert give(office_town, since=date(2026, 5, 1)).until is None


@pytest.mark.parametrize(("until", "ends"), [(date(2019, 12, 31), False), (date(2020, 1, 1), True)])
def test_a_post_does_not_end_before_it_began(office_town, secretary, until, ends):
    if not ends:
        with pytest.raises(Refused, match="不能早于任职日期"):
            done(office_town, end_post, post_of(secretary), until=until)
        return
    assert done(office_town, end_post, post_of(secretary), until=until).until == until


def test_a_post_ends_once(office_town, secretary):
    done(office_town, end_post, post_of(secretary), until=SINCE)
    with pytest.raises(Refused, match="已经离任"):
        done(office_town, end_post, post_of(secretary), until=date(2026, 4, 1))


def test_no_office_ends_the_post_of_an_administrator(office_city, auditor):
    with pytest.raises(Refused, match="超出您自己的权限"):
        done(office_city, end_post, post_of(auditor), until=SINCE)


def test_nobody_ends_the_post_that_they_act_through(office_town):
    with pytest.raises(Refused, match="自己正在用的岗位"):
        done(office_town, end_post, post_of(office_town), until=SINCE)


def test_a_stranger_ends_no_post(office_other_town, secretary):
    with pytest.raises(PermissionDenied):
        done(office_other_town, end_post, post_of(secretary), until=SINCE)


def test_a_new_term_ends_the_one_before(tree, office_town):
    first = done(office_town, start_term, tree.branch, number=3, since=date(2021, 5, 1), years=5)
    second = done(office_town, start_term, tree.branch, number=4, since=date(2026, 5, 1), years=5)
    assert Term._base_manager.get(pk=first.pk).ended_on == date(2026, 5, 1)
    assert (str(second), second.ended_on) == ("第4届", None)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"number": 3}, "已经登记过"),
        ({"since": date(2021, 4, 30)}, "不能早于上一届"),
        ({"years": 3}, "每届任期 5 年"),
    ],
)
def test_a_term_that_cannot_be_is_refused(tree, office_town, wrong, words):
    done(office_town, start_term, tree.branch, number=3, since=date(2021, 5, 1), years=5)
    with pytest.raises(Refused, match=words):
        done(office_town, start_term, tree.branch, **{"number": 4, "since": date(2026, 5, 1), "years": 5, **wrong})


def test_the_length_of_a_term_is_refused_with_its_article(tree, office_town):
    with pytest.raises(Refused) as refused:
        done(office_town, start_term, tree.branch, number=1, since=SINCE, years=3)
    assert refused.value.basis == "branch-work-regulations-2018, 第二十一条"


def test_a_secretary_registers_no_term(tree, secretary):
    with pytest.raises(PermissionDenied):
        done(secretary, start_term, tree.branch, number=1, since=SINCE, years=5)


def test_a_responsibility_is_added_corrected_and_dropped(tree, office_town, secretary, acts):
    one = done(office_town, add_responsibility, tree.branch, kind=CONCRETE, text="联系居民")
    owner = post_of(secretary)
    done(office_town, edit_responsibility, one, kind=DIRECT, text="联系群众", owner=owner, version=1)
    row = Responsibility._base_manager.get(pk=one.pk)
    assert (row.kind, row.text, row.owner) == (DIRECT, "联系群众", owner)
    assert done(office_town, drop_responsibility, row) == tree.branch
    assert Responsibility._base_manager.count() == 0
    assert [name.partition(".")[2] for name in acts()] == [
        "add_responsibility", "edit_responsibility", "drop_responsibility"
    ]  # fmt: skip


@pytest.mark.parametrize("part", ["secretary", "office_other_town", "handler"])
def test_who_may_not_amend_touches_no_responsibility(tree, actor_for, part):
    with writing(reason="test"):
        row = Responsibility(organization=tree.branch, kind=CONCRETE, text="联系居民")
        row.save()
    for act, subject, data in (
        (add_responsibility, tree.branch, {"kind": CONCRETE, "text": "另一条"}),
        (edit_responsibility, row, {"kind": CONCRETE, "text": "另一条"}),
        (drop_responsibility, row, {}),
    ):
        with pytest.raises(PermissionDenied):
            done(actor_for(part), act, subject, **data)
