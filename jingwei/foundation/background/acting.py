"""A task that goes on for a person acts as that person, through the same post: no more than the person may."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.reach import reaching


@contextmanager
def as_actor(post_id: int) -> Iterator[Actor]:
    """Run the block with the actor and the reach of a post. Raises PermissionDenied when the post has ended or its
    holder cannot sign in any more. The post is read by settings.ACTOR_READER, which stands above this storey."""
    actor: Actor | None = import_string(settings.ACTOR_READER)(post_id)
    if actor is None:
        raise PermissionDenied("the post has ended")
    with reaching(actor.reach()):
        yield actor
