"""What stands above every page: who one is, where one can go, how the page looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest

from .addresses import known_url, url

LOOKS = {"elder": "长辈版", "contrast": "高对比"}
COOKIE = "look"


@dataclass(frozen=True)
class Entry:
    """A link of a menu. `current` is the value of aria-current: "page", "true" for a page below it, or ""."""

    title: str
    href: str
    current: str = ""


@dataclass(frozen=True)
class Switch:
    """A link that turns one look on or off."""

    title: str
    href: str
    on: bool


@dataclass(frozen=True)
class Header:
    """All that the frame of a page needs of the request. `who` tells drafts of several people on one machine apart."""

    signed_in: bool
    person: str
    who: str
    title: str
    post_id: int | None
    posts: Sequence[Any]
    menu: list[Entry]
    rooms: list[Entry]
    account: list[Entry]
    looks: str
    switches: list[Switch]
    here: str


def header(request: HttpRequest | None) -> Header:
    """The header as this person sees it on this page; without a request (a failing server), that of a visitor."""
    user = getattr(request, "user", None)
    signed_in = bool(user is not None and user.is_authenticated)
    actor = getattr(request, "actor", None)
    here = address_of(request)
    looks = looks_of(request)
    return Header(
        signed_in=signed_in,
        person=(user.get_full_name() or user.get_username()) if user is not None and signed_in else "",
        who=str(user.pk) if user is not None and signed_in else "",
        title=actor.title if actor is not None else "",
        post_id=actor.post_id if actor is not None else None,
        posts=list(getattr(request, "posts", None) or ()) if signed_in else [],
        menu=menu(actor, request.path if request is not None else ""),
        rooms=rooms(actor, request.path if request is not None else ""),
        account=account(actor) if signed_in else [],
        looks=" ".join(looks),
        switches=[switch(look, looks, here) for look in LOOKS] if request is not None else [],
        here=here,
    )


def address_of(request: HttpRequest | None) -> str:
    """Where to come back to: the address of this page, without a number that should not stand in it."""
    if request is None:
        return "/"
    misplaced = getattr(getattr(request, "box", None), "misplaced", False)
    return request.path if misplaced else request.get_full_path()


def menu(actor: Any, path: str) -> list[Entry]:
    """The words of settings.MENU that this actor may enter; the one to which the page belongs is marked."""
    found = words(actor)
    here = nearest([one for word in found for one in word.addresses], path)
    return [Entry(word.title, word.href, mark(word.href, here in word.addresses, path)) for word in found]


def rooms(actor: Any, path: str) -> list[Entry]:
    """The rooms under the word to which the page belongs, the page's own room marked; none for a single room."""
    found = words(actor)
    here = nearest([one for word in found for one in word.addresses], path)
    word = next((word for word in found if here in word.addresses), None)
    if word is None or len(word.rooms) < 2:
        return []
    return [Entry(room.title, room.href, mark(room.href, room.href == here, path)) for room in word.rooms]


@dataclass(frozen=True)
class Word:
    """A word of the menu with the rooms under it."""

    title: str
    href: str
    rooms: list[Entry]

    @property
    def addresses(self) -> list[str]:
        return [self.href, *(room.href for room in self.rooms)]


def words(actor: Any) -> list[Word]:
    """The words of settings.MENU that this actor may enter, each with the rooms that the actor may enter."""
    return [
        Word(title, href, doors(further, actor))
        for title, name, need, *further in settings.MENU
        if may(actor, need) and (href := known_url(name))
    ]


def nearest(addresses: list[str], path: str) -> str | None:
    """The longest of the addresses at or above a page."""
    return max((one for one in addresses if lies_below(path, one)), key=len, default=None)


def doors(listed: Sequence[Any], actor: Any) -> list[Entry]:
    """Those of (title, route, permission) that this actor may enter."""
    return [Entry(title, href) for title, name, need in listed if may(actor, need) and (href := known_url(name))]


def account(actor: Any) -> list[Entry]:
    """What stands under one's own name."""
    return doors(settings.ACCOUNT_MENU, actor)


def lies_below(path: str, href: str) -> bool:
    """Whether a page is the one of a link or stands under it; the home page has no others under it."""
    return path == href or (href != "/" and path.startswith(href))


def may(actor: Any, need: str | None) -> bool:
    """Whether an entry is shown: to everybody, or to who holds the permission through the post acted in."""
    return not need or (actor is not None and actor.may_anywhere(need))


def mark(href: str, holds: bool, path: str) -> str:
    """The value of aria-current for one entry."""
    if not holds:
        return ""
    return "page" if href == path else "true"


def looks_of(request: HttpRequest | None) -> list[str]:
    """The looks that the cookie asks for, in a fixed order; anything else in it is ignored."""
    asked = request.COOKIES.get(COOKIE, "").split() if request is not None else []
    return [look for look in LOOKS if look in asked]


def switch(look: str, looks: list[str], here: str) -> Switch:
    """The link that changes one look and comes back to this page."""
    on = look in looks
    query = urlencode({"change": look, "to": "off" if on else "on", "next": here})
    return Switch(LOOKS[look], f"{url('ui:look')}?{query}", on)
