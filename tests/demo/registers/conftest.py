"""The small demo, told once for all tests of this folder: they look at it and change nothing."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--small", verbosity=0)
        yield
        transaction.set_rollback(True)
