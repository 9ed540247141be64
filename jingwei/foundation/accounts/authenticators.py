"""The second factor: six digits from an app (TOTP), or one of ten recovery codes. Secrets are encrypted at rest."""

import hashlib
from base64 import urlsafe_b64encode
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.cache import cache

from jingwei.foundation.clock import now


class SecondFactorAdapter(DefaultMFAAdapter):
    """Our words, and secrets that a copy of the database does not give away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "动态口令不对，请看最新的六位数字再试。",
        "cannot_generate_recovery_codes": "先启用动态口令，才能生成备用口令。",
    }

    def encrypt(self, text: str) -> str:
        return ciphers().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return ciphers().decrypt(encrypted_text.encode()).decode()


def ciphers() -> MultiFernet:
    """Encrypts with the secret key of the installation, decrypts also with the ones before it."""
    keys = (settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS))
    digests = (hashlib.sha256(f"second factor {key}".encode()).digest() for key in keys)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


def has_totp(user: Any) -> bool:
    """Whether the account has a second factor."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def provision_totp(user: Any, secret: str) -> None:
    """Give an account this second factor (base32), instead of any other: for the demo and for tests."""
    remove_totp(user)
    TOTP.activate(user, secret)


def remove_totp(user: Any) -> None:
    """Take the second factor and the recovery codes away."""
    Authenticator.objects.filter(user=user).delete()


def verified(user: Any, code: str) -> Authenticator | None:
    """The authenticator of `user` that this code is from; None when it is wrong or was used before."""
    for authenticator in Authenticator.objects.filter(user=user).order_by("-type"):
        if authenticator.wrap().validate_code(code) and first_use(authenticator, code):
            authenticator.user = user
            return authenticator
    return None


def first_use(authenticator: Authenticator, code: str) -> bool:
    """Whether a code is used for the first time; kept as long as it would be accepted, which the library does not."""
    if authenticator.type != Authenticator.Type.TOTP:
        return True
    lifetime = (2 * app_settings.TOTP_TOLERANCE + 1) * app_settings.TOTP_PERIOD
    return bool(cache.add(_used(authenticator.user_id, code), "used", lifetime))


def current_code(user: Any) -> str:
    """A code of `user` that is accepted now; "" when there is none left. For the demo's hint and for tests."""
    authenticator = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if authenticator is None:
        return ""
    secret = SecondFactorAdapter().decrypt(authenticator.data["secret"])
    turn = int(now().timestamp()) // app_settings.TOTP_PERIOD
    nearest = sorted(range(-app_settings.TOTP_TOLERANCE, app_settings.TOTP_TOLERANCE + 1), key=abs)
    codes = [format_hotp_value(hotp_value(secret, turn + step)) for step in nearest]
    return next((code for code in codes if cache.get(_used(user.pk, code)) is None), "")


def _used(user_id: int, code: str) -> str:
    return f"totp used {user_id} {''.join(filter(str.isdigit, code))}".replace(" ", "-")
