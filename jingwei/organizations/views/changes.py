"""Pages with one form each: what can be done to an organization, its posts, its responsibilities and its units."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform

from ..actions import describing, posts, reorganising, units
from ..forms import describing as describing_forms
from ..forms import posts as post_forms
from ..forms import reorganising as forms
from ..forms import units as unit_forms
from ..selectors import rows


def change(act, form_class, found=rows.organizations):
    """A page with one form: `act` on a row of `found`, then the page of the organization."""

    @access(get=act.permission, post=act.permission)
    def view(request, pk):
        subject = get_object_or_404(found(), pk=pk)
        request.actor.must(act.permission, subject.place())
        form = form_class(request.POST or None, subject=subject, actor=request.actor)
        if request.method == "POST" and (result := perform(request, form, act, subject)):
            messages.success(request, form.done)
            return redirect("organizations:organization", form.landing(result).pk)
        return page(request, "organizations/change.html", form=form, subject=subject)

    return view


def open_posts():
    return rows.open_posts(on=today())


establishment = change(reorganising.establish, forms.EstablishForm)
name = change(reorganising.rename, forms.RenameForm)
place = change(reorganising.move, forms.MoveForm)
merger = change(reorganising.merge, forms.MergeForm)
division = change(reorganising.split, forms.SplitForm)
revocation = change(reorganising.revoke, forms.RevokeForm)
appointment = change(posts.appoint, post_forms.AppointForm)
departure = change(posts.end_post, post_forms.EndPostForm, open_posts)
term = change(posts.start_term, post_forms.TermForm)
community_kind = change(describing.set_community_kind, describing_forms.CommunityKindForm)
new_responsibility = change(posts.add_responsibility, post_forms.ResponsibilityForm)
responsibility = change(posts.edit_responsibility, post_forms.EditResponsibilityForm, rows.responsibilities)
new_unit = change(units.add_unit, unit_forms.UnitForm)
unit = change(units.edit_unit, unit_forms.EditUnitForm, rows.units)


@access(post="organization.amend")
def responsibility_removal(request, pk):
    subject = get_object_or_404(rows.responsibilities(), pk=pk)
    organization = subject.organization
    if perform(request, Press(request.POST), posts.drop_responsibility, subject):
        messages.success(request, "已从责任清单中删除。")
    return redirect("organizations:organization", organization.pk)
