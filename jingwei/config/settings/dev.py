"""A demo on one's own machine: loopback only, with demo logins."""

import os

from .base import *  # noqa: F403
from .base import DATA

DEMO = True
DEMO_LOGINS = "jingwei.demo.logins.listing"
# Styles and scripts come straight from their folders: nothing is collected first.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def _own_secret() -> str:
    """A secret of this installation, made at the first start and kept beside its data."""
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / "secret"
    if not file.exists():
        file.write_text(os.urandom(32).hex())
        file.chmod(0o600)
    return file.read_text()


SECRET_KEY = _own_secret()
KEYS_MADE_BY_THEMSELVES = True
