"""Tables that leave: templates, exports, and the rows that were rejected."""

from io import BytesIO

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download

from ..outgoing import write_table
from ..registers import registers
from ..returning import rejected_workbook
from ..selectors import intakes
from .sending import register_called

for _key, _register in registers().items():
    if _register.is_frame:
        continue
    side_door(f"spreadsheets:export_{_key}", of=_register.rows, shows=_register.shows)
side_door("spreadsheets:errors", of=intakes.with_errors)


@access(get="spreadsheet.see")
def template(request, key):
    register = register_called(request, key, "see")
    target = BytesIO()
    write_table(target, register.table, offered=register.offered())
    return download(target.getvalue(), f"{register.title}名册模板.xlsx")


@access(get="spreadsheet.see")
def export(request, key):
    register = register_called(request, key, "see")
    target = BytesIO()
    write_table(target, register.table, register.exported(), offered=register.offered())
    return download(target.getvalue(), f"{register.title}名册{today():%Y%m%d}.xlsx")


@access(get="spreadsheet.see")
def errors(request, pk):
    intake = get_object_or_404(intakes.with_errors(), pk=pk)
    register = register_called(request, intake.register, "see")
    return download(rejected_workbook(intake, register), f"{register.title}名册有误的行{intake.pk}.xlsx")
