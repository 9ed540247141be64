"""System check: every blank of our own templates is answered by a figure."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .selectors.templates import mistakes_in, ours


@register
def our_templates_have_no_mistakes(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """E040, one for each mistake, in the words that a person who writes a template reads."""
    return [
        Error(f"{template.key}.txt: {mistake}", id="jingwei.E040")
        for template in ours()
        for mistake in mistakes_in(template.text)
    ]
