"""Signing in and proving who one is. The library's views, with what our pages show besides."""

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.conf import settings
from django.urls import reverse

from jingwei.foundation.accounts import second_factor
from jingwei.foundation.accounts.authenticators import current_code
from jingwei.foundation.accounts.demo import demo_logins


def hint(user) -> str:
    """The code that the demo shows, since nobody has its phones; "" outside a demo."""
    return current_code(user) if settings.DEMO else ""


class SignIn(LoginView):
    """Name and password; a demo lists its logins."""

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "demo_logins": demo_logins()}


class SignInCode(AuthenticateView):
    """The second step."""

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "hint": hint(self.stage.login.user)}


class CodeAgain(ReauthenticateView):
    """The second step later on."""

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "hint": hint(self.request.user)}


class SetUp(ActivateTOTPView):
    """A new second factor. Whoever sets it up has shown it."""

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "needed": second_factor.needed(self.request.actor)}

    def form_valid(self, form):
        answer = super().form_valid(form)
        second_factor.remember(self.request.session, self.request.user)
        return answer


class Remove(DeactivateTOTPView):
    """No second factor any more, for a new phone; a role that needs one is sent to set it up again."""

    def form_valid(self, form):
        answer = super().form_valid(form)
        second_factor.forget(self.request.session, self.request.user)
        return answer

    def get_success_url(self):
        return reverse("mfa_index")
