"""Benchmarks: as in a real installation, but in a folder and a database of their own."""

from .base import *  # noqa: F403

SECRET_KEY = "measured"  # protects nothing
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
KEYS_MADE_BY_THEMSELVES = True
STATIC_ROOT = None
