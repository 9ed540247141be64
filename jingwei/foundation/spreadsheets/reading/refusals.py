"""What the user is told when a file cannot be read."""

from typing import Any

from jingwei.foundation.documents.errors import Unreadable

_RESAVE = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”后再上传。"
_SPLIT = "请拆成几个文件，分别上传。"
_NOT_A_TABLE = "请上传 .xlsx、.xls 或 .csv 格式的表格。"
_DANGER = "请确认文件来源；把需要的内容复制到新的表格里，另存后再上传。"

_WORDS = {
    "empty": ("这个文件是空的。", "请确认选对了文件。"),
    "large": ("文件太大，超过了 {megabytes} MB。", f"请删去图片等无关内容；{_SPLIT}"),
    "broken": ("文件已损坏，打不开。", "请用 Excel 或 WPS 打开它，另存一份后再上传。"),
    "bomb": ("文件解开后大得不正常，为安全起见没有读取。", _DANGER),
    "nested": ("表格里还夹着压缩包，为安全起见没有读取。", _DANGER),
    "embedded": ("表格里嵌入了别的文件，为安全起见没有读取。", "请删去嵌入的文件，另存后再上传。"),
    "macros": ("表格里带有宏，为安全起见没有读取。", _RESAVE),
    "links": (
        "表格引用了别的文件里的数据，为安全起见没有读取。",
        "请在 Excel 的“数据—编辑链接”里断开链接，或复制后“选择性粘贴—数值”到新的表格里，再上传。",
    ),
    "password": ("这个文件设了密码，读不了。", "请去掉密码，另存后再上传。"),
    "memory": ("表格太大，没有读完。", f"请删去空白的行列和无关的工作表；{_SPLIT}"),
    "time": ("读取用时太长，没有读完。", f"请删去空白的行列和无关的工作表；{_SPLIT}"),
    "cells": ("表格太大，超过了 {cells} 万个单元格。", f"请删去空白的行列和无关的工作表；{_SPLIT}"),
    "rows": ("表格超过了 {rows} 行。", _SPLIT),
    "sheets": ("工作表超过了 {sheets} 张。", "请只留下要导入的那一张，再上传。"),
    "encoding": ("认不出文件里的文字。", f"它可能不是表格，或用了少见的文字编码。{_RESAVE}"),
    "quotes": ("文件里的引号不成对，分不清各列。", _RESAVE),
    "pdf": ("这是 PDF 文件，不是表格。", _NOT_A_TABLE),
    "picture": ("这是一张图片，不是表格。", _NOT_A_TABLE),
    "packed": ("这是一个压缩包。", "请先解压，再上传里面的表格。"),
    "zip": ("这是一个压缩包，不是表格。", "请先解压，再上传里面的表格。"),
    "word": ("这是 Word 文件，不是表格。", "请把表格复制到 Excel 里，另存为 .xlsx 后再上传。"),
    "slides": ("这是演示文稿，不是表格。", _NOT_A_TABLE),
    "ods": ("暂时读不了 .ods 表格。", _RESAVE),
    "xlsb": ("暂时读不了 .xlsb 表格。", _RESAVE),
    "web_page": ("这个文件其实是网页，只是名字像表格。", _RESAVE),
    "old_xml": ("这是旧式的 XML 表格，暂时读不了。", _RESAVE),
    "no_sheet": ("文件里没有看得见的工作表。", "请取消隐藏要导入的工作表，再上传。"),
    "no_heading": (
        "没有找到表头：前 20 行里没有一行像“{columns}”这样的标题。",
        "请下载模板对照，把各列的标题写在数据上面的一行。",
    ),
    "missing": ("缺少必须有的列：{columns}。", "请补上这些列，或下载模板后把内容粘贴进去。"),
    "twice": ("有两列是同一个意思：{columns}。", "请删去一列，或改成别的标题，再上传。"),
    "ambiguous": ("{sheets}都像要导入的表，分不清用哪一张。", "请删去其余的工作表，另存后再上传。"),
    "chosen": ("没有叫“{sheet}”的工作表。", "请重新选择。"),
    "no_rows": ("表头下面没有内容。", "请填好内容后再上传。"),
    "unreckoned": (
        "单元格 {place} 的公式没有算出结果。",
        "请用 Excel 或 WPS 打开它，保存一次后再上传；或把公式换成结果。",
    ),
    "other_table": (
        "这个文件是“{found}”的表格，不是“{wanted}”的。",
        "请在“{found}”的导入里上传，或下载“{wanted}”的模板。",
    ),
}


def refused(code: str, **details: Any) -> Unreadable:
    """The refusal with its words."""
    message, next_step = _WORDS.get(code, _WORDS["broken"])
    return Unreadable(message.format(**details), next_step.format(**details))
