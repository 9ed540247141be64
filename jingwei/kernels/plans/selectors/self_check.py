"""The self-check for filing (减负自查表): what the rules on formalism forbid, and how the product keeps each."""

from dataclasses import dataclass
from datetime import date

from jingwei.regulations.library import Clause, clauses

from .burden import ledger

# How each clause is kept, in words for the sheet that is filed.
KEPT = {
    "check_in": "没有打卡功能；会议签到只为写记录方便，书记可以直接勾选名单。下达任务时提出打卡要求会被退回。",
    "points_ranking": "没有积分排名和人员排名；单位只与自己的过去相比。",
    "online_time": "不记录、不统计在线时长和活跃度。",
    "install_rate": "网页打开即用，不统计安装、注册、登录比例。",
    "forced_install": "不需要下载安装。",
    "forced_login": "没有任何定期登录的要求，到期事项只提醒、不催登录。",
    "forced_photos_or_tracks": "照片等佐证材料一律选填，上传后去掉位置信息；不采集行动轨迹。",
    "repeated_forms": "系统已有的内容不能再设为填报项；同一内容已有单位在收的，不能再收。",
    "app_as_assessment": "任务进展来自工作记录，不以截图、留痕作为考核依据。",
    "likes_as_assessment": "没有点赞、转发、投票功能。",
    "instant_reply": "督办回复按工作日给期限，不要求即时响应。",
    "business_activity": "没有经营性内容。",
    "county_level_and_above": "由县级以上部署，镇街和社区只是使用单位。",
    "filing": "本表可打印后随备案材料报送；页脚有投诉建议入口。",
}


@dataclass(frozen=True)
class Line:
    """One clause and how it is kept; `is_kept` is False while something in force breaks it."""

    clause: Clause
    kept: str
    is_kept: bool


def checklist(*, on: date) -> list[Line]:
    """Every clause against formalism, in the order of the library."""
    repeated = any(row.load.asked_twice for row in ledger(on.year, on.month))
    found = [c for c in clauses().values() if c.area == "formalism"]
    broken = {"formalism.repeated_forms"} if repeated else set()
    return [Line(c, KEPT.get(c.key.partition(".")[2], ""), c.key not in broken) for c in found]
