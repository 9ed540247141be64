"""A real installation, behind TLS. Refuses to start without its own secret and its host names."""

import os

from .base import *  # noqa: F403

SECRET_KEY = os.environ["JINGWEI_SECRET_KEY"]
ALLOWED_HOSTS = os.environ["JINGWEI_HOSTS"].split(",")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked by the machine itself, which speaks no TLS
# Whether the names beside and below ours speak TLS is for their owners to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
