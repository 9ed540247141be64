"""Looking up the member whom a record is about, and pages with several forms."""

from jingwei.foundation.ui.pages import page
from jingwei.members.selectors import members, search

MANY = 50


def chosen_from(request, template, **context):
    """A page with a box that finds members; a small branch is listed whole."""
    words, misplaced = request.box.words, request.box.misplaced
    found = search(words, at=request.actor.path) if words or misplaced else members()
    return page(request, template, found=list(found[: MANY + 1]), many=MANY, words=words, **context)


def kept(form, *fresh):
    """The fresh forms of a page; in place of the one of the same kind, the form that was sent and refused."""
    return [form if type(form) is type(one) else one for one in fresh]
