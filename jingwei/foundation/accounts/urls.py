"""Of the library's pages only those that are used: no signing up, nothing by e-mail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account_views
from allauth.mfa.base import views as mfa_views
from allauth.mfa.recovery_codes import views as recovery_views
from django.urls import include, path

from jingwei.foundation.access.marks import View, key_not_needed, of_own_account
from jingwei.foundation.access.routes import access

from .views import entrance, own, security

own_account = of_own_account("how else could it be set up")


def opened(view: View, declare: Callable[[View], View]) -> View:
    """The library's view with our declarations; its forms are its own, and doing them twice does no harm."""

    @wraps(view)
    def declared(*args: Any, **kwargs: Any) -> Any:
        return view(*args, **kwargs)

    return own_account(declare(key_not_needed("the login's own form")(declared)))


def entry(view: View) -> View:
    return opened(view, access.public("one signs in here"))


def personal(view: View) -> View:
    return opened(view, access.signed_in("a person's own account"))


security_pages = [
    path("", security.accounts, name="accounts"),
    path("<int:pk>/", security.account, name="account"),
    path("<int:pk>/temporary-password/", security.temporary_password, name="temporary_password"),
    path("<int:pk>/<slug:what>/", security.act, name="act"),
]

# The names without a namespace are the library's.
urlpatterns = [
    path("login/", entry(entrance.SignIn.as_view()), name="account_login"),
    path("login/code/", entry(entrance.SignInCode.as_view()), name="mfa_authenticate"),
    path("logout/", entry(account_views.logout), name="account_logout"),
    path("inactive/", entry(account_views.account_inactive), name="account_inactive"),
    path("password/", personal(account_views.password_change), name="account_change_password"),
    path("again/", personal(account_views.reauthenticate), name="account_reauthenticate"),
    path("again/code/", personal(entrance.CodeAgain.as_view()), name="mfa_reauthenticate"),
    path("second-factor/", personal(mfa_views.index), name="mfa_index"),
    path("second-factor/set-up/", personal(entrance.SetUp.as_view()), name="mfa_activate_totp"),
    path("second-factor/remove/", personal(entrance.Remove.as_view()), name="mfa_deactivate_totp"),
    path("recovery-codes/", personal(recovery_views.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", personal(recovery_views.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("devices/", own_account(own.devices), name="account_devices"),
    path("devices/end-others/", own_account(own.end_other_devices), name="account_end_other_devices"),
    path("devices/<int:pk>/end/", own_account(own.end_device), name="account_end_device"),
    path("accounts/", include((security_pages, "accounts"))),
]
