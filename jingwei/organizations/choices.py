"""The closed lists of this room. Codes of Party organizations follow the national table (see docs/glossary.md)."""

from django.db import models


class Level(models.TextChoices):
    """Where in the four-level system an organization stands."""

    CITY = "city", "市"
    DISTRICT = "district", "区（县）"
    STREET = "street", "街道"
    TOWN = "town", "镇（乡）"
    COMMUNITY = "community", "社区（居民区）"
    VILLAGE = "village", "村"
    BRANCH = "branch", "支部"
    GROUP = "group", "党小组"
    DEPARTMENT = "department", "部门"
    UNIT = "unit", "单位"


GRASSROOTS = frozenset({Level.COMMUNITY, Level.VILLAGE})
AREAS = GRASSROOTS | {Level.CITY, Level.DISTRICT, Level.STREET, Level.TOWN}


class CommunityKind(models.TextChoices):
    """What sort of community it is, by which its work is guided (社区分类指导)."""

    TRADITIONAL = "traditional", "传统街坊社区"
    NEW = "new", "新建商品房社区"
    UNIT = "unit", "单位型社区"
    VILLAGE = "village", "村改居社区"


class ChangeKind(models.TextChoices):
    """What can happen to an organization."""

    ESTABLISH = "establish", "成立"
    RENAME = "rename", "更名"
    MOVE = "move", "划转"
    MERGE = "merge", "合并"
    SPLIT = "split", "拆分"
    REVOKE = "revoke", "撤销"


class UnitKind(models.TextChoices):
    """What a unit of an area is."""

    GOVERNMENT = "government", "机关"
    INSTITUTION = "institution", "事业单位"
    STATE_FIRM = "state_firm", "国有企业"
    PRIVATE_FIRM = "private_firm", "非公有制企业"
    SOCIAL = "social", "社会组织"
    SCHOOL = "school", "学校"
    HOSPITAL = "hospital", "医院"
    PROPERTY = "property", "物业企业"
    OWNERS = "owners", "业主委员会"
    MARKET = "market", "商圈市场"
    BUILDING = "building", "商务楼宇"
    PARK = "park", "园区"
    INTERNET = "internet", "互联网企业（平台）"
    SHOP = "shop", "沿街商户"


class WithoutCode(models.TextChoices):
    """Why a unit has no unified social credit code."""

    NO_LICENCE = "none", "无证照"
    PENDING = "pending", "证照办理中"
    NOT_A_BODY = "place", "不是法人或者其他组织（楼宇、市场等）"
    UNKNOWN = "", "还没有核实"


class Headcount(models.TextChoices):
    """How many people work in a unit, roughly: no more is needed to see whether it can have a branch."""

    FEW = "lt3", "不足3人"
    SMALL = "lt10", "3—9人"
    MIDDLING = "lt50", "10—49人"
    LARGE = "lt100", "50—99人"
    LARGER = "ge100", "100人以上"
    UNKNOWN = "", "还没有核实"


class AreaKind(models.TextChoices):
    """What a named area of a community, street or district is."""

    GRID = "grid", "网格"
    BUILDING = "building", "楼宇（居民楼）"
    BLOCK = "block", "商圈（街区）"
    CHAIN = "chain", "产业链"
    PARK = "park", "园区"
    MARKET = "market", "市场"
    SECTION = "section", "片区"


class PartyType(models.TextChoices):
    """Kind of Party organization; numeric codes are those of Party statistics, letters are ours and are mapped
    before anything is reported."""

    COMMITTEE = "611", "党委"
    PARTY_GROUP = "612", "党组"
    GENERAL_BRANCH = "621", "党总支部"
    BRANCH = "631", "党支部"
    JOINT_BRANCH = "632", "联合党支部"
    SMALL_GROUP = "641", "党小组"
    TEMPORARY_COMMITTEE = "911", "临时党委"
    TEMPORARY_GENERAL_BRANCH = "921", "临时党总支部"
    TEMPORARY_BRANCH = "931", "临时党支部"
    TEMPORARY_JOINT_BRANCH = "932", "临时联合党支部"
    WORKING_COMMITTEE = "DGW", "党工委"
    INDUSTRY_COMMITTEE = "HYDW", "行业党委"
    AREA_COMMITTEE = "DGWQ", "大工委（大党委）"
    FUNCTIONAL_BRANCH = "GNX", "功能型党支部"
    FLOATING_BRANCH = "LDDY", "流动党员党支部"
    RETIRED_BRANCH = "LT", "离退休党支部"
    NONE = "", "非党组织（部门、单位）"


BRANCHES = frozenset(
    {
        PartyType.BRANCH,
        PartyType.JOINT_BRANCH,
        PartyType.TEMPORARY_BRANCH,
        PartyType.TEMPORARY_JOINT_BRANCH,
        PartyType.FUNCTIONAL_BRANCH,
        PartyType.FLOATING_BRANCH,
        PartyType.RETIRED_BRANCH,
    }
)
# Those whose committee, or secretary where there is none, is elected for a term.
ELECTED = frozenset(
    {
        PartyType.COMMITTEE,
        PartyType.GENERAL_BRANCH,
        PartyType.BRANCH,
        PartyType.JOINT_BRANCH,
        PartyType.RETIRED_BRANCH,
    }
)
# Kinds of Party organization that a level is bound to; the other levels may be of any kind.
KINDS_OF: dict[str, frozenset[str]] = {Level.BRANCH: BRANCHES, Level.GROUP: frozenset({PartyType.SMALL_GROUP})}


class Duty(models.TextChoices):
    """What a person is in an organization (支部工作条例第二十条); the role in the program is another thing."""

    SECRETARY = "SJ", "书记"
    DEPUTY = "FSJ", "副书记"
    ORGANIZATION = "ZZWY", "组织委员"
    PUBLICITY = "XCWY", "宣传委员"
    DISCIPLINE = "JJWY", "纪检委员"
    OTHER = "QTWY", "其他委员"
    GROUP_HEAD = "XZZ", "党小组组长"
    PART_TIME = "JZWY", "兼职委员"
    STAFF = "GZRY", "工作人员"
    MEMBER = "DY", "党员"
    RESIDENT = "JM", "居民"
    ADMIN = "GLY", "管理员"


class ResponsibilityKind(models.TextChoices):
    """How an organization answers for something in the four-level system."""

    OVERALL = "overall", "总揽"
    FIRST = "first", "第一责任"
    DIRECT = "direct", "直接责任"
    CONCRETE = "concrete", "具体责任"
