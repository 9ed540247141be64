"""A small vocabulary to read templates by."""

from jingwei.domains.reports.rules.drafting import Counted
from jingwei.domains.reports.rules.meaning import Meaning
from jingwei.domains.reports.rules.vocabulary import Known, KnownCut, Vocabulary

GENDER = KnownCut("gender", "性别", {"男": "1", "女": "2"})
HEAD = KnownCut("head", "书记", {"有书记": "yes", "没有书记": "no"})
FATHER = KnownCut("parent", "父母", {"男": "f", "女": "m"})
PLACE = KnownCut("place", "籍贯", {}, closed=False)

MEMBERS = Known("members", "党员", "名", cuts=(GENDER, PLACE))
BRANCHES = Known("branches", "党支部", "个", counts="党支部", cuts=(HEAD,))
TASKS = Known("tasks", "完成任务", "项", happens=True)
PARENTS = Known("parents", "家长", "人", cuts=(GENDER, FATHER))
WOMEN = Known("women", "女党员占比", "%", is_ratio=True)
TIMELY = Known("timely", "按期完成率", "%", is_ratio=True, happens=True)

VOCABULARY = Vocabulary([MEMBERS, BRANCHES, TASKS, PARENTS, WOMEN, TIMELY])


def counted(words: str, *, says: bool = True, amount: int = 1, meant: Meaning | None = None) -> Counted:
    """A number ready to be written."""
    return Counted(meant or Meaning(MEMBERS), "", "", amount, None, words, says)
