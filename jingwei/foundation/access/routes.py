"""What a route needs, declared on its view: `@access(get="plan.see", post="plan.edit")`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .actor import Actor
from .grants import must_exist
from .marks import mark

View = Callable[..., Any]


@dataclass(frozen=True)
class Need:
    """What one method of a route asks of who enters: a permission, a login, or nothing — the last two with a reason."""

    kind: str  # "permission" | "signed_in" | "public"
    permission: str = ""
    reason: str = ""

    def met_by(self, actor: Actor | None, signed_in: bool) -> bool:
        if self.kind == "public":
            return True
        if self.kind == "signed_in":
            return signed_in
        return actor is not None and actor.may_anywhere(self.permission)

    def __str__(self) -> str:
        return self.permission or self.kind


class Access:
    """The decorator. A method that is not named is refused with 405, a view without it with 403."""

    def __call__(self, **methods: str) -> Callable[[View], View]:
        return self._declare({m.upper(): Need("permission", must_exist(p)) for m, p in methods.items()})

    def public(self, reason: str) -> Callable[[View], View]:
        """Anybody may enter; `reason` says why."""
        return self._open("public", reason)

    def signed_in(self, reason: str) -> Callable[[View], View]:
        """Anybody with a login may enter; `reason` says why no permission is asked."""
        return self._open("signed_in", reason)

    def _open(self, kind: str, reason: str) -> Callable[[View], View]:
        if not reason:
            raise ValueError("an open route needs a reason")
        return self._declare({method: Need(kind, reason=reason) for method in ("GET", "POST")})

    @staticmethod
    def _declare(needs: Mapping[str, Need]) -> Callable[[View], View]:
        return mark("access", needs)


access = Access()


def needs_of(view: View) -> Mapping[str, Need]:
    """Method → need; empty for a view that declares nothing."""
    return getattr(view, "access", {})


def need_for(view: View, method: str | None) -> Need | None:
    """The need of one method; HEAD is GET, OPTIONS is GET."""
    name = "GET" if method in ("HEAD", "OPTIONS") else str(method)
    return needs_of(view).get(name)
