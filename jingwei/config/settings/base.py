"""What holds everywhere. The environment says: DATABASE_URL, JINGWEI_DATA (folder of the data), JINGWEI_SECRET_KEY."""

import os
from pathlib import Path

import dj_database_url

from . import menu

ROOT = Path(__file__).parents[3]
DATA = Path(os.environ.get("JINGWEI_DATA", ROOT / "data")).resolve()
DEMO = False
DEBUG = False
MENU, ACCOUNT_MENU = menu.MENU, menu.ACCOUNT_MENU
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "jingwei.foundation.scope",
    "jingwei.foundation.accounts",
    "jingwei.foundation.calendar",
    "jingwei.foundation.submissions",
    "jingwei.foundation.record",
    "jingwei.foundation.evidence",
    "jingwei.foundation.secrets",
    "jingwei.foundation.background",
    "jingwei.foundation.spreadsheets",
    "jingwei.foundation.ui",
    "jingwei.regulations",
    "jingwei.organizations",
    "jingwei.members",
    "jingwei.kernels.plans",
    "jingwei.kernels.figures",
    "jingwei.domains.care",
    "jingwei.domains.coverage",
    "jingwei.domains.grids",
    "jingwei.domains.desk",
    "jingwei.domains.privacy",
    "jingwei.domains.floating",
    "jingwei.domains.transfers",
    "jingwei.domains.health",
    "jingwei.domains.handover",
    "jingwei.domains.rekeying",
    "jingwei.domains.dashboards",
    "jingwei.domains.reports",
    "jingwei.demo",
    "jingwei.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jingwei.foundation.access.headers.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "jingwei.foundation.accounts.devices.LastSeen",
    "jingwei.organizations.acting.ActingAs",
    "jingwei.foundation.accounts.second_factor.OwnPassword",
    "jingwei.foundation.accounts.second_factor.SecondFactor",
    "jingwei.foundation.submissions.middleware.Once",
]

ROOT_URLCONF = "jingwei.config.urls"
WSGI_APPLICATION = "jingwei.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [ROOT / app.replace(".", "/") / "templates" for app in INSTALLED_APPS if app.startswith("jingwei.")],
        "OPTIONS": {
            "environment": "jingwei.foundation.ui.environment.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

FORM_RENDERER = "jingwei.foundation.ui.controls.Controls"

# For how many days an import can be undone, on a day.
UNDO_DAYS_READER = "jingwei.organizations.registers.undo_days"
# Who a post's holder is, for work that goes on after the answer.
ACTOR_READER = "jingwei.organizations.acting.actor_through"
TASKS = {
    "default": {
        "BACKEND": "jingwei.foundation.background.backend.DatabaseBackend",
        "QUEUES": [],  # any
        "OPTIONS": {"LEASE_SECONDS": 15},
    }
}

# How a refusal's basis becomes words and a link.
BASIS_READER = "jingwei.regulations.citing.basis_link"
# How the foundation asks for a number that the regulations hold: (key, path, on=day) → a setting with `value`.
NUMBER_READER = "jingwei.regulations.selectors.local_value"

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{DATA / 'jingwei.sqlite3'}", conn_max_age=600, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
# PostgreSQL: the role in which the program works. It cannot change the record; migrations work as the login itself.
DATABASE_ROLE = os.environ.get("JINGWEI_DATABASE_ROLE", "jingwei_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Wrong guesses are counted here: shared by all processes, and so large that nobody pushes the counts out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT: Path | None = DATA / "static"
STATICFILES_DIRS = [
    ("vendor/htmx", ROOT / "node_modules" / "htmx.org" / "dist"),
    ("vendor/echarts", ROOT / "node_modules" / "echarts" / "dist"),
]
# What is served of these folders; an app serves all of its own.
VENDORED = ["vendor/htmx/htmx.min.js", "vendor/echarts/echarts.min.js"]
STATICFILES_FINDERS = [
    "jingwei.foundation.ui.vendored.Vendored",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
EVIDENCE_ROOT = DATA / "evidence"
EVIDENCE_LIMIT = 20 * 1024 * 1024
ANCHOR_FILE = DATA / "anchor.jsonl"
# The keys of encrypted columns. Kept apart from the database and its copies; without it no secret opens again.
KEYS_FILE = os.environ.get("JINGWEI_KEYS", str(DATA / "keys.json"))
KEYS_MADE_BY_THEMSELVES = False  # a new installation says `jingwei keys new`
SECRETS_CIPHER = os.environ.get("JINGWEI_CIPHER", "aes-256-gcm")  # or sm4-gcm
# A report of an error shows nothing that anybody typed or that the program held.
DEFAULT_EXCEPTION_REPORTER = "jingwei.foundation.secrets.reporting.Report"
DEFAULT_EXCEPTION_REPORTER_FILTER = "jingwei.foundation.secrets.reporting.Covering"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

AUTH_USER_MODEL = "accounts.User"
# Whose rows are persons: what leads to one of them holds personal data (foundation/secrets/inventory.py).
PERSONS = [AUTH_USER_MODEL, "members.Member"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "jingwei.foundation.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "jingwei.foundation.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # machines in an office are shared: closing the browser signs out
ACCOUNT_FORMS = {
    "login": "jingwei.foundation.accounts.forms.SignIn",
    "reauthenticate": "jingwei.foundation.accounts.forms.PasswordAgain",
    "change_password": "jingwei.foundation.accounts.forms.OwnPassword",
}
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords and codes: an address may guess at many accounts, an account be guessed at from many addresses.
    "login_failed": "20/10m/ip,5/10m/key,50/d/key",
    "login": "60/m/ip",
}
MFA_ADAPTER = "jingwei.foundation.accounts.authenticators.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "jingwei.foundation.accounts.forms.SignInCode",
    "reauthenticate": "jingwei.foundation.accounts.forms.CodeAgain",
    "activate_totp": "jingwei.foundation.accounts.forms.FirstCode",
}
MFA_TOTP_ISSUER = "经纬"
MFA_TOTP_TOLERANCE = 1  # who types slowly may use the code before
# How many proxies of our own stand in front: only what they say of a client's address is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("JINGWEI_PROXIES", "0"))
DEMO_LOGINS = ""
CSRF_FAILURE_VIEW = "jingwei.config.views.stale_page"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
