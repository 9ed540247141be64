"""The questions of signing in, in plain words. The library's forms, with our limits on guessing."""

import secrets
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import validate_totp_code
from django import forms
from django.contrib.auth.password_validation import validate_password

from . import guesses
from .authenticators import verified

# Without signs that are easily taken for another.
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}


def asked(form: forms.Form, **labels: str) -> None:
    """Give the fields their labels, and take the library's grey words out of them."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].widget.attrs.pop("placeholder", None)


class SignIn(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked(self, login="用户名", password="密码")


class PasswordAgain(ReauthenticateForm):
    """Before something that matters: is it still the same person?"""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked(self, password="密码")


class OwnPassword(ChangePasswordForm):
    """A new password of one's own choice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked(self, oldpassword="现在的密码", password1="新密码", password2="再输一次新密码")
        self.fields["password1"].help_text = "至少 10 个字，不要全是数字，不要用姓名、生日和常见的密码。"

    def clean_oldpassword(self) -> str:
        password: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        if password == self.cleaned_data.get("oldpassword"):
            raise forms.ValidationError("新密码不能和现在的一样。")
        return password


class Code(forms.Form):
    """Six digits of the second factor, or a recovery code. The login library says whose, and asks what it was."""

    user: Any
    authenticator: Any
    code = forms.CharField(label="动态口令", max_length=20, widget=forms.TextInput(attrs=CODE))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        guess = guesses.spend(context.request, guesses.code_key(self.user))
        self.authenticator = verified(self.user, code)
        if self.authenticator is None:
            raise get_mfa_adapter().validation_error("incorrect_code")
        guess.rollback()
        return code


class SignInCode(Code, mfa_forms.AuthenticateForm):
    """The second step of signing in."""


class CodeAgain(Code, mfa_forms.ReauthenticateForm):
    """Before something that matters, or where the second step was left out."""


class FirstCode(ActivateTOTPForm):
    """The first code of a new second factor."""

    code = forms.CharField(label="六位动态口令", max_length=20, widget=forms.TextInput(attrs=CODE))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        guess = guesses.spend(context.request, guesses.code_key(self.user))
        if not validate_totp_code(self.secret, code):
            raise get_mfa_adapter().validation_error("incorrect_code")
        guess.rollback()
        return code


def suggestion() -> str:
    """A temporary password that can be read out on the telephone: three groups of four signs."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(4)) for _ in range(3))


class TemporaryPassword(forms.Form):
    """A password for once, told to the person by the security administrator."""

    password = forms.CharField(
        label="临时密码",
        initial=suggestion,
        max_length=128,
        help_text="请当面或打电话告诉本人。本人登录后必须先改成自己的密码。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
