"""The devices that a person is signed in on."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jingwei.foundation.access.routes import access
from jingwei.foundation.accounts.devices import devices_of, end_devices
from jingwei.foundation.ui.pages import page


@access.signed_in("a person's own devices")
def devices(request):
    return page(request, "account/devices.html", devices=devices_of(request.user, here=request.session.session_key))


@access.signed_in("a person's own devices")
@require_POST
def end_device(request, pk: int):
    if end_devices(request.user, only=pk):
        messages.success(request, "已经让那台设备退出登录。")
    return redirect("account_devices")


@access.signed_in("a person's own devices")
@require_POST
def end_other_devices(request):
    ended = end_devices(request.user, but=request.session.session_key)
    messages.success(request, f"其他 {ended} 台设备已退出登录。" if ended else "没有别的设备在登录。")
    return redirect("account_devices")
