"""The two indices (F4): composites whose parts are always open to view. The weights are house practice."""

from jingwei.kernels.figures.declaring import Index, declare

declare(
    Index(
        "indices.organization",
        "组织建设指数",
        "五个比率按权重相加，满分 100：支部书记有没有到位、换届是不是按期、支部规模合不合适、"
        "应当覆盖的单位有没有组织覆盖和有效覆盖。"
        "只和本单位过去比，不用来给单位排名。",
        (
            ("organizations.secretary_share", 25),
            ("terms.in_order_share", 25),
            ("organizations.sized_share", 20),
            ("coverage.organized_share", 15),
            ("coverage.worked_share", 15),
        ),
    )
)
declare(
    Index(
        "indices.work",
        "工作落实指数",
        "五个比率按权重相加，满分 100：任务有没有按进度推进和完成、督办单有没有按时办理、整改有没有按时办理、"
        "社区填报有没有超额。"
        "给社区加码会拉低指数。只和本单位过去比，不用来给单位排名。",
        (
            ("tasks.on_schedule_share", 30),
            ("tasks.done_share", 20),
            ("notices.in_order_share", 20),
            ("health.in_order_share", 15),
            ("burden.within_share", 15),
        ),
    )
)
