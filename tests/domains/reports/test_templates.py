"""Templates that offices keep."""

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.reports.actions import templates as actions
from jingwei.domains.reports.checks import our_templates_have_no_mistakes
from jingwei.domains.reports.models import Template
from jingwei.domains.reports.selectors import templates as reading
from jingwei.domains.reports.selectors.names import WORDS, names_of_blanks
from jingwei.domains.reports.selectors.templates import mistakes_in
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from tests.domains.reports.conftest import TEXT, done, drafted

KNOWN = {"kind": "bulletin", "title": "镇月报", "text": TEXT}


def test_our_templates_are_checked_at_every_start():
    assert our_templates_have_no_mistakes(None) == []


def test_all_names_that_the_list_tells_can_be_written():
    titles = [name.title for heading, names in names_of_blanks() if heading != "文字" for name in names]
    assert len(titles) == len(set(titles)) > 40
    assert mistakes_in("题\n" + "\n".join(f"【{title}】" for title in [*titles, *WORDS])) == []


def test_an_office_keeps_a_template_and_those_below_may_draft_from_it(tree, office_town, secretary, office_other_town):
    kept = done(office_town, actions.keep, tree.town, **KNOWN)
    seen = []
    for actor in (office_town, secretary, office_other_town):
        with reaching(actor.reach()):
            seen.append(reading.offer(f"own-{kept.pk}") is not None)
    assert seen == [True, True, False]


def test_a_template_with_a_mistake_is_not_kept(tree, office_town):
    with pytest.raises(Refused, match="第 2 行：【党圆】：没有叫“党圆”的数"):
        done(office_town, actions.keep, tree.town, **{**KNOWN, "text": "题\n【党圆】"})
    assert Template._base_manager.count() == 0


def test_two_templates_of_an_office_have_two_names(tree, office_town):
    done(office_town, actions.keep, tree.town, **KNOWN)
    with pytest.raises(Refused, match="已经有叫“镇月报”的模板"):
        done(office_town, actions.keep, tree.town, **KNOWN)


def test_a_template_is_rewritten_and_reports_stay_as_they_were(counted, tree, office_town):
    kept = done(office_town, actions.keep, tree.town, **KNOWN)
    report = drafted(office_town, tree.town, kept.text)
    done(office_town, actions.rewrite, kept, **{**KNOWN, "text": "题\n另一句。"})
    assert report.source == TEXT
    done(office_town, actions.remove, kept)
    assert Template._base_manager.count() == 0


@pytest.mark.parametrize("part", ["secretary", "office_other_town", "member"])
def test_nobody_else_changes_a_template(tree, office_town, actor_for, part):
    kept = done(office_town, actions.keep, tree.town, **KNOWN)
    for act, subject, data in (
        (actions.rewrite, kept, KNOWN),
        (actions.remove, kept, {}),
        (actions.keep, tree.town, {**KNOWN, "title": "另一个"}),
    ):
        with pytest.raises(PermissionDenied):
            done(actor_for(part), act, subject, **data)
