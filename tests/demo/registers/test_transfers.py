"""The demo's transfers: some under way, one at each side, and a letter that has expired."""

import pytest
from django.core.management import call_command
from django.db import transaction

from jingwei.domains.transfers.models import Arrival, Letter, Step, Transfer
from jingwei.domains.transfers.rules import has_expired
from jingwei.foundation.clock import today

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(scope="module", autouse=True)
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--small", verbosity=0)
        yield
        transaction.set_rollback(True)


def test_a_transfer_waits_for_the_towns_office():
    (step,) = Step._base_manager.filter(kind="approve", done_on=None)
    assert step.organization.short_name == "云桥镇"


def test_a_letter_has_expired_and_its_receipt_is_missing():
    letter = Letter._base_manager.get()
    assert has_expired(letter.valid_until, on=today())
    assert Transfer._base_manager.get(pk=letter.transfer_id).is_open


def test_somebody_has_come_with_a_letter():
    assert Arrival._base_manager.get().member.name == "柏晓帆"


def test_every_member_on_the_way_is_still_in_the_old_branch():
    for transfer in Transfer._base_manager.filter(ended_on=None):
        assert transfer.member.organization == transfer.organization
