"""A made-up district and rosters of its members, as large as one likes, always the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from stdnum.cn import ric
from xlsxwriter import Workbook

from jingwei.demo.names import person_name
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.journal import writing
from jingwei.foundation.scope.bulk import copy_rows
from jingwei.foundation.scope.paths import segment
from jingwei.members.registers.columns import TABLE
from jingwei.members.rules.codes import code_lists
from jingwei.organizations.models import Organization, Post

TOWNS, BRANCHES = 20, 125
BEGINNING = date(2000, 1, 1)
WRONG = 100  # one row in so many
NO_REGION = "990000"
MISTAKES = ("id_number", "born_on", "phone", "education", "organization", "gender", "full_on")


def district() -> Actor:
    """A district with its towns and branches, and its office."""
    rows = [("0001", "云州市", "云州市", "city", "611"), ("00010001", "云溪区", "云溪区", "district", "611")]
    for town in range(1, TOWNS + 1):
        above, name = f"00010001{segment(town)}", f"第{town}镇"
        rows.append((above, name, name, "town", "611"))
        for branch in range(1, BRANCHES + 1):
            named = f"{name}第{branch}支部"
            rows.append((above + segment(branch), named, named, "branch", "631"))
    with writing(reason="a benchmark's own district"):
        columns = ("path", "name", "short_name", "level", "party_type", "established_on")
        copy_rows(Organization, columns, ((*row, BEGINNING) for row in rows))
        user = User(username="bench", name="经办人")
        user.set_unusable_password()
        user.save()
        home = Organization._base_manager.get(path="00010001")
        post = Post(user=user, organization=home, duty="GZRY", role="office_district", since=BEGINNING)
        post.save()
    return Actor(user, "office_district", home.path, post.title, post.pk)


def roster(file: Path, count: int, seed: int = 7) -> int:
    """Write a workbook of so many rows of all columns, one in a hundred wrong; the number of wrong ones."""
    rng, wrong = Random(seed), 0
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(str(file), options) as book:
        place = book.add_worksheet("党员")
        for at, column in enumerate(TABLE.columns):
            place.write_string(0, at, column.title)
        for line, row in enumerate(people(rng, count), 1):
            if line % WRONG == 0:
                _spoil(row, MISTAKES[line // WRONG % len(MISTAKES)])
                wrong += 1
            for at, column in enumerate(TABLE.columns):
                if text := row.get(column.key):
                    place.write_string(line, at, text)
    return wrong


def people(rng: Random, count: int) -> Iterator[dict[str, str]]:
    """Rows as the columns of the register have them."""
    lists = {name: list(found.names.items()) for name, found in code_lists().items()}
    names = {sign: [person_name(rng, born=1970, gender=sign) for _ in range(4000)] for sign in "12"}
    for number in range(count):
        sign = rng.choice("12")
        born = date(1940, 1, 1) + timedelta(days=rng.randrange(18000))
        joined = born + timedelta(days=365 * 18 + 60 + rng.randrange(4000))
        yield {
            "name": rng.choice(names[sign]),
            "gender": "男" if sign == "1" else "女",
            "ethnic": "汉族" if rng.random() < 0.92 else rng.choice(lists["ethnic"])[1],
            "born_on": born.isoformat(),
            "id_number": _id_number(born, number % 500, sign, number // 500),
            "education": rng.choice(lists["education"])[1],
            "occupation": rng.choice(lists["occupation"])[1],
            "workplace": f"云溪区第{rng.randrange(900)}公司职员",
            "phone": f"138{number % 10**8:08d}",
            "address": f"云州市云溪区第{rng.randrange(99)}街道{rng.randrange(999)}号",
            "organization": f"第{rng.randrange(TOWNS) + 1}镇第{rng.randrange(BRANCHES) + 1}支部",
            "joined_on": joined.isoformat(),
            "approved_on": (joined + timedelta(days=50)).isoformat(),
            "full_on": _years_later(joined, 1).isoformat(),
            "dues_base": "按月领取工资",
            "standing": "正常",
            "hardship": "因病致困" if number % 40 == 0 else "",
        }


def _years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28)) + timedelta(days=3)


def _id_number(born: date, order: int, sign: str, region: int) -> str:
    """A number of no real region, never the same twice."""
    body = f"99{region:04d}{born:%Y%m%d}{order * 2 % 1000 + (1 if sign == '1' else 0):03d}"
    return body + ric.calc_check_digit(body + "0")


def _spoil(row: dict[str, Any], key: str) -> None:
    """Put a mistake into a cell."""
    spoilt = {
        "id_number": row["id_number"][:-1] + ("1" if row["id_number"][-1] != "1" else "2"),
        "born_on": "1985年13月1日",
        "phone": "1380013",
        "education": "博士后学位",
        "organization": "没有这个支部",
        "gender": "女" if row["gender"] == "男" else "男",
        "full_on": "1930-01-01",
    }
    row[key] = spoilt[key]
