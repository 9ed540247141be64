"""Rosters as a clerk makes them, and the way of one through the program."""

import csv
from io import StringIO
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from stdnum.cn import ric

from jingwei.foundation.background.worker import Worker
from jingwei.foundation.spreadsheets.models import Intake

HEADS = (
    "姓名",
    "性别",
    "民族",
    "出生日期",
    "公民身份号码",
    "学历",
    "职业",
    "手机号码",
    "所在支部",
    "入党日期",
    "转正日期",
)
BRANCH = "云桥东社区第一支部"


def id_number(born: str, order: int, *, male: bool = True) -> str:
    """A number of no real region, with a right check digit; `born` as 19800102."""
    body = f"990000{born}{order:02d}{1 if male else 2}"
    return body + ric.calc_check_digit(body + "0")


def person(name: str, order: int = 1, **others: Any) -> dict[str, Any]:
    """A row that is right."""
    row = {
        "姓名": name,
        "性别": "男",
        "民族": "汉族",
        "出生日期": "1980-01-02",
        "公民身份号码": id_number("19800102", order),
        "学历": "大学本科毕业",
        "职业": "职员",
        "手机号码": f"1380000{order:04d}",
        "所在支部": BRANCH,
        "入党日期": "2005-07-01",
        "转正日期": "2006-07-01",
    }
    return row | others


def sheet(*rows: dict[str, Any], heads: tuple[str, ...] = HEADS) -> bytes:
    """A .csv as a spreadsheet program saves it."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(heads)
    table.writerows([row.get(head, "") for head in heads] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def work_off() -> None:
    """Let the worker do what waits, in this process."""
    Worker().work_off()


def sent(client: Any, content: bytes, *, key: str = "members", name: str = "名册.csv") -> Intake:
    """The intake of a file that was sent and checked."""
    page = client.get(reverse("spreadsheets:sending", args=[key]))
    upload = SimpleUploadedFile(name, content)
    data = {"upload": upload, "request_key": request_key(page)}
    answer = client.post(reverse("spreadsheets:sending", args=[key]), data)
    assert answer.status_code == 302, answer.content.decode()
    work_off()
    pk = int(answer["Location"].rstrip("/").rpartition("/")[2])
    return followed(Intake._base_manager.get(pk=pk))


def followed(intake: Intake) -> Intake:
    """The intake that took this one over, or itself."""
    return intake.continues if intake.continues is not None else intake


def confirmed(client: Any, intake: Intake, **data: Any) -> Intake:
    """The intake after it was confirmed and written."""
    return pressed(client, intake, "confirmation", **data)


def pressed(client: Any, intake: Intake, route: str, page: Any = None, **data: Any) -> Intake:
    """The intake after a button was pressed and the work was done."""
    page = page or client.get(reverse("spreadsheets:intake", args=[intake.pk]))
    data["request_key"] = request_key(page)
    answer = client.post(reverse(f"spreadsheets:{route}", args=[intake.pk]), data)
    assert answer.status_code == 302, answer.content.decode()
    work_off()
    return Intake._base_manager.get(pk=intake.pk)


def request_key(page: Any) -> str:
    """The key of the first form of a page; a fresh one where it has none."""
    text = page.content.decode()
    if 'name="request_key"' not in text:
        return str(uuid4())
    return text.split('name="request_key" value="')[1].split('"')[0]
