"""The closed lists of this room."""

from django.db import models


class RequestKind(models.TextChoices):
    """What a person may ask about own data (个人信息保护法 第十五条、第四十五条至第四十八条)."""

    COPY = "copy", "查阅、复制"
    CORRECT = "correct", "更正"
    ADD = "add", "补充"
    DELETE = "delete", "删除"
    WITHDRAW = "withdraw", "撤回同意"
    EXPLAIN = "explain", "解释说明"


ARTICLES = {
    RequestKind.COPY: "personal-information-law-2021, 第四十五条",
    RequestKind.CORRECT: "personal-information-law-2021, 第四十六条",
    RequestKind.ADD: "personal-information-law-2021, 第四十六条",
    RequestKind.DELETE: "personal-information-law-2021, 第四十七条",
    RequestKind.WITHDRAW: "personal-information-law-2021, 第十五条",
    RequestKind.EXPLAIN: "personal-information-law-2021, 第四十八条",
}
# Which of them are about one column, which are done by the decision itself.
ABOUT_A_COLUMN = frozenset({RequestKind.CORRECT, RequestKind.ADD, RequestKind.DELETE, RequestKind.WITHDRAW})
LETTING_GO = frozenset({RequestKind.DELETE, RequestKind.WITHDRAW})
DONE_BY_DECISION = LETTING_GO | {RequestKind.EXPLAIN}
