"""The pages of the security administrator: who can sign in, and helping those who cannot."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.accounts import actions, selectors
from jingwei.foundation.accounts.devices import devices_of
from jingwei.foundation.accounts.forms import TemporaryPassword
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform

ACTS = {
    "lock": (actions.lock_account, "账号已停用，本人已从所有设备退出。"),
    "unlock": (actions.unlock_account, "账号已启用。"),
    "end-sessions": (actions.end_account_sessions, "已从所有设备退出。"),
    "reset-second-factor": (actions.reset_second_factor, "动态口令已取消，本人下次登录时重新设置。"),
}


@access(get="account.secure")
def accounts(request):
    search = request.GET.get("q", "").strip()
    rows, after = selectors.page_of_accounts(search=search, after=request.GET.get("after", ""))
    return page(request, "account/accounts.html", rows=rows, after=after, search=search)


@access(get="account.secure")
def account(request, pk: int):
    return shown(request, get_object_or_404(selectors.accounts(), pk=pk))


@access(post="account.secure")
def act(request, pk: int, what: str):
    if what not in ACTS:
        raise Http404
    perform_act, done = ACTS[what]
    found, form = get_object_or_404(selectors.accounts(), pk=pk), Press(request.POST)
    return lead_on(request, form, perform_act, found, done, "accounts:account", pk) or shown(request, found, form)


@access(get="account.secure", post="account.secure")
def temporary_password(request, pk: int):
    found, form = get_object_or_404(selectors.accounts(), pk=pk), TemporaryPassword(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.set_temporary_password, found):
        messages.success(request, "临时密码已设好，请告诉本人。")
        return redirect("accounts:account", pk)
    return page(request, "account/temporary_password.html", account=found, form=form)


def shown(request, found, form=None):
    return page(request, "account/account.html", account=found, devices=devices_of(found), form=form)
