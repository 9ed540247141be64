"""What the running code may see. Set once a request (or test, or command), read when SQL is compiled."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


class ReachNotSet(RuntimeError):
    """A scoped model was queried outside `within(...)`."""


@dataclass(frozen=True)
class Reach:
    """`subtrees`: paths seen with all below; `standing`: where the person stands (what those above publish is
    seen from there); `user_id`: whose own rows are seen; `unbounded`: everything."""

    subtrees: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    user_id: int | None = None
    unbounded: bool = False

    def __post_init__(self) -> None:
        if "" in (*self.subtrees, *self.standing):
            raise ValueError("a path is never empty: everything starts with it")


NOTHING = Reach()
_reach: ContextVar[Reach | None] = ContextVar("reach", default=None)


def current_reach() -> Reach:
    """The reach in force. Raises ReachNotSet when nobody set one."""
    reach = _reach.get()
    if reach is None:
        raise ReachNotSet("Wrap this query in `within(path)`.")
    return reach


@contextmanager
def reaching(reach: Reach) -> Iterator[None]:
    """Run the block under this reach."""
    token = _reach.set(reach)
    try:
        yield
    finally:
        _reach.reset(token)


def within(*paths: str, user_id: int | None = None) -> AbstractContextManager[None]:
    """Run the block as somebody who stands at `paths` and sees all below them."""
    return reaching(Reach(subtrees=paths, standing=paths, user_id=user_id))


def everywhere(*, reason: str) -> AbstractContextManager[None]:
    """The one way out of the scope. `reason` is for the reader, and listed by a test."""
    if not reason:
        raise ValueError("leaving the scope needs a reason")
    return reaching(Reach(unbounded=True))
