"""Draws a piece of template for a test, and finds elements in what was drawn."""

from typing import Any

from django.template import engines
from django.test import RequestFactory
from lxml import html

PARTS = '{% import "ui/parts.html" as ui %}'


def draw(source: str, **context: Any) -> html.HtmlElement:
    """The piece as an element tree under one <div>."""
    request = context.pop("request", None) or RequestFactory().get("/somewhere/?q=%E8%B5%B0%E8%AE%BF")
    text = engines["jinja2"].from_string(PARTS + source).render({"request": request, **context})
    return html.fragment_fromstring(text, create_parent="div")


def text(element: html.HtmlElement) -> str:
    """The words of an element with single spaces."""
    return " ".join(element.text_content().split())


def texts(tree: html.HtmlElement, selector: str) -> list[str]:
    """The words of each element that fits a CSS class ".name" or a tag."""
    name = selector[1:]
    path = f"//*[contains(concat(' ', @class, ' '), ' {name} ')]" if selector.startswith(".") else f"//{selector}"
    return [text(found) for found in tree.xpath(path)]
