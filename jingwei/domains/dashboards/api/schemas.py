"""What the interface answers. People read the descriptions: they stand in the OpenAPI document and on its page."""

from datetime import date, datetime
from typing import Literal

from ninja import Field, Schema


class CutOf(Schema):
    key: str = Field(description="分组的代号")
    title: str = Field(description="分组的名称")


class PartOf(Schema):
    figure: str = Field(description="指标的代号")
    cut: str = Field(description="只算一个分组里的一项时，是分组的代号；否则为空")
    value: str = Field(description="那一项的代号")


class Definition(Schema):
    key: str = Field(description="代号")
    title: str = Field(description="名称")
    unit: str = Field(description="单位")
    definition: str = Field(description="怎样算")
    basis: str = Field(description="依据，没有时为空")


class FigureOf(Definition):
    by_month: bool = Field(description="是否按月统计发生的事；否则统计当时存在的")
    counts_people: bool = Field(description="统计的是不是人")
    cuts: list[CutOf] = Field(description="可以怎样分组")


class RatioOf(Definition):
    top: list[PartOf] = Field(description="分子，几项相加")
    bottom: list[PartOf] = Field(description="分母，几项相加")
    better: Literal["high", "low", ""] = Field(description="高好（high）、低好（low），或者不分好坏（空）")


class Weight(Schema):
    ratio: str = Field(description="比率的代号")
    weight: int = Field(description="权重，合计 100")


class IndexOf(Definition):
    parts: list[Weight] = Field(description="由哪些比率合成")


class Catalogue(Schema):
    """所有定义"""

    figures: list[FigureOf] = Field(description="指标")
    ratios: list[RatioOf] = Field(description="比率：分子、分母逐级相加再相除，从不把下级的比率平均")
    indices: list[IndexOf] = Field(description="指数：几个比率按权重合成，各部分都列出")


class Row(Schema):
    node: int = Field(description="组织的编号")
    name: str = Field(description="组织的名称")
    level: str = Field(description="组织的层级")
    relation: Literal["whole", "own", "below"] = Field(
        description="whole：本级和所有下级合计；own：只算直属本级的；below：一个直接下级和它的下级合计。"
        "own 与各个 below 相加等于 whole；按过去某一天取时没有 own"
    )


class FigureRow(Row):
    cut: str = Field(description="分组里一项的代号；不分组时为空")
    cut_title: str = Field(description="那一项的名称；不分组时为空")
    amount: int = Field(description="数量，精确的整数")


class RatioRow(Row):
    top: int = Field(description="分子")
    bottom: int = Field(description="分母")
    value: float | None = Field(description="比率；单位是 % 的已乘 100；分母是 0 时为空")
    few: bool = Field(description="分母太小，不宜据此评判")


class IndexPart(Schema):
    ratio: str = Field(description="比率的代号")
    title: str = Field(description="比率的名称")
    weight: int = Field(description="权重")
    top: int = Field(description="分子")
    bottom: int = Field(description="分母")
    value: float | None = Field(description="比率；分母是 0 时为空，它的权重由其他部分分担")


class IndexRow(Row):
    value: float | None = Field(description="指数，0 到 100；各部分都没有分母时为空")
    parts: list[IndexPart] = Field(description="各部分")


class Period(Schema):
    first: str = Field(description="第一个月，如 2026-09")
    last: str = Field(description="最后一个月，如 2026-11")


class Numbers(Definition):
    """一个指标、比率或指数的数"""

    kind: Literal["figure", "ratio", "index"] = Field(description="指标、比率还是指数")
    cut: str = Field(description="分组的代号；不分组时为空")
    period: Period | None = Field(description="统计哪几个月；不按月统计的为空")
    known_on: date | None = Field(description="按哪一天结束时已掌握的情况；为空是现在")
    as_of: datetime = Field(description="到这一刻为止的变动都已算进去")
    rows: list[FigureRow] | list[RatioRow] | list[IndexRow] = Field(description="各行，按组织树的顺序，不按大小排")


class Problem(Schema):
    """说明为什么没有给出来"""

    type: str
    title: str = Field(description="什么问题")
    status: int = Field(description="与应答的状态码相同")
    detail: str = Field(description="怎么办")
