"""What the gallery shows: invented rows, and one form with every kind of field."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django import forms

ON = date(2026, 11, 21)
NAMES = ("梧桐", "望江", "青石", "柳岸", "同安", "春晓", "前进", "白鹭", "桂香", "松涛", "长宁", "新桥", "云霞")
VILLAGES = [(str(n), f"{name}居民区") for n, name in enumerate(NAMES)]

ENTRIES = [
    (datetime(2026, 11, 21, 8, 20, tzinfo=UTC), "沈静（云桥镇 党建办）", "催办了一次", "#history"),
    (
        datetime(2026, 11, 12, 1, 5, tzinfo=UTC),
        "周明远（梧桐居民区党总支 书记）",
        "报告进展：走访 36 家，还差 4 家",
        "",
    ),
    (datetime(2026, 11, 2, 6, 0, tzinfo=UTC), "沈静（云桥镇 党建办）", "下达任务", ""),
]
PIECES = [
    ("依托社区党校开展班长工程，", "", ""),
    ("居村党组织书记每年培训不少于 56 学时", "7", "on"),
    ("，", "", ""),
    ("至少参加 1 次集中培训", "8", ""),
    ("。对新任党务干部，", "", ""),
    ("年内安排 1 次专项辅导", "9", "ask"),
    ("。", "", ""),
]


class GalleryForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="活动名称", max_length=40, help_text="写清楚做什么，四十个字以内。")
    on = forms.DateField(label="哪一天", widget=forms.DateInput)
    people = forms.IntegerField(label="到了多少人", min_value=1, required=False)
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), ("study", "集中学习"), ("visit", "走访慰问")])
    way = forms.ChoiceField(label="怎样开", choices=[("room", "在会议室"), ("line", "视频")], widget=forms.RadioSelect)
    places = forms.MultipleChoiceField(label="哪些居民区参加", choices=VILLAGES, widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label="经过和结果", widget=forms.Textarea, required=False)
    paper = forms.FileField(label="签到表", required=False, help_text="照片或扫描件，二十兆以内。")
    agreed = forms.BooleanField(label="内容已经和书记核对过")
    version = forms.IntegerField(widget=forms.HiddenInput, initial=3)


def gallery_context(query: Mapping[str, str]) -> dict[str, Any]:
    """The context of ui/gallery.html; `?wrong=1` shows the form with its mistakes."""
    wrong = GalleryForm({"title": "", "kind": "", "people": "0", "version": "3"})
    return {
        "form": wrong if query.get("wrong") else GalleryForm(initial={"on": ON}),
        "on": ON,
        "days": [date(2026, 11, 18), date(2026, 11, 25), date(2026, 11, 28), date(2027, 1, 31)],
        "rows": [("云桥镇", 412, 396, "+1.2"), ("临江街道", 388, 361, "+0.4"), ("三林塘镇", 455, 409, "−0.8")],
        "shares": [("已完成", 86, "done"), ("进行中", 31, "doing"), ("逾期", 4, "late"), ("未开始", 9, "todo")],
        "entries": ENTRIES,
        "pieces": PIECES,
        "stale_rows": [
            ("要做什么", "对新任党务干部开展一次专项辅导，由镇党校组织。", "对新任党务干部，年内安排 1 次专项辅导")
        ],
    }
