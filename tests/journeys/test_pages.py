"""The main pages as they look: nothing for axe to find, nothing that scrolls sideways, a picture of each to look at."""

import pytest

from .steps import press

LOOKS = ("", "elder", "contrast")
WIDTHS = (1366, 375)
NARROWEST = 320
HEIGHT = 768
# name: (login, where one starts, links to follow from there by the beginning of their words)
PAGES = {
    "login": (None, "/account/login/", ()),
    "home-secretary": ("zhoumingyuan", "/", ()),
    "home-town": ("shenjing", "/", ()),
    "plans": ("shenjing", "/plans/", ()),
    "review": ("luoweixin", "/plans/", ("听澜街道",)),
    "plan": ("shenjing", "/plans/", ("云桥镇",)),
    "dispatch": ("shenjing", "/plans/", ("云桥镇", "下达：")),
    "task": ("zhoumingyuan", "/", ("开展主题党日",)),
    "report": ("zhoumingyuan", "/", ("填进展：老街沿街商铺",)),
    "clearance": ("guwenbo", "/plans/clearances/?state=asked", ("社区老年助餐",)),
    "burden": ("shenjing", "/plans/burden/", ()),
    "progress": ("shenjing", "/plans/progress/", ()),
    "organization": ("shenjing", "/organizations/", ("中共云桥镇梧桐居民区",)),
    "members": ("shenjing", "/members/", ()),
    "member": ("zhoumingyuan", "/members/", ("胡秀英",)),
    "mine": ("linxiaoyun", "/members/mine/", ()),
    "transfers": ("shenjing", "/transfers/", ()),
    "transfer": ("shenjing", "/transfers/", ("郝海敏",)),
    "floating": ("shenjing", "/floating/", ()),
    "lost": ("zhoumingyuan", "/floating/lost/", ("李国栋",)),
    "health": ("shenjing", "/health/", ()),
    "matter": ("shenjing", "/health/matters/", ("届期已满",)),
    "handover": ("shenjing", "/handover/", ("梧桐居民区第一党支部",)),
    "rekeying": ("shenjing", "/rekeying/", ("云桥镇机关党支部",)),
    "coverage": ("shenjing", "/coverage/", ()),
    "grids": ("shenjing", "/grids/", ("梧桐居民区",)),
    "care": ("zhoumingyuan", "/care/", ()),
    "spreadsheets": ("shenjing", "/spreadsheets/", ()),
    "privacy-requests": ("shenjing", "/privacy/requests/", ()),
    "inventory": ("linxiaoyun", "/privacy/inventory/", ()),
    "looks": ("yanzhengqing", "/privacy/looks/", ()),
    "regulations": ("shenjing", "/regulations/", ()),
    "parameter": ("shenjing", "/regulations/numbers/meetings.branch_congress_per_quarter/", ()),
    "board-branch": ("zhoumingyuan", "/figures/", ()),
    "board-town": ("shenjing", "/figures/", ()),
    "board-past": ("guwenbo", "/figures/?known_on=2026-01-31", ()),
    "figure": ("shenjing", "/figures/", ("509",)),
    "figure-ratio": ("shenjing", "/figures/", ("任务按进度推进率",)),
    "figure-index": ("zhoumingyuan", "/figures/", ("怎样算",)),
    "figure-rows": ("zhoumingyuan", "/figures/", ("43", "看名单")),
    "figure-table": ("shenjing", "/figures/", ("下级对照表",)),
    "figure-list": ("shenjing", "/figures/list/", ()),
    "record": ("yanzhengqing", "/record/", ()),
    "summaries": ("shenjing", "/reports/", ()),
    "summary": ("shenjing", "/reports/", ("云桥镇",)),
    "summary-changes": ("shenjing", "/reports/", ("云桥镇", "人工改动清单")),
    "summary-template": ("shenjing", "/reports/templates/new/bulletin/", ()),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_main_page_is_fit_for_everybody_in_every_look_and_width(visit, axe, no_sideways_scroll, shoot, name):
    login, path, links = PAGES[name]
    page = visit(login, path)
    for words in links:
        press(page.locator("main"), words)
    address = page.url
    found = []
    for look in LOOKS:
        page.context.add_cookies([{"name": "look", "value": look, "url": address}])
        assert page.goto(address).status == 200
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{look} {width} {violation}" for violation in axe(page)]
            no_sideways_scroll(page)
            shoot(page, f"{name}-{width}-{look or 'normal'}")
        page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        no_sideways_scroll(page)
    assert found == [], "\n" + "\n".join(found)
