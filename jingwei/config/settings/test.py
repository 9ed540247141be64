"""The tests: a fast hash, no files of the installation."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import DATABASES

DEMO = True
SECRET_KEY = "test"  # protects nothing
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATA = Path(tempfile.mkdtemp(prefix="jingwei-test-"))
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
EVIDENCE_ROOT = DATA / "evidence"
ANCHOR_FILE = DATA / "anchor.jsonl"
KEYS_FILE = str(DATA / "keys.json")
KEYS_MADE_BY_THEMSELVES = True
DATABASE_ROLE = ""  # the tests make and remove tables; those of the record take the role on
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # looks for a file when asked, not for all of them at each of a thousand clients
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["NAME"] = ":memory:"
