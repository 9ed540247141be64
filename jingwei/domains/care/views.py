"""The pages of this room."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.secrets.forms import LookForm
from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.foundation.ui.boxes import box
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.foundation.ui.plain import shown_once
from jingwei.members.rules.typed import holds_number
from jingwei.members.selectors import search
from jingwei.organizations.selectors import organizations

from . import actions, exports
from .choices import VisitKind
from .forms import StrikeForm, VisitForm, YearForm
from .rules import cutoff_of
from .selectors import medals as found
from .selectors import people

side_door("care:medals_workbook", of=found.medals, shows=lambda medal: medal.member.name)


def here_of(request):
    """The organization asked for, else the actor's own."""
    asked = request.GET.get("at", "")
    return get_object_or_404(organizations(), **({"pk": asked} if asked.isdecimal() else {"path": request.actor.path}))


@access(get="care.see")
def care(request):
    """The political birthdays that come, and who has not been visited this year."""
    here, on = here_of(request), today()
    days = people.reminder_days(here, on)
    coming = people.birthdays(list(people.having_birthday(here, on=on, days=days)[:200]), on)
    listed = paged(request, people.to_visit(here, on=on), "path", "id")
    people_to_visit = people.with_reasons(listed.rows, here, request.actor, on)
    facts: dict[str, Any] = {"days": days, "coming": coming, "page": listed, "to_visit": people_to_visit, "on": on}
    return page(request, "care/care.html", here=here, age=people.visit_age(here, on), **facts)


@access(get="care.see")
def visits(request):
    here, kind = here_of(request), request.GET.get("kind", "")
    listed = paged(request, people.visits_at(here, kind=kind), "-on", "-pk")
    return page(request, "care/visits.html", here=here, kind=kind, kinds=VisitKind, page=listed)


@access(get="care.edit", post="care.edit")
@box(holds_number)
def new_visit(request):
    """Whom somebody visited: the members by name or number."""
    here, words = here_of(request), request.box.words
    by_number = request.box.misplaced or holds_number(words)
    found = search(words, at=here.path) if by_number else people.members_named(here, words)
    listed = paged(request, found, "path", "id")
    return page(request, "care/new_visit.html", here=here, page=listed)


@access(get="care.edit", post="care.edit")
def visit(request, pk):
    subject = get_object_or_404(people.member_rows(), pk=pk)
    request.actor.must("care.edit", subject.place())
    form = VisitForm(request.POST or None, subject=subject, actor=request.actor)
    if request.method == "POST" and perform(request, form, actions.visit, subject):
        messages.success(request, form.done)
        return redirect("care:visits")
    return page(request, "care/form.html", form=form, subject=subject, made=None)


@access(get="care.edit", post="care.edit")
def visit_removal(request, pk):
    """Asks once more before it strikes what was put down by mistake."""
    subject = visit_for(request, pk, "care.edit")
    form = StrikeForm(request.POST or None, subject=subject, actor=request.actor)
    if request.method == "POST" and perform(request, form, actions.strike_visit, subject):
        messages.success(request, form.done)
        return redirect("care:visits")
    return page(request, "care/form.html", form=form, subject=subject.member, made=subject)


@access(get="member.reveal", post="member.reveal")
@shown_once
def visit_look(request, pk):
    """Asks what for; the answer shows what was told, once, and is kept nowhere."""
    made = visit_for(request, pk, "member.reveal")
    form = LookForm(request.POST or None, initial={"purpose": "care"})
    plain = perform(request, form, actions.reveal, made) if request.method == "POST" else None
    return page(request, "care/look.html", made=made, form=form, plain=plain)


def visit_for(request, pk, permission):
    """The visit, if in reach (else 404) and the actor holds the permission at the member's place (else 403)."""
    made = get_object_or_404(people.visits(), pk=pk)
    request.actor.must(permission, made.place())
    return made


@access(get="care.see")
def medals(request):
    """Who is to get the medal as of 1 July of a year, and who was confirmed."""
    here, year = here_of(request), _year(request)
    listed = paged(request, found.candidates_at(here, year), "path", "id")
    given = found.medals_at(here, year)
    facts: dict[str, Any] = {
        "candidates": found.with_days(listed.rows, year),
        "page": listed,
        "given": list(given[:500]),
    }
    return page(request, "care/medals.html", here=here, year=year, cutoff=cutoff_of(year), **facts)


@access(post="care.confirm")
def medal(request, pk):
    subject, press, year = get_object_or_404(people.member_rows(), pk=pk), Press(request.POST), _year(request)
    if perform(request, press, actions.confirm_medal, subject, year=year):
        messages.success(request, f"{subject}已确认。")
    elif refusal := getattr(press, "refusal", None):
        messages.error(request, " ".join([*refusal.messages, refusal.next_step]))
    return redirect(f"{reverse('care:medals')}?year={year}")


@access(post="care.confirm")
def medal_removal(request, pk):
    subject = get_object_or_404(found.medals(), pk=pk)
    if perform(request, Press(request.POST), actions.withdraw_medal, subject):
        messages.success(request, "已撤回确认。")
    return redirect(f"{reverse('care:medals')}?year={subject.as_of.year}")


@access(get="care.see")
def medals_workbook(request):
    here, year = here_of(request), _year(request)
    sheets = exports.medal_sheets(found.candidates_at(here, year), found.medals_at(here, year), year)
    return download(workbook(sheets), f"光荣在党50年纪念章{year}.xlsx")


@access(get="mine.see", post="mine.see")
@shown_once
def mine(request):
    """The visits that one had oneself. A press on 查看全部 shows in the answer what was told, once."""
    plain = {}
    if request.method == "POST":
        here = get_object_or_404(organizations(), path=request.actor.path)
        told = perform(request, Press(request.POST), actions.reveal_own, here)
        plain = told if isinstance(told, dict) else {}
    found = list(people.of_own(request.actor.user.pk)[: people.MOST])
    return page(request, "care/mine.html", visits=found, plain=plain)


def _year(request):
    form = YearForm(request.GET)
    return form.cleaned_data["year"] if form.is_valid() else today().year
