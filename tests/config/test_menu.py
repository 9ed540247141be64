"""The menu: at most seven words for anybody, and each leads somewhere one may enter."""

import pytest
from django.conf import settings
from django.urls import resolve, reverse

from jingwei.foundation.access.grants import roles
from jingwei.foundation.access.routes import needs_of


@pytest.mark.parametrize("role", sorted(roles()))
def test_nobody_has_more_than_seven_words_in_the_menu(role):
    assert len([title for title, _, need, *_ in settings.MENU if need in roles()[role].permissions]) <= 7


ROOMS = [room for word in settings.MENU for room in word[3:]]


@pytest.mark.parametrize(("name", "need"), [entry[1:3] for entry in [*settings.MENU, *ROOMS]])
def test_whoever_sees_a_word_may_enter_its_page(name, need):
    entry = needs_of(resolve(reverse(name)).func)["GET"]
    assert [r.key for r in roles().values() if need in r.permissions and entry.permission not in r.permissions] == []
