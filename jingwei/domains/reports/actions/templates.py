"""An office keeps templates of its own."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import Template
from ..selectors.templates import mistakes_in


@action("report.write", title="新建总结模板")
def keep(actor: Actor, here: Organization, /, *, kind: str, title: str, text: str) -> Template:
    """A template for the organization and those below. Raises Refused for a text with mistakes, and for a title that is
    taken."""
    made = Template(organization=here)
    return _written(made, kind, title, text)


@action("report.write", title="修改总结模板")
def rewrite(actor: Actor, template: Template, /, *, kind: str, title: str, text: str) -> Template:
    """The same of one that is there. Reports drafted from it stay as they are."""
    return _written(template, kind, title, text)


def _written(template: Template, kind: str, title: str, text: str) -> Template:
    if wrong := mistakes_in(text):
        raise Refused(str(wrong[0]), next_step="请按提示改好再保存。")
    same = Template.objects.filter(organization=template.organization, title=title).exclude(pk=template.pk)
    if same.exists():
        raise Refused(f"已经有叫“{title}”的模板。", next_step="请换一个名称。")
    template.kind, template.title, template.text = kind, title, text
    template.save()
    return template


@action("report.write", title="删除总结模板")
def remove(actor: Actor, template: Template, /) -> Organization:
    """Nobody drafts from it any more; reports drafted from it stay."""
    here: Organization = template.organization
    template.delete()
    return here
