"""A box in which one looks for people, also by a number of theirs: the number never gets into an address, which a
browser, a proxy and a log would keep."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from jingwei.foundation.access.marks import key_not_needed

NOT_TYPED = {"csrfmiddlewaretoken", "request_key"}
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Box:
    """What is looked up. `misplaced`: a number stood in the address; it is not looked up, and `words` are empty."""

    words: str = ""
    misplaced: bool = False


def box(is_secret: Callable[[str], bool]) -> Callable[[View], View]:
    """The view answers a box `q` drawn by ui.people_box, and reads `request.box`. The box is sent as POST: words that
    may stand in an address lead on to it, a number is answered at once and the answer is not kept."""

    def declare(view: View) -> View:
        @wraps(view)
        def answer(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            sent = request.method == "POST"
            words = (request.POST if sent else request.GET).get("q", "").strip()
            secret = is_secret(words)
            if sent and not secret:
                return redirect(_address(request))
            misplaced = secret and not sent
            request.box = Box("" if misplaced else words, misplaced)
            response = view(request, *args, **kwargs)
            if secret:
                response["Cache-Control"] = "private, no-store"
            return response

        return key_not_needed("it only reads, and what was typed is kept nowhere")(answer)

    return declare


def _address(request: HttpRequest) -> str:
    sent = {name: str(text) for name, text in request.POST.items() if name not in NOT_TYPED}
    typed = {name: text for name, text in sent.items() if text.strip()}
    return f"{request.path}?{urlencode(typed)}" if typed else request.path
