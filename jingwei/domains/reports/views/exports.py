"""A report as a Word file. A side door: it gives out the rows of its selector, no more."""

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.ui.downloads import download

from .. import exports
from ..selectors.reports import reports
from .reports import report_for

side_door("reports:word", of=reports)


@access(get="report.see")
def word(request, pk):
    """The paper; with ?changes=1 for the reviewer, the list of what was changed by hand at its end."""
    report, for_review = report_for(request, pk), request.GET.get("changes") == "1"
    name = f"{report.title}{'（送审稿）' if for_review else ''}.docx"
    return download(exports.report_word(report, with_changes=for_review), name)
