"""For workers that tests start and kill: a lease that ends soon."""

from jingwei.config.settings.dev import *  # noqa: F403

TASKS = {
    "default": {
        "BACKEND": "jingwei.foundation.background.backend.DatabaseBackend",
        "QUEUES": [],
        "OPTIONS": {"LEASE_SECONDS": 1},
    }
}
