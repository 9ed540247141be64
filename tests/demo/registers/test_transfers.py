"""The demo's transfers: some under way, one at each side, and a letter that has expired."""

import pytest

from jingwei.domains.transfers.models import Arrival, Letter, Step, Transfer
from jingwei.domains.transfers.rules import has_expired
from jingwei.foundation.clock import today

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("built")]


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
