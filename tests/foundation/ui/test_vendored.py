"""Of the folders of npm packages only what is named is served."""

from django.conf import settings
from django.contrib.staticfiles import finders

from jingwei.foundation.ui.vendored import Vendored


def test_what_is_named_is_found_and_its_neighbours_are_not():
    assert {name: bool(finders.find(name)) for name in settings.VENDORED} == dict.fromkeys(settings.VENDORED, True)
    assert finders.find("vendor/echarts/echarts.js") is None


def test_what_is_collected_is_what_is_named():
    found = [f"{storage.prefix}/{path}" for path, storage in Vendored().list([])]
    assert sorted(found) == sorted(settings.VENDORED)
