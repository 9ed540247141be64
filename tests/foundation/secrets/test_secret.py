"""A secret shows its mask, whatever is done with it."""

import copy
import json
import logging
import pickle
import traceback

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from jinja2 import Environment

from jingwei.foundation.secrets.fields import MaskGiven, Secret
from jingwei.foundation.secrets.masking import MASKS, is_mask
from jingwei.foundation.secrets.sealing import NotOpened
from jingwei.foundation.spreadsheets.workbooks import Sheet, workbook
from jingwei.members.models import Member
from tests.foundation.access.test_side_doors import words_of

PHONE, MASK = "13812345678", "138****5678"


@pytest.fixture
def secret() -> Secret:
    return Secret(PHONE, "phone")


WAYS = {
    "str": str,
    "format": "{}".format,
    "format with a width": lambda one: f"{one:>20}",
    "percent": lambda one: "%s" % one,  # noqa: UP031  # one of the ways
    "repr": repr,
    "in a list": lambda one: str([one]),
    "in a dictionary": lambda one: str({"phone": one}),
    "join": lambda one: "、".join([one]),
    "added": lambda one: "" + one,
    "sliced": lambda one: one[:],
    "replaced": lambda one: one.replace("x", "y"),
    "copied": lambda one: str(copy.deepcopy(one)),
    "json": lambda one: json.dumps({"phone": one}),
    "json of django": lambda one: json.dumps({"phone": one}, cls=DjangoJSONEncoder),
    "json key": lambda one: json.dumps({one: 1}),
    "jinja": lambda one: (
        Environment(autoescape=True).from_string("{{ one }} {{ one|tojson }} {{ one|e }}").render(one=one)
    ),
    "bytes": lambda one: one.encode().decode(),
    "workbook": lambda one: words_of(workbook([Sheet("表", ["电话"], [[one]])])),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_to_show_a_secret_shows_its_mask(secret, way):
    shown = way(secret)
    assert (MASK in shown, PHONE in shown, "2345" in shown) == (True, False, False)


def test_a_log_has_the_mask(secret, caplog):
    logging.getLogger("jingwei.test").warning("changed %s %r", secret, secret)
    assert caplog.messages == [f"changed {MASK} <Secret {MASK}>"]


def test_a_traceback_with_variables_has_the_mask(secret):
    def fails(one):
        raise RuntimeError(f"cannot keep {one}")

    with pytest.raises(RuntimeError) as caught:
        fails(secret)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    text = "".join(told.format())
    assert MASK in text
    assert PHONE not in text.replace('PHONE, MASK = "13812345678"', "")


def test_a_secret_is_not_packed_up(secret):
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError):
            pickle.dumps(secret, protocol)


def test_secrets_are_equal_when_what_they_hide_is(secret):
    other = Secret("13899995678", "phone")
    assert str(other) == str(secret)
    assert (secret == other, secret != other) == (False, True)
    assert (secret == Secret(PHONE, "phone"), secret == PHONE, secret == MASK) == (True, False, False)
    assert len({secret, other, Secret(PHONE, "phone")}) == 2


def test_nothing_is_a_secret_of_nothing():
    assert (bool(Secret("", "phone")), str(Secret("", "hidden"))) == (False, "")


def test_what_does_not_open_says_so_when_shown_and_refuses_to_open():
    damaged = Secret.damaged("phone")
    assert str(damaged) == "（打不开）"
    with pytest.raises(NotOpened):
        damaged.open()


@pytest.mark.parametrize(
    ("kind", "text", "mask"),
    [
        ("id_number", "99000019850312001X", "**************001X"),
        ("id_number", "1234", "****"),
        ("id_number", "1", "****"),
        ("phone", "13812345678", "138****5678"),
        ("phone", "057188880000", "057****0000"),
        ("phone", "8888000", "*******"),
        ("address", "云溪区云桥镇杏花巷十八号", "云溪区云桥镇****"),
        ("address", "杏花巷八号", "杏花****"),
        ("hidden", "腿脚不便", "已登记（不显示）"),
    ],
)
def test_a_mask_shows_what_one_knows_already(kind, text, mask):
    assert (MASKS[kind](text), is_mask(mask), is_mask(text)) == (mask, True, False)


@pytest.mark.parametrize("mask", [MASK, "已登记（不显示）", "（打不开）"])
def test_a_mask_never_overwrites_the_secret(mask):
    with pytest.raises(MaskGiven):
        Member._meta.get_field("phone").to_python(mask)
