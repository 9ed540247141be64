"""The closed lists of this room. The codes of national standards stand in codes.yaml; the others are those of Party
statistics, or ours where the field has none (see docs/glossary.md)."""

from django.db import models


class Standing(models.TextChoices):
    """How a membership stands. What ends it is in GONE."""

    NORMAL = "normal", "正常"
    FLOATING = "floating", "流动（流出）"
    ABROAD = "abroad", "出国（境）保留组织关系"
    LOST = "lost", "失联查找中"
    SUSPENDED = "suspended", "停止党籍"
    ON_PROBATION = "on_probation", "留党察看"
    RIGHTS_SUSPENDED = "rights_off", "权利中止"
    TRANSFERRED = "transferred", "已转出"
    RESIGNED = "resigned", "退党"
    REMOVED = "removed", "除名"
    EXPELLED = "expelled", "开除党籍"
    CANCELLED = "cancelled", "取消预备党员资格"
    DECEASED = "deceased", "去世"


GONE = frozenset(
    {
        Standing.TRANSFERRED,
        Standing.RESIGNED,
        Standing.REMOVED,
        Standing.EXPELLED,
        Standing.CANCELLED,
        Standing.DECEASED,
    }
)


class DuesBase(models.TextChoices):
    """From what a member's dues are reckoned (中组发〔2008〕3号)."""

    SALARY = "salary", "按月领取工资"
    ANNUAL = "annual", "实行年薪制"
    SELF_EMPLOYED = "self", "个体经营等无固定收入"
    RETIRED = "retired", "离退休"
    FARMER = "farmer", "农民"
    LOW_INCOME = "low", "学生、下岗失业、依靠抚恤或救济"
    UNKNOWN = "", "未登记"


class FactKind(models.TextChoices):
    """What is kept of a member with its days: which column of the member an older value belonged to."""

    ORGANIZATION = "organization", "所在支部"
    GROUP = "group", "党小组"
    STANDING = "standing", "党籍状态"
    FULL_ON = "full_on", "转正日期"
    NAME = "name", "姓名"
    GENDER = "gender", "性别"
    BORN_ON = "born_on", "出生日期"
    ETHNIC = "ethnic", "民族"
    EDUCATION = "education", "学历"
    OCCUPATION = "occupation", "职业"
    WORKPLACE = "workplace", "工作单位及职务"
    JOINED_ON = "joined_on", "入党日期"
    APPROVED_ON = "approved_on", "上级批准日期"
    DUES_BASE = "dues_base", "党费基数类别"
