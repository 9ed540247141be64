"""What a report of an error tells: where it happened, and nothing that anybody typed or that the program held. Also on
a developer's page: a plain value may stand in any form, address, cookie, variable or message."""

import re
from types import FrameType
from typing import Any

from django.http import HttpRequest, QueryDict
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

HIDDEN = "（不显示）"
SHOWN = {"REQUEST_METHOD", "PATH_INFO", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "CONTENT_TYPE"}
NUMBER = re.compile(r"\d{6,}[Xx]?")


class Kind(str):
    """What a variable is, shown without quotes."""

    def __repr__(self) -> str:
        return f"<{self}>"


class Covering(SafeExceptionReporterFilter):
    """Names stay, values do not."""

    def get_safe_request_meta(self, request: HttpRequest | None) -> dict[str, Any]:
        meta = request.META if request is not None else {}
        return {name: value for name, value in meta.items() if name in SHOWN}

    def get_safe_cookies(self, request: HttpRequest | None) -> dict[str, Any]:
        return dict.fromkeys(request.COOKIES if request is not None else (), HIDDEN)

    def get_post_parameters(self, request: HttpRequest | None) -> Any:
        covered = QueryDict(mutable=True)
        for name in request.POST if request is not None else ():
            covered[name] = HIDDEN
        return covered

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: FrameType) -> Any:
        """The names of the variables, and of what kind they are."""
        return [(name, Kind(type(value).__name__)) for name, value in tb_frame.f_locals.items()]


class Report(ExceptionReporter):
    """The report itself: the address without its query, a message without the numbers in it."""

    def get_traceback_data(self) -> dict[str, Any]:
        told: dict[str, Any] = super().get_traceback_data()
        told["exception_value"] = NUMBER.sub(HIDDEN, told.get("exception_value", ""))
        for frame in told["frames"]:
            frame["exc_cause"] = NUMBER.sub(HIDDEN, str(frame["exc_cause"])) if frame.get("exc_cause") else None
        if self.request is not None:
            told["request_GET_items"] = [(name, HIDDEN) for name in self.request.GET]
            told["request_insecure_uri"] = self.request.path
        return told
