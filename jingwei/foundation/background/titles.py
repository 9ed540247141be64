"""What a task is called for people."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.module_loading import import_string
from django_tasks.base import Task

Function = TypeVar("Function", bound=Callable[..., Any])

UNNAMED = "后台事项"
_titles: dict[Callable[..., Any], str] = {}


def titled(title: str) -> Callable[[Function], Function]:
    """Give a task its title, below `@task()`: `@task()  @titled("导入表格")  def …`."""

    def mark(function: Function) -> Function:
        _titles[function] = title
        return function

    return mark


def task_at(path: str) -> "Task[Any, Any]":
    """The task at "package.module.name". Raises ImportError for what is none, such as one of an older release."""
    found = import_string(path)
    if not isinstance(found, Task):
        raise ImportError(f"{path} is no task")
    return found


def title_of(path: str) -> str:
    """The title of the task at a path; the same word for all that have none or are gone."""
    try:
        return _titles.get(task_at(path).func, UNNAMED)
    except ImportError:
        return UNNAMED
