"""How django-allauth behaves here: no signing up, no e-mail, our words, our limits on guessing."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import resolve_url

from jingwei.foundation.clock import now

from . import guesses

WORDS = {
    "account/messages/password_changed.txt": "密码已经改好，别的设备上的登录都已退出。",
    "mfa/messages/totp_activated.txt": "动态口令已启用。",
    "mfa/messages/totp_deactivated.txt": "动态口令已停用。",
    "mfa/messages/recovery_codes_generated.txt": "备用口令已生成，请抄下或打印，收在安全的地方。",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the staff, never by a visitor."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "用户名或密码不对，请检查后再试。忘记密码请找安全管理员重设。",
        "incorrect_password": "密码不对，请再试一次。",
        "enter_current_password": "现在的密码不对，请再试一次。",
        "incorrect_code": "动态口令不对，请看最新的六位数字再试。",
        "rate_limited": "试得太多次了，请过几分钟再试。",
        "too_many_login_attempts": "试得太多次了，请过几分钟再试。",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, request: HttpRequest, level: int, message_template: str = "", *_: Any, **rest: Any) -> None:
        """The library's messages in our words; those without a word here (signed in, signed out) are not needed."""
        if words := rest.get("message") or WORDS.get(message_template):
            messages.add_message(request, level, words)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Counts the guess. The library would count per host name too, which a client chooses (a port is enough)."""
        key = guesses.password_key(credentials.get("username", ""))
        self._login_failed_rl_usage = guesses.spend(request, key)  # taken back by `authenticate` when it was right

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def set_password(self, user: Any, password: str) -> None:
        """A password of one's own choice is no longer a temporary one."""
        user.temporary_password = False
        super().set_password(user, password)

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Who signed in a moment ago is not asked for the password a second time."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or now().timestamp() - records[-1]["at"] > REAUTHENTICATION_TIMEOUT
